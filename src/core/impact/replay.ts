import { CivilDate } from '../dates/civil-date';
import { KnownAt } from '../dates/instant';
import { deadlineOf } from '../ledger/read-history';
import { AnnulmentRecord, FindingRecord, HistoryRecord, InspectionRecord, Violation } from '../ledger/history.types';
import { fromPoints } from '../numbers/points';
import { CompiledScorer } from '../scoring/compiled-scorer';

/** An inspection as it was recorded, with what it recorded. */
export interface RecordedInspection {
  readonly number: number;
  readonly key: string;
  readonly day: CivilDate;
  readonly knownAt: KnownAt;
  /** The value of a fact by its path; undefined or null where it was not recorded. */
  readonly factAt: (path: string) => unknown;
  /** The items it recorded as violated: only about these can there be records of rectification. */
  readonly found: ReadonlySet<string>;
}

/** All that is on record of one subject under a rule set. */
export interface RecordedHistory {
  readonly inspections: readonly RecordedInspection[];
  readonly others: readonly (FindingRecord | AnnulmentRecord)[];
}

/** An item that an inspection cannot decide under a version, and the facts it lacks: they were never asked for. */
export interface Undecided {
  readonly inspection: string;
  readonly item: string;
  readonly missingFacts: readonly string[];
}

/** A history as it would have been had a version governed all of it. */
export interface Replay {
  readonly records: readonly HistoryRecord[];
  /** Nothing is filled in for these: neither violated nor compliant. */
  readonly undecided: readonly Undecided[];
  /** Inspections whose facts do not fit the catalogue of the version: left out as a whole. */
  readonly unreadable: readonly string[];
}

/**
 * Replays a history under a version. Its inspections are decided anew from their facts. A violation that was not
 * recorded is hypothetical; a record about one that the version does not find has no effect.
 */
export function replay(scorer: CompiledScorer, { inspections, others }: RecordedHistory): Replay {
  const records: HistoryRecord[] = [];
  const undecided: Undecided[] = [];
  const unreadable: string[] = [];
  for (const inspection of inspections) {
    const row = scorer.fromValues(scorer.reads.map((path) => inspection.factAt(path) ?? null));
    if (row.problems.length > 0) {
      unreadable.push(inspection.key);
      continue;
    }
    const violations: Violation[] = [];
    for (const [place, { outcome, points }] of scorer.decide(row).entries()) {
      const { item, missing } = scorer.items[place] as CompiledScorer['items'][number];
      const { code, rectification } = item.item;
      if (outcome === 'not_checked') {
        undecided.push({ inspection: inspection.key, item: code, missingFacts: missing(row.values) });
      }
      if (outcome !== 'violated') continue;
      const violation = {
        item: code,
        points: fromPoints(points),
        deadline: deadlineOf(rectification.deadline, inspection.day),
      };
      violations.push(inspection.found.has(code) ? violation : { ...violation, hypothetical: true });
    }
    records.push(toRecord(scorer, inspection, violations));
  }
  return { records: [...records, ...others], undecided, unreadable };
}

function toRecord(
  { rules }: CompiledScorer,
  { number, key, day, knownAt }: RecordedInspection,
  violations: readonly Violation[],
): InspectionRecord {
  return { type: 'inspection', number, key, day, knownAt, rules, violations };
}
