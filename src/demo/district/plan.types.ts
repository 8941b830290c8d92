import { CivilDate, CompiledRuleSet } from '../../core';
import { NewRecord } from '../../inspections/new-record';
import { NewInspector } from '../../inspectors/inspectors.service';
import { NewOffice } from '../../subjects/offices.service';
import { NewSubject, SubjectChange } from '../../subjects/subjects.service';

/** What a plan is made from. The same gives the same plan, byte for byte. */
export interface PlanInput {
  readonly seed: number;
  /** The day on which the district is made: everything in it happened before. */
  readonly today: CivilDate;
  /** The version in force on a day, which knows the cycles and the deadlines. */
  readonly rulesOn: (day: CivilDate) => CompiledRuleSet;
}

/** A record as the batch takes it, known at the end of its own day. */
export type PlannedEntry = NewRecord & {
  readonly key: string;
  readonly subject: string;
  readonly ruleSet: string;
  readonly knownAt: CivilDate;
};

export interface PlannedEnterprise {
  readonly register: NewSubject;
  /** In the order of their days. */
  readonly changes: readonly SubjectChange[];
  /** In the order of their days. */
  readonly entries: readonly PlannedEntry[];
}

export interface DistrictPlan {
  /** From the jurisdiction down. */
  readonly offices: readonly NewOffice[];
  readonly inspectors: readonly NewInspector[];
  /** The one whose story is told comes last: when it is there, all are. */
  readonly enterprises: readonly PlannedEnterprise[];
}

/** How careful an enterprise is. */
export type Care = 'good' | 'fair' | 'poor';

/** An enterprise before anything happens. */
export interface Enterprise {
  readonly number: number;
  readonly code: string;
  readonly name: string;
  readonly trade: string;
  readonly isMetalSmelting: boolean;
  readonly employees: number;
  readonly furnaces: number;
  readonly care: Care;
  /** Code of its first office. */
  readonly office: string;
}
