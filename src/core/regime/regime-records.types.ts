import { CivilDate } from '../dates/civil-date';
import { KnownAt } from '../dates/instant';
import { Facts } from '../facts/read-facts';
import { CompiledRuleSet } from '../rule-set/compile';
import { Length } from '../rule-set/regime.types';

interface RecordHead {
  readonly number: number;
  readonly key: string;
  /** The first of its days. */
  readonly day: CivilDate;
  readonly knownAt: KnownAt;
}

/** A violation recorded with its dates, outside an inspection against the list of facts. */
export interface CaseRecord extends RecordHead {
  readonly type: 'case';
  /** The version that makes it a posting. */
  readonly rules: CompiledRuleSet;
  readonly item: string;
  readonly dates: Readonly<Record<string, CivilDate>>;
  readonly facts: Facts;
  readonly tags: Readonly<Record<string, string>>;
  readonly chosen?: number;
}

/** A date of a case that came about later. */
export interface MilestoneRecord extends RecordHead {
  readonly type: 'milestone';
  readonly case: string;
  readonly date: string;
}

export interface CreditRecord extends RecordHead {
  readonly type: 'credit';
  readonly credit: string;
}

export interface MeasureRecord extends RecordHead {
  readonly type: 'measure';
  readonly measure: string;
  readonly event: 'imposed' | 'started' | 'completed';
  readonly length?: Length;
}

/** Register facts of the subject from a day on. */
export interface SubjectRecord extends RecordHead {
  readonly type: 'subject';
  readonly facts: Facts;
}

export type RegimeRecord = CaseRecord | MilestoneRecord | CreditRecord | MeasureRecord | SubjectRecord;
