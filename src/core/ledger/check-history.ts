import { isOfRegime } from '../regime/regime-kinds';
import { RegimeRecord } from '../regime/regime-records.types';
import { byKnowledge } from './annulments';
import { Refusal } from './finding';
import { AnnulmentRecord, byDay, FindingRecord, findingKey, HistoryRecord, InspectionRecord } from './history.types';
import { applyRecord, foldingRecords, newTimeline, Timeline } from './timeline';

/** Why a record cannot be taken into a history. */
export type RecordRefusal =
  Refusal | 'no_such_case' | 'no_such_record' | 'already_annulled' | 'annulled_too_early' | 'displaces_record';

export interface RefusedRecord {
  readonly record: HistoryRecord;
  readonly reason: RecordRefusal;
}

/**
 * Checks that every record had an effect when it became known, in the light of what was known by then. A record that
 * became known late may not take the effect from one known earlier: that one has to be annulled first.
 * Keys and numbers must be unique.
 *
 * @returns the records that have to be refused, in the order in which they became known; each is left out for the next
 */
export function checkHistory(records: readonly HistoryRecord[]): readonly RefusedRecord[] {
  const refused: RefusedRecord[] = [];
  const intake = new RecordIntake();
  for (const record of [...records].sort(byKnowledge)) {
    const reason = intake.take(record);
    if (reason === undefined) continue;
    const early = reason === 'no_such_finding' && comesBeforeItsInspection(record, records);
    refused.push({ record, reason: early ? 'before_inspection' : reason });
  }
  return refused;
}

/** Checks one more record against a history that was checked before. */
export function checkNextRecord(history: readonly HistoryRecord[], record: HistoryRecord): RecordRefusal | undefined {
  return new RecordIntake(history).take(record);
}

/**
 * Takes records into a history one after the other, each checked against all before it. Those that come in the order of
 * their days need no second look at the others.
 */
export class RecordIntake {
  private readonly known: HistoryRecord[];
  private readonly byKey = new Map<string, HistoryRecord>();
  private timeline: Timeline = newTimeline([]);
  private last: HistoryRecord | undefined;

  /** @param history records that were checked before */
  constructor(history: readonly HistoryRecord[] = []) {
    this.known = [...history];
    for (const record of history) this.byKey.set(record.key, record);
    this.rebuild(this.known);
  }

  /** Everything taken so far, the history it began with included. */
  get records(): readonly HistoryRecord[] {
    return this.known;
  }

  /** Takes a record, or says why it cannot be and leaves everything as it was. */
  take(record: HistoryRecord): RecordRefusal | undefined {
    const reason = this.refusalOf(record);
    if (reason !== undefined) return reason;
    this.known.push(record);
    this.byKey.set(record.key, record);
    return undefined;
  }

  private refusalOf(record: HistoryRecord): RecordRefusal | undefined {
    if (record.type === 'annulment') return this.takeAnnulment(record);
    return isOfRegime(record) ? this.takeOfRegime(record) : this.takeFact(record);
  }

  /** Findings do not depend on records of a regime; only a date of a case needs the case. */
  private takeOfRegime(record: RegimeRecord): RecordRefusal | undefined {
    if (record.type !== 'milestone') return undefined;
    const isKnown = this.byKey.get(record.case)?.type === 'case' && !this.timeline.annulled.records.has(record.case);
    return isKnown ? undefined : 'no_such_case';
  }

  private takeAnnulment(annulment: AnnulmentRecord): RecordRefusal | undefined {
    const { annuls } = annulment;
    if ('record' in annuls) {
      const target = this.byKey.get(annuls.record);
      if (target === undefined) return 'no_such_record';
      if (annulment.day < target.day) return 'annulled_too_early';
      if (this.timeline.annulled.records.has(annuls.record)) return 'already_annulled';
    } else {
      const inspection = this.byKey.get(annuls.finding.inspection);
      if (inspection?.type !== 'inspection' || !violates(inspection, annuls.finding.item)) return 'no_such_finding';
      if (annulment.day < inspection.day) return 'annulled_too_early';
      const { findings, records } = this.timeline.annulled;
      if (findings.has(findingKey(annuls.finding)) || records.has(inspection.key)) return 'already_annulled';
    }
    this.rebuild([...this.known, annulment]);
    return undefined;
  }

  private takeFact(record: InspectionRecord | FindingRecord): RecordRefusal | undefined {
    if (this.last !== undefined && byDay(record, this.last) < 0) return this.takeOutOfOrder(record);
    const before = this.timeline.withoutEffect.length;
    applyRecord(this.timeline, record);
    const reason = this.timeline.withoutEffect[before]?.reason;
    if (reason === undefined) this.last = record;
    else this.timeline.withoutEffect.pop();
    return reason;
  }

  private takeOutOfOrder(record: InspectionRecord | FindingRecord): RecordRefusal | undefined {
    const ineffective = new Set(this.timeline.withoutEffect.map(({ record: { key } }) => key));
    this.rebuild([...this.known, record]);
    if (record.type === 'inspection') return undefined;
    const lost = this.timeline.withoutEffect.filter(({ record: { key } }) => !ineffective.has(key));
    const own = lost.find(({ record: { key } }) => key === record.key);
    if (lost.length === 0) return undefined;
    this.rebuild(this.known);
    return own?.reason ?? 'displaces_record';
  }

  private rebuild(known: readonly HistoryRecord[]): void {
    this.timeline = newTimeline(known);
    const folding = foldingRecords(known, this.timeline.annulled);
    for (const record of folding) applyRecord(this.timeline, record);
    this.last = folding.at(-1);
  }
}

/** A record dated before its inspection is most often known before it too, and then finds nothing it could be about. */
function comesBeforeItsInspection(record: HistoryRecord, records: readonly HistoryRecord[]): boolean {
  if (record.type === 'inspection' || record.type === 'annulment' || isOfRegime(record)) return false;
  const { inspection, item } = record.finding;
  return records.some(
    (other) =>
      other.type === 'inspection' && other.key === inspection && violates(other, item) && byDay(record, other) < 0,
  );
}

function violates(inspection: InspectionRecord, item: string): boolean {
  return inspection.violations.some((violation) => violation.item === item);
}
