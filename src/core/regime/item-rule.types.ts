import { Counting, Period, PointsRule, Test } from '../rule-set/regime.types';

/** The dates that every finding of an inspection has, whatever the regime calls those of its cases. */
export const FINDING_DATES = ['found', 'deadline', 'completed', 'passed'] as const;

/** What an item says once its defaults are filled in; an item of inspections is dated by `found` throughout. */
export interface ItemRule {
  readonly code: string;
  readonly category?: string;
  readonly counting: Required<Counting>;
  /** Absent for an item of inspections: its points come from the inspection. */
  readonly points?: PointsRule;
  readonly variants: readonly { readonly points: number; readonly when: Test }[];
  readonly cap?: number;
  readonly validity?: Period;
}
