import { Facts } from '../facts/read-facts';
import { Condition, FactValue, Leaf, Operator, Scalar } from '../rule-set/rule-set.types';
import { OPERATORS } from './operators';

/** True, false, or null: unknown, because a fact it needs is absent. */
export type Truth = boolean | null;

/** A condition with what became of each of its parts. Every leaf is looked at, whatever the others say. */
export type Trace =
  | { readonly all: readonly Trace[]; readonly result: Truth }
  | { readonly any: readonly Trace[]; readonly result: Truth }
  | { readonly not: Trace; readonly result: Truth }
  | LeafTrace;

export interface LeafTrace {
  readonly fact: string;
  readonly operator: Operator;
  /** The value found; null when it was not checked. */
  readonly found: FactValue | null;
  /** The value wanted: a constant, a list of them, or another fact with its value (null when not checked). */
  readonly wanted: Scalar | readonly Scalar[] | { readonly fact: string; readonly value: FactValue | null };
  readonly result: Truth;
}

/** Evaluates a condition over facts some of which may be absent (Kleene's three values), explaining every part. */
export function traceCondition(condition: Condition, facts: Facts): Trace {
  if ('all' in condition) {
    const all = condition.all.map((part) => traceCondition(part, facts));
    return { all, result: conjunction(all.map(({ result }) => result)) };
  }
  if ('any' in condition) {
    const any = condition.any.map((part) => traceCondition(part, facts));
    return { any, result: negation(conjunction(any.map(({ result }) => negation(result)))) };
  }
  if ('not' in condition) {
    const not = traceCondition(condition.not, facts);
    return { not, result: negation(not.result) };
  }
  return traceLeaf(condition, facts);
}

function traceLeaf({ fact, operator, value }: Leaf, facts: Facts): LeafTrace {
  const found = facts.get(fact) ?? null;
  const isReference = typeof value === 'object' && 'fact' in value;
  const constant = isReference ? (facts.get(value.fact) ?? null) : value;
  const result = found === null || constant === null ? null : OPERATORS[operator](found, constant);
  const wanted = isReference ? { fact: value.fact, value: constant as FactValue | null } : value;
  return { fact, operator, found, wanted, result };
}

function conjunction(parts: readonly Truth[]): Truth {
  if (parts.includes(false)) return false;
  return parts.includes(null) ? null : true;
}

function negation(truth: Truth): Truth {
  return truth === null ? null : !truth;
}
