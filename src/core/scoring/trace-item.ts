import { traceCondition } from '../conditions/trace';
import { Facts } from '../facts/read-facts';
import { fromPoints } from '../numbers/points';
import { CompiledItem } from '../rule-set/compile';
import { ItemTrace } from './score.types';

/** How an item comes to its outcome on some facts, by Kleene's logic where some are absent. */
export function traceItem({ item, variants, provisions: legalBasis }: CompiledItem, facts: Facts): ItemTrace {
  const applies = item.appliesWhen === undefined ? {} : { appliesWhen: traceCondition(item.appliesWhen, facts) };
  if (applies.appliesWhen?.result === false) return { ...applies, legalBasis };
  const condition = traceCondition(item.condition, facts);
  if (condition.result === false || variants.length === 0) return { ...applies, condition, legalBasis };
  const traced = variants.map(({ points, when }) => ({
    points: fromPoints(points),
    when: traceCondition(when, facts),
  }));
  return { ...applies, condition, variants: traced, legalBasis };
}
