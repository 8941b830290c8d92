import { truthOf } from '../conditions/truth';
import { Facts } from '../facts/read-facts';
import { NO_POINTS, Points } from '../numbers/points';
import { CompiledItem } from '../rule-set/compile';

/** What an item comes to by itself. */
export interface Verdict {
  /** `none` where the version has no such item. */
  readonly outcome: 'violated' | 'compliant' | 'not_applicable' | 'none';
  readonly points: Points;
}

const NONE: Verdict = { outcome: 'none', points: NO_POINTS };
const NOT_APPLICABLE: Verdict = { outcome: 'not_applicable', points: NO_POINTS };
const COMPLIANT: Verdict = { outcome: 'compliant', points: NO_POINTS };

/**
 * What an item comes to whatever the absent facts may be, once they are known; undefined where that depends on them. With
 * every fact present it is what scoring comes to.
 */
export function verdictOf(compiled: CompiledItem | undefined, facts: Facts): Verdict | undefined {
  if (compiled === undefined) return NONE;
  const { item, variants, points } = compiled;
  const applies = item.appliesWhen === undefined ? true : truthOf(item.appliesWhen, facts);
  if (applies === false) return NOT_APPLICABLE;
  if (applies === null) return undefined;
  const violated = truthOf(item.condition, facts);
  if (violated === false) return COMPLIANT;
  if (violated === null) return undefined;
  const truths = variants.map((variant) => ({ points: variant.points, truth: truthOf(variant.when, facts) }));
  const holding = truths.filter(({ truth }) => truth === true).map((variant) => variant.points);
  const told = holding.length === 0 ? points : greatest(holding);
  const open = truths.filter(({ truth }) => truth === null).map((variant) => variant.points);
  // Where none holds yet, any that may still hold takes the place of the item's own points, be it higher or lower.
  const settled = holding.length === 0 ? open.every((one) => one === told) : open.every((one) => one <= told);
  return settled ? { outcome: 'violated', points: told } : undefined;
}

const greatest = (points: readonly Points[]): Points => Math.max(...points) as Points;
