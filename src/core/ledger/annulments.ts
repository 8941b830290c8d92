import { AnnulmentRecord, byDay, findingKey, HistoryRecord } from './history.types';

/** What is annulled by the records at hand. */
export interface Annulled {
  /** Annulled findings by key, with the annulment. */
  readonly findings: ReadonlyMap<string, AnnulmentRecord>;
  /** Annulled records by key, with the annulment. */
  readonly records: ReadonlyMap<string, AnnulmentRecord>;
}

/** Order in which records became known: those known at the same instant by day, then number. */
export function byKnowledge(a: HistoryRecord, b: HistoryRecord): number {
  return a.knownAt - b.knownAt || byDay(a, b);
}

/**
 * Works out what is annulled. An annulment strikes only what became known before it, and may itself be annulled, so the
 * latest is looked at first.
 */
export function annulledBy(records: readonly HistoryRecord[]): Annulled {
  const findings = new Map<string, AnnulmentRecord>();
  const annulled = new Map<string, AnnulmentRecord>();
  const annulments = records.filter((record) => record.type === 'annulment').sort((a, b) => byKnowledge(b, a));
  if (annulments.length === 0) return { findings, records: annulled };
  const byKey = new Map(records.map((record) => [record.key, record]));
  for (const annulment of annulments) {
    if (annulled.has(annulment.key)) continue;
    const { annuls } = annulment;
    const target = byKey.get('finding' in annuls ? annuls.finding.inspection : annuls.record);
    if (target === undefined || byKnowledge(target, annulment) >= 0) continue;
    if ('finding' in annuls) findings.set(findingKey(annuls.finding), annulment);
    else annulled.set(annuls.record, annulment);
  }
  return { findings, records: annulled };
}
