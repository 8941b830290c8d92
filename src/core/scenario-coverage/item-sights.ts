import { leafPlaces, showLeaf } from '../conditions/leaf-places';
import { Trace } from '../conditions/trace';
import { traceLeaves } from '../conditions/trace-leaves';
import { pointer } from '../problems/problem';
import { CompiledRuleSet } from '../rule-set/compile';
import { Condition, Item, Outcome } from '../rule-set/rule-set.types';
import { InspectionScore, ItemScore } from '../scoring/score.types';
import { Sights } from './sight';

type See = (scenario: string) => void;

/** What to see of one item, taken from its score in a scenario. */
type Watch = (score: ItemScore, scenario: string) => void;

/** What became of an item in a scenario that states its outcome, which every scoring scenario does for every item. */
export type ItemWatch = (score: InspectionScore, scenario: string) => void;

/**
 * Every item violated, compliant and, where it may be, not applicable; every comparison true and false; every variant
 * counting and not. A comparison counts as seen only where the outcome of its item hangs on its condition: with the item
 * decided, and those of a variant with the item violated.
 */
export function expectItems({ ruleSet }: CompiledRuleSet, sights: Sights): ItemWatch {
  const watches = ruleSet.items.map((item, place) => expectItem(item, pointer('/items', place), sights));
  return ({ items }, scenario) => {
    items.forEach((score, place) => watches[place]?.(score, scenario));
  };
}

function expectItem(item: Item, path: string, sights: Sights): Watch {
  const params = { item: item.code };
  const outcomes: Partial<Record<Outcome, See>> = {
    violated: sights.expect('item_violated', path, params),
    compliant: sights.expect('item_compliant', path, params),
    ...(item.appliesWhen === undefined ? {} : { not_applicable: sights.expect('item_not_applicable', path, params) }),
  };
  const applies =
    item.appliesWhen === undefined
      ? undefined
      : expectLeaves(item.appliesWhen, pointer(path, 'appliesWhen'), item, sights);
  const condition = expectLeaves(item.condition, pointer(path, 'condition'), item, sights);
  const variants = (item.variants ?? []).map(({ points, when }, place) => {
    const at = pointer(path, 'variants', place);
    const told = { ...params, variant: place + 1, points };
    return {
      points,
      counts: sights.expect('variant_counts', at, told),
      doesNotHold: sights.expect('variant_does_not_hold', at, told),
      leaves: expectLeaves(when, pointer(at, 'when'), item, sights),
    };
  });
  return ({ outcome, ownPoints, trace }, scenario) => {
    outcomes[outcome]?.(scenario);
    if (outcome === 'not_checked') return;
    if (trace.appliesWhen !== undefined) applies?.(trace.appliesWhen, scenario);
    if (outcome === 'not_applicable' || trace.condition === undefined) return;
    condition(trace.condition, scenario);
    if (outcome !== 'violated') return;
    variants.forEach(({ points, counts, doesNotHold, leaves }, place) => {
      const when = trace.variants?.[place]?.when;
      if (when === undefined) return;
      leaves(when, scenario);
      if (when.result === true && points === ownPoints) counts(scenario);
      if (when.result === false) doesNotHold(scenario);
    });
  };
}

function expectLeaves(
  condition: Condition,
  path: string,
  { code }: Item,
  sights: Sights,
): (trace: Trace, scenario: string) => void {
  const leaves = leafPlaces(condition, path).map(({ leaf, path: at }) => {
    const params = { item: code, comparison: showLeaf(leaf) };
    return {
      true: sights.expect('comparison_true', at, params),
      false: sights.expect('comparison_false', at, params),
    };
  });
  return (trace, scenario) => {
    traceLeaves(trace).forEach(({ result }, place) => {
      if (result !== null) leaves[place]?.[`${result}`](scenario);
    });
  };
}
