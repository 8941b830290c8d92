import { epochDayOf, fromEpochDay } from '../dates/civil-date';
import { Points, toPoints } from '../numbers/points';
import { CompiledRuleSet } from '../rule-set/compile';
import { Accumulation } from '../rule-set/rule-set.types';
import { cycleOf } from './cycle';

/** A cycle in days since 1970-01-01: from its first day to the first day of the next. */
export interface FlatCycle {
  readonly from: number;
  readonly to: number;
}

/** What the fold of a population asks of a version, looked up beforehand. */
export interface FlatRules {
  readonly rules: CompiledRuleSet;
  /** The codes of the items, by index. */
  readonly items: readonly string[];
  readonly exclusiveWith: readonly (readonly number[])[];
  readonly accumulation: Accumulation;
  /** The cycle that a day lies in. */
  readonly cycleOf: (day: number) => FlatCycle;
  /** From how many points on each rung is reached, in the order of the ladder. */
  readonly rungs: readonly { readonly code: string; readonly from: Points }[];
}

/**
 * Compiles a version of the simple form for the fold of a population. It keeps the cycles it has worked out. A regime is
 * a simulation of days and has no such fold: use `foldHistory`.
 */
export function compileFlatRules(rules: CompiledRuleSet): FlatRules {
  if (rules.regime !== undefined) throw new Error(`${rules.identity.id} has a regime, which only foldHistory folds`);
  const { accumulation, ladder, items } = rules.ruleSet;
  const known = new Map<number, FlatCycle>();
  const workOut = (day: number): FlatCycle => {
    const { from, to } = cycleOf(fromEpochDay(day), accumulation.cycle);
    const cycle = { from: epochDayOf(from), to: epochDayOf(to) };
    known.set(day, cycle);
    return cycle;
  };
  // Points are whole thousandths: more than n of them is at least n + 1.
  const more = ladder.reaching === 'more_than' ? 1 : 0;
  return {
    rules,
    items: items.map(({ code }) => code),
    exclusiveWith: rules.items.map(({ exclusiveWith }) => exclusiveWith),
    accumulation,
    cycleOf: (day) => known.get(day) ?? workOut(day),
    rungs: ladder.rungs.map(({ code, points }) => ({ code, from: (toPoints(points) + more) as Points })),
  };
}
