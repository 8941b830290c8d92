import { CivilDate } from '../dates/civil-date';
import { KnownAt } from '../dates/instant';
import { CompiledRuleSet } from '../rule-set/compile';
import { RegimeRecord } from '../regime/regime-records.types';
import { FindingReference } from '../rule-set/rule-set.types';

/** A violation found by an inspection, before it is known whether it is posted. */
export interface Violation {
  readonly item: string;
  /** Points of the item by itself, before exclusive items are weighed. */
  readonly points: number;
  /** The last day on which it is put right in time. */
  readonly deadline: CivilDate;
  /**
   * Found only where a history is replayed under another version: nobody was told of it, so nothing on record says
   * whether it was put right, and it keeps no later violation from being posted.
   */
  readonly hypothetical?: true;
}

interface RecordHead {
  /** Unique in its history. Records fold by day, then number. */
  readonly number: number;
  /** Unique in its history. */
  readonly key: string;
  /** The day it happened or was decided. */
  readonly day: CivilDate;
  readonly knownAt: KnownAt;
}

export interface InspectionRecord extends RecordHead {
  readonly type: 'inspection';
  /** The rule set that scored it; its rules also clear its postings. */
  readonly rules: CompiledRuleSet;
  /** In the order of the rule set. */
  readonly violations: readonly Violation[];
}

export interface RectificationRecord extends RecordHead {
  readonly type: 'rectification';
  readonly finding: FindingReference;
}

export interface ReInspectionRecord extends RecordHead {
  readonly type: 're_inspection';
  readonly finding: FindingReference;
  readonly passed: boolean;
}

export interface ExtensionRecord extends RecordHead {
  readonly type: 'extension';
  readonly finding: FindingReference;
  readonly newDeadline: CivilDate;
}

export interface AnnulmentRecord extends RecordHead {
  readonly type: 'annulment';
  readonly annuls: { readonly finding: FindingReference } | { readonly record: string };
}

export type FindingRecord = RectificationRecord | ReInspectionRecord | ExtensionRecord;

/** One fact of a subject's history, scored where it is an inspection. Append-only: never changed, only annulled. */
export type HistoryRecord = InspectionRecord | FindingRecord | AnnulmentRecord | RegimeRecord;

/** The name of a finding: one inspection violates an item at most once. */
export function findingKey({ inspection, item }: FindingReference): string {
  return `${inspection}/${item}`;
}

/** Order in which records fold. */
export function byDay(a: HistoryRecord, b: HistoryRecord): number {
  return a.day < b.day ? -1 : a.day > b.day ? 1 : a.number - b.number;
}
