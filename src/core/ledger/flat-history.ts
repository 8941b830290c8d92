import { epochDayOf } from '../dates/civil-date';
import { Points, toPoints } from '../numbers/points';
import { CompiledRuleSet } from '../rule-set/compile';
import { annulledBy } from './annulments';
import { FlatRules } from './flat-rules';
import { findingKey, FindingRecord, HistoryRecord, InspectionRecord } from './history.types';
import { foldingRecords } from './timeline';

/** A day as the number of days since 1970-01-01. */
export type EpochDay = number;

/** Place in the order in which records fold: the day, and among records of one day the number. */
export interface FlatPlace {
  readonly day: EpochDay;
  readonly number: number;
}

/** What was recorded about a finding. */
export type FlatStep = FlatPlace &
  (
    | { readonly type: 'rectification' }
    | { readonly type: 're_inspection'; readonly passed: boolean }
    | { readonly type: 'extension'; readonly newDeadline: EpochDay }
  );

export interface FlatViolation {
  /** Index of the item in the rule set that made it. */
  readonly item: number;
  readonly points: Points;
  readonly deadline: EpochDay;
  /** What was recorded about it after its inspection, in the order in which it folds: before it nothing has effect. */
  readonly steps: readonly FlatStep[];
  /**
   * Made by replaying the inspection under other rules, and never told to the enterprise: it stands in the way of no
   * later finding. Absent: it was recorded.
   */
  readonly onlyReplayed?: true;
}

export interface FlatInspection extends FlatPlace {
  readonly rules: FlatRules;
  /** In the order of the rule set. */
  readonly violations: readonly FlatViolation[];
}

/** The inspections of one subject in the order in which they fold, without what is annulled. */
export type FlatHistory = readonly FlatInspection[];

const NO_STEPS: readonly FlatStep[] = [];

/** Lays a history flat. @param flatRules one for each version, compiled once */
export function flattenHistory(
  records: readonly HistoryRecord[],
  flatRules: (rules: CompiledRuleSet) => FlatRules,
): FlatHistory {
  const annulled = annulledBy(records);
  const folding = foldingRecords(records, annulled);
  const steps = new Map<string, FlatStep[]>();
  const inspected = new Set<string>();
  for (const record of folding) {
    if (record.type === 'inspection') {
      inspected.add(record.key);
      continue;
    }
    if (!inspected.has(record.finding.inspection)) continue;
    const key = findingKey(record.finding);
    const others = steps.get(key);
    if (others === undefined) steps.set(key, [flatStep(record)]);
    else others.push(flatStep(record));
  }
  const flatten = ({ key, day, number, rules, violations }: InspectionRecord): FlatInspection => ({
    day: epochDayOf(day),
    number,
    rules: flatRules(rules),
    violations: violations.flatMap(({ item, points, deadline }): readonly FlatViolation[] => {
      const name = findingKey({ inspection: key, item });
      if (annulled.findings.has(name)) return [];
      const index = rules.itemIndex.get(item) as number;
      return [
        { item: index, points: toPoints(points), deadline: epochDayOf(deadline), steps: steps.get(name) ?? NO_STEPS },
      ];
    }),
  });
  return folding.filter((record) => record.type === 'inspection').map(flatten);
}

export function flatStep(record: FindingRecord): FlatStep {
  const place = { day: epochDayOf(record.day), number: record.number };
  switch (record.type) {
    case 'rectification':
      return { ...place, type: 'rectification' };
    case 're_inspection':
      return { ...place, type: 're_inspection', passed: record.passed };
    case 'extension':
      return { ...place, type: 'extension', newDeadline: epochDayOf(record.newDeadline) };
  }
}
