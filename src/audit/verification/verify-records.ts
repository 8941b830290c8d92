import { canonicalJson, contentHash } from '../../core';
import { RowSource } from '../../database/row-source';
import { AuditBreak } from './audit-break';

interface RecordRow {
  readonly id: string;
  readonly subject: string;
  readonly ruleSet: string;
  readonly day: string;
  readonly content: Readonly<Record<string, unknown>>;
  readonly facts: unknown;
  readonly points: number | null;
  readonly inspectors: readonly string[] | null;
  readonly certifiedInspectors: readonly string[] | null;
  readonly assistedBy: readonly string[] | null;
  readonly versionHash: string | null;
  readonly publishedHash: string | null;
  readonly eventId: number | null;
  readonly told: Readonly<Record<string, unknown>> | null;
}

/** Facts of a page are in memory at once. */
const PAGE = 100;

/**
 * Holds every record, with the facts and points of an inspection, to the event that told of it when it was taken, and
 * every inspection to the version that scored it.
 */
export async function verifyRecords(
  source: RowSource,
): Promise<{ readonly records: number; readonly breaks: readonly AuditBreak[] }> {
  const rows = source.stream<RecordRow>(
    `SELECT r.id, s.code AS subject, r.rule_set_id AS "ruleSet", r.day, r.content, i.facts, i.points::float8 AS points,
            i.inspectors, i.certified_inspectors AS "certifiedInspectors", i.assisted_by AS "assistedBy", i.version_hash AS "versionHash", v.hash AS "publishedHash", e.id AS "eventId", e.content::jsonb -> 'after' AS told
       FROM record r JOIN subject s ON s.id = r.subject_id LEFT JOIN inspection i ON i.id = r.id
            LEFT JOIN rule_set_version v ON v.id = r.version_id
            LEFT JOIN LATERAL (SELECT id, content FROM audit_event
                                WHERE entity = 'record' AND entity_id = r.id::text ORDER BY id LIMIT 1) e ON true
      ORDER BY r.subject_id, r.rule_set_id, r.number`,
    PAGE,
  );
  let records = 0;
  let first: AuditBreak | undefined;
  for await (const row of rows) {
    records += 1;
    first ??= breakOf(row);
  }
  first ??= await missingRecord(source);
  return { records, breaks: first === undefined ? [] : [first] };
}

/** The first record that an event tells of and that is gone. */
async function missingRecord(source: RowSource): Promise<AuditBreak | undefined> {
  const [row] = await source.rows<{ id: number; entity: string }>(
    `SELECT e.id, e.entity_id AS entity FROM audit_event e
      WHERE e.entity = 'record' AND NOT EXISTS (SELECT FROM record r WHERE r.id::text = e.entity_id)
      ORDER BY e.id LIMIT 1`,
  );
  return row === undefined ? undefined : { code: 'record_missing', entity: row.entity, eventId: row.id };
}

function breakOf(row: RecordRow): AuditBreak | undefined {
  const { id: entity, eventId, told } = row;
  if (eventId === null || told === null) return { code: 'record_without_event', entity };
  const { subject, ruleSet, day, content, versionHash, publishedHash } = row;
  const inspection = ofInspection(row);
  const stored: Readonly<Record<string, unknown>> = { subject, ruleSet, day, ...content, ...inspection };
  for (const what of new Set([...Object.keys(told), ...Object.keys(stored)])) {
    // Events of earlier releases say less of an inspection.
    if (!(what in told) && what in inspection) continue;
    const [expected, found] = [shown(told[what]), shown(stored[what])];
    if (expected !== found) return { code: 'record_differs', entity, eventId, what, expected, found };
  }
  if (versionHash === publishedHash) return undefined;
  return { code: 'inspection_version_differs', entity, expected: String(publishedHash), found: String(versionHash) };
}

function ofInspection({ facts, points, inspectors, certifiedInspectors, assistedBy }: RecordRow): object {
  return facts === null ? {} : { inspectors, certifiedInspectors, assistedBy, factsHash: contentHash(facts), points };
}

const shown = (value: unknown): string => (value === undefined ? '–' : canonicalJson(value));
