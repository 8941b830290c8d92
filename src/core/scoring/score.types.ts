import { Trace } from '../conditions/trace';
import { RuleSetIdentity } from '../rule-set/compile';
import { Outcome, Text } from '../rule-set/rule-set.types';

/** How an item came to its outcome: every condition with every leaf, and the provisions it rests on. */
export interface ItemTrace {
  readonly appliesWhen?: Trace;
  /** Absent where the item is not applicable. */
  readonly condition?: Trace;
  /** The variants with their points, where the item is violated or may be. */
  readonly variants?: readonly { readonly points: number; readonly when: Trace }[];
  readonly legalBasis: readonly { readonly source: Text; readonly article: Text }[];
}

/** What one item came to in one inspection. */
export interface ItemDecision {
  readonly item: string;
  readonly outcome: Outcome;
  /** Points that count: 0 unless violated, and 0 where an exclusive item counts in its place. */
  readonly points: number;
  /** Points of the violation by itself, before the choice among exclusive items; 0 unless violated. */
  readonly ownPoints: number;
  /** The exclusive item that counts in its place. */
  readonly replacedBy?: string;
  /** The base facts that would settle a `not_checked` item, sorted; empty for every other outcome. */
  readonly missingFacts: readonly string[];
}

/** The same, explained. */
export interface ItemScore extends ItemDecision {
  readonly trace: ItemTrace;
}

/** What one inspection came to. */
export interface InspectionDecision {
  readonly ruleSet: RuleSetIdentity;
  readonly points: number;
  /**
   * Within which the points lie once the missing facts are known: it may be wide, and is never wrong. `min` is `points`,
   * since nothing more need ever be known; `max` takes every undecided item at the most it can still cost.
   */
  readonly pointsRange: { readonly min: number; readonly max: number };
  /** Whether every item was checked. */
  readonly complete: boolean;
  /** Every item, in the order of the rule set. */
  readonly items: readonly ItemDecision[];
}

/** The same, every item explained. */
export interface InspectionScore extends InspectionDecision {
  readonly items: readonly ItemScore[];
}
