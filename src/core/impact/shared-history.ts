import { fromEpochDay } from '../dates/civil-date';
import { Annulled, annulledBy } from '../ledger/annulments';
import { FlatStep, flatStep } from '../ledger/flat-history';
import { byDay, findingKey, HistoryRecord } from '../ledger/history.types';
import { CompiledRuleSet } from '../rule-set/compile';
import { PopulationHistory, PopulationInspection } from './population-history.types';

/** What both replays of one history have in common: what is annulled, and what was recorded about its findings. */
export interface SharedHistory {
  /** In the order in which they fold, without what is annulled. */
  readonly inspections: readonly PopulationInspection[];
  readonly annulled: Annulled;
  /** By the key of the finding, in the order in which they fold. */
  readonly steps: ReadonlyMap<string, readonly FlatStep[]>;
}

/** @param rules any version: what is annulled does not depend on it */
export function shareHistory({ inspections, others }: PopulationHistory, rules: CompiledRuleSet): SharedHistory {
  const annulled = annulledBy(
    others.some(({ type }) => type === 'annulment')
      ? [...inspections.map((inspection) => recordOf(inspection, rules)), ...others]
      : [],
  );
  const standing = inspections.filter(({ key }) => !annulled.records.has(key)).sort(inOrder);
  const places = new Map(standing.map((inspection) => [inspection.key, inspection]));
  const steps = new Map<string, FlatStep[]>();
  for (const record of others.toSorted(byDay)) {
    if (record.type === 'annulment' || annulled.records.has(record.key)) continue;
    const inspection = places.get(record.finding.inspection);
    const step = flatStep(record);
    if (inspection === undefined || inOrder(step, inspection) < 0) continue;
    const key = findingKey(record.finding);
    const known = steps.get(key);
    if (known === undefined) steps.set(key, [step]);
    else known.push(step);
  }
  return { inspections: standing, annulled, steps };
}

function inOrder(a: Pick<FlatStep, 'day' | 'number'>, b: Pick<FlatStep, 'day' | 'number'>): number {
  return a.day - b.day || a.number - b.number;
}

function recordOf({ number, key, day, knownAt }: PopulationInspection, rules: CompiledRuleSet): HistoryRecord {
  return { type: 'inspection', number, key, day: fromEpochDay(day), knownAt, rules, violations: [] };
}
