import { CivilDate } from '../dates/civil-date';
import { StandingFinding } from '../ledger/standing.types';
import { RuleSetIdentity } from '../rule-set/compile';
import { FactValue, HistoryDocument, Outcome, RuleSet, Text } from '../rule-set/rule-set.types';

/**
 * What lies between two versions of a rule set, always told from the old one, which is the baseline, to the new one.
 * A plain JSON value that says everything in both languages by itself.
 */
export interface RuleSetComparison {
  readonly old: ComparedVersion;
  readonly new: ComparedVersion;
  /** Whether both are versions of one rule set; otherwise their items are matched by code all the same. */
  readonly sameRuleSet: boolean;
  /** Whether both have the same content: the same hash. */
  readonly equal: boolean;
  readonly direction: OverallDirection;
  /** Base facts that some item asks for in one version only: what inspectors have to find out, or no longer have to. */
  readonly asks: AskedFacts;
  /** Every item that is not the same in both, in the order of the new version; those removed come last. */
  readonly items: readonly ItemComparison[];
  /** Pairs of items that are exclusive in one version only. */
  readonly exclusions: readonly ExclusionComparison[];
  /** What changed in how points accumulate, clear and lead to measures. */
  readonly settings: readonly SettingComparison[];
  /** What changed in the fact catalogue. */
  readonly facts: readonly Change[];
  /** Everything else that changed, of whatever part of the document. */
  readonly others: readonly Change[];
  readonly scenarios: ScenarioCounts;
}

export interface ComparedVersion extends RuleSetIdentity {
  readonly status: RuleSet['status'];
  readonly title: Text;
  readonly items: number;
}

/**
 * stricter: nowhere fewer points, somewhere more; milder: the reverse; mixed: both occur; none: the same everywhere;
 * undetermined: it cannot be told.
 */
export type Direction = 'stricter' | 'milder' | 'mixed' | 'none' | 'undetermined';

export interface OverallDirection {
  readonly direction: Direction;
  /** Whether everything it rests on was searched whole; otherwise it is what was found in the tries made. */
  readonly proved: boolean;
  readonly sentence: Text;
}

/** What a change bears on. */
export type Concern =
  /** which facts are a violation, and how many points it costs */
  | 'points'
  /** how points accumulate, clear and lead to measures */
  | 'standing'
  /** who answers, who acts, and how it is inspected and recorded */
  | 'practice'
  /** what readers are told */
  | 'text'
  /** nothing: a default was written out, or left out */
  | 'nothing'
  | 'identity'
  /** unknown to this comparison */
  | 'unknown';

/** One difference between the two documents. */
export interface Change {
  readonly kind: 'added' | 'removed' | 'changed' | 'reordered';
  /** A JSON pointer in which entries of lists are named by their codes: `/items/F09/points`. */
  readonly path: string;
  /** JSON pointers into the two documents; null where there is nothing. */
  readonly oldPath: string | null;
  readonly newPath: string | null;
  readonly concern: Concern;
  /** The values; null where there is none. */
  readonly old: unknown;
  readonly new: unknown;
  /** What is changed, in few words. */
  readonly label: Text;
  /** The values as people say them; null where there is none. */
  readonly oldText: Text | null;
  readonly newText: Text | null;
  readonly sentence: Text;
}

export interface ItemComparison {
  readonly status: 'added' | 'removed' | 'renumbered' | 'moved' | 'changed';
  /** The code in the new version; in the old one where it was removed. */
  readonly code: string;
  readonly oldCode: string | null;
  readonly newCode: string | null;
  readonly title: Text;
  /** Its place in the list of items, from 1; null where it is not in it. */
  readonly oldNumber: number | null;
  readonly newNumber: number | null;
  readonly changes: readonly Change[];
  /** What the changes do to the points of the item by itself. */
  readonly points: PointsEffect;
  /** What a changed deadline does to the standing; null where it did not change. */
  readonly deadline: StandingEffect | null;
  /** Base facts that the item asks for in one version only. */
  readonly asks: AskedFacts;
  readonly remarks: readonly Remark[];
}

