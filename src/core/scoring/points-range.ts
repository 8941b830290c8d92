import { Facts } from '../facts/read-facts';
import { addPoints, NO_POINTS, Points, toPoints } from '../numbers/points';
import { CompiledItem } from '../rule-set/compile';
import { Decision } from './decide-items';
import { Candidate, chooseExclusive } from './exclusive-choice';
import { traceItem } from './trace-item';

/**
 * The most points the inspection can still come to. An undecided item is taken at the most it can cost given what is
 * known; the facts that several items share are not weighed together, so the bound may be wide but is never too low.
 */
export function greatestPoints(items: readonly CompiledItem[], decisions: readonly Decision[], facts: Facts): Points {
  const candidates = items.map((item): Candidate => {
    const { index, exclusiveWith } = item;
    const decision = decisions[index] as Decision;
    const points = decision.outcome === 'not_checked' ? greatestOf(item, facts) : decision.points;
    return { index, points, exclusiveWith };
  });
  const possible = candidates.filter(({ points }) => points > 0);
  const replaced = chooseExclusive(possible);
  return addPoints(...possible.map(({ index, points }) => (replaced.has(index) ? NO_POINTS : points)));
}

function greatestOf(item: CompiledItem, facts: Facts): Points {
  const trace = traceItem(item, facts);
  if (trace.condition === undefined || trace.condition.result === false) return NO_POINTS;
  const variants = trace.variants ?? [];
  const possible = variants.filter(({ when }) => when.result !== false).map(({ points }) => toPoints(points));
  const basePossible = variants.every(({ when }) => when.result !== true);
  return Math.max(...possible, basePossible ? item.points : NO_POINTS) as Points;
}
