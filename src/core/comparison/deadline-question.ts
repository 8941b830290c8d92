import { CompiledItem, CompiledRuleSet } from '../rule-set/compile';
import { Carrier } from './carriers';
import { ItemPair } from './points-question';
import { Plot } from './plot';
import { Calendar, calendarOf, plotsOfOneInspection } from './plots';
import { StandingQuestion } from './standing-effect';
import { Versions } from './version';
import { violatingFacts } from './violating-facts';

/**
 * The question what the deadline of an item does to a standing; undefined where it is the same in both versions. Only
 * items of one code are asked about: a history names its findings by it.
 */
export function deadlineQuestion(versions: Versions, { old, new: fresh }: ItemPair): StandingQuestion | undefined {
  if (old === undefined || fresh === undefined || old.item.code !== fresh.item.code) return undefined;
  if (daysOf(old) === daysOf(fresh)) return undefined;
  const changed = withDeadline(versions.old.compiled, old, fresh);
  const found = violatingFacts(versions, old, fresh);
  if (found === undefined) return { changed, plots: [], points: { old: new Map(), new: new Map() } };
  const { code } = old.item;
  const carrier: Carrier = { items: [code], facts: found.facts, points: found.points };
  const calendar = calendarOf([versions.old.compiled.ruleSet, versions.new.compiled.ruleSet]);
  const points = { old: new Map([[code, found.points.old]]), new: new Map([[code, found.points.new]]) };
  const plots = plotsOfOneInspection(carrier, calendar).filter((plot) => tellsApart(plot, calendar));
  return { changed, plots, points };
}

/** A deadline only matters to what was put right after the one and not after the other, and then passed. */
function tellsApart({ inspections: [inspection] }: Plot, { deadlines }: Calendar): boolean {
  if (inspection?.rectified === undefined) return false;
  const [first, last] = deadlines(inspection.day, inspection.carrier);
  return first !== undefined && last !== undefined && inspection.rectified > first && inspection.rectified <= last;
}

function daysOf({ item }: CompiledItem): number {
  const { deadline } = item.rectification;
  return deadline === 'at_once' ? 0 : deadline.days;
}

/** A version in which one item has the deadline of another. */
function withDeadline(compiled: CompiledRuleSet, { index }: CompiledItem, { item }: CompiledItem): CompiledRuleSet {
  const items = compiled.ruleSet.items.map((one, place) =>
    place === index ? { ...one, rectification: item.rectification } : one,
  );
  return { ...compiled, ruleSet: { ...compiled.ruleSet, items } };
}