export interface AskedFacts {
  readonly added: readonly AskedFact[];
  readonly dropped: readonly AskedFact[];
}

export interface AskedFact {
  readonly path: string;
  readonly text: Text;
}

/** Something that readers should see without searching for it. */
export interface Remark {
  readonly code:
    | 'basis_without_effect'
    | 'effect_without_basis'
    | 'texts_only'
    | 'same_effect'
    | 'asks_more'
    | 'asks_less'
    | 'incomparable_facts';
  readonly sentence: Text;
}

/** How far a search for differences went. */
export interface SearchExtent {
  readonly tried: number;
  /** Whether a difference that was not found does not exist. */
  readonly whole: boolean;
}

export interface PointsEffect extends SearchExtent {
  readonly direction: Direction;
  /** The smallest facts found that score more, fewer, or differently without a difference in points; null where none. */
  readonly more: PointsCounterexample | null;
  readonly fewer: PointsCounterexample | null;
  readonly otherwise: PointsCounterexample | null;
  readonly sentence: Text;
}

/** Facts that two versions score differently. Each version is given those of them that it knows. */
export interface PointsCounterexample {
  readonly facts: readonly CounterexampleFact[];
  /** What the item, or each of the exclusive items, came to; null where the version has no such item. */
  readonly items: readonly {
    readonly old: ItemResult | null;
    readonly new: ItemResult | null;
  }[];
  /** Points of the whole inspection. */
  readonly total: { readonly old: number; readonly new: number };
  readonly sentence: Text;
}

export interface CounterexampleFact {
  readonly path: string;
  readonly value: FactValue;
  readonly text: Text;
  readonly valueText: Text;
  /** Whether the difference rests on it; any other only has to be known, whatever its value. */
  readonly deciding: boolean;
  /** Whether the old and the new version know it. */
  readonly old: boolean;
  readonly new: boolean;
}

export interface ItemResult {
  readonly item: string;
  readonly outcome: Outcome;
  /** Points of the item by itself. */
  readonly points: number;
  /** Points that count, once exclusive items have been weighed against each other. */
  readonly counted: number;
}

export interface ExclusionComparison {
  readonly kind: 'added' | 'removed';
  readonly items: readonly [string, string];
  readonly effect: PointsEffect;
  readonly sentence: Text;
}

export interface SettingComparison {
  /** As the path of a change; the settings of one question belong together. */
  readonly path: string;
  readonly changes: readonly Change[];
  /** Null where nothing of a standing depends on it. */
  readonly effect: StandingEffect | null;
}

export interface StandingEffect {
  readonly direction: Direction;
  /** How many histories were tried, each on the days that matter. A search of histories never proves anything. */
  readonly tried: number;
  readonly more: StandingCounterexample | null;
  readonly fewer: StandingCounterexample | null;
  readonly otherwise: StandingCounterexample | null;
  readonly sentence: Text;
}

/**
 * A history on which the standings of two versions differ, each version having scored and folded all of it. Of the facts
 * of an inspection each version is given those that it knows.
 */
export interface StandingCounterexample {
  readonly records: HistoryDocument['records'];
  readonly asOf: CivilDate;
  readonly results: { readonly old: StandingResult; readonly new: StandingResult };
  readonly sentence: Text;
}

export interface StandingResult {
  readonly total: number;
  readonly carried: number;
  readonly rungs: readonly string[];
  readonly measures: readonly string[];
  readonly nextCycleDay: CivilDate;
  readonly findings: readonly Pick<StandingFinding, 'finding' | 'points' | 'deadline' | 'state' | 'reason'>[];
}

export interface ScenarioCounts {
  readonly old: number;
  readonly new: number;
  /** Codes, in the order of their version. */
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly changed: readonly string[];
  /** Codes of base facts that only one version has, or that differ. */
  readonly baseFacts: readonly string[];
}
