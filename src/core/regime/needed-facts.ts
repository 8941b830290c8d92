import { Formula, Regime, Test } from '../rule-set/regime.types';
import { ItemRule } from './item-rule.types';

/** The facts that a test or a formula names, of the case and of the register alike. */
export function factsNamedIn(part: Test | Formula, into: Set<string> = new Set()): Set<string> {
  walk(part, into);
  return into;
}

/** Both are trees of plain objects in which `fact` and `subject` name facts and nothing else does. */
function walk(node: unknown, into: Set<string>): void {
  if (typeof node !== 'object' || node === null) return;
  for (const [key, value] of Object.entries(node)) {
    if ((key === 'fact' || key === 'subject') && typeof value === 'string') into.add(value);
    else if (key !== 'rows') walk(value, into);
  }
}

/** The facts that must be known to make a posting of an item: those of its points and of every rule that is for it. */
export function factsNeededBy(item: ItemRule, regime: Regime): ReadonlySet<string> {
  const needed = new Set<string>();
  const { points, variants, code } = item;
  if (typeof points === 'object' && 'formula' in points) walk(points.formula, needed);
  for (const { when } of variants) walk(when, needed);
  for (const rule of [...(regime.gates ?? []), ...(regime.multipliers ?? []), ...(regime.concurrency ?? [])]) {
    if (rule.items === undefined || rule.items.includes(code)) walk(rule, needed);
  }
  for (const score of regime.scores) {
    if (score.items !== undefined && !score.items.includes(code)) continue;
    walk({ when: score.when, life: score.life }, needed);
  }
  return needed;
}
