import { FactValue } from '../rule-set/rule-set.types';
import { RuleSetIdentity } from '../rule-set/compile';
import { Told } from '../problems/problem';
import { FINDING_MESSAGES } from './finding.messages';

export type FindingCode = keyof typeof FINDING_MESSAGES;

/** `error`: the rules cannot mean it; `warning`: somebody should look at it; `note`: to be known, nothing to mend. */
export type Severity = 'error' | 'warning' | 'note';

/** Base facts by path: an example, to be tried by whoever doubts it. */
export type ExampleFacts = Readonly<Record<string, FactValue>>;

/** Something that the rules themselves show to be amiss, whatever the scenarios say. */
export interface AnalysisFinding extends Told<FindingCode> {
  readonly severity: Severity;
  /** Facts under which it shows; absent where it is that no such facts were found. */
  readonly facts?: ExampleFacts;
}

/** Whether an outcome can be, and how far it was looked for. */
export interface Reach {
  /** The first facts found; null where none were. */
  readonly facts: ExampleFacts | null;
  readonly tried: number;
  /** Whether every choice of values that decides a comparison was tried; without an example this is a proof of none. */
  readonly whole: boolean;
}

export interface ItemReach {
  readonly item: string;
  readonly path: string;
  readonly violated: Reach;
  readonly compliant: Reach;
}

/** What the rules show of themselves. */
export interface RuleSetAnalysis {
  readonly ruleSet: RuleSetIdentity;
  readonly items: readonly ItemReach[];
  /** Pairs of items that read a fact in common; those left out came after the tries had been used up. */
  readonly pairs: { readonly searched: number; readonly leftOut: number };
  /** In the order of the document. */
  readonly findings: readonly AnalysisFinding[];
}
