import { EntityManager } from 'typeorm';
import { CivilDate } from '../core';
import { CertificateEntry } from './certificate-validity';

/** An entry about a certificate, with its place among them and when it was made. */
export type StoredCertificateEntry = CertificateEntry & { readonly number: number; readonly recordedAt: string };

/** An inspector with everything that was entered about the certificate, the office by its code. */
export interface StoredInspector {
  readonly id: string;
  readonly certificateNumber: string;
  readonly name: string;
  readonly office: string;
  readonly entries: readonly StoredCertificateEntry[];
}

/** Makes a condition on the row `i` of an inspector, adding its parameters. */
export type InspectorCondition = (parameters: unknown[]) => string;

/** Of the row `i` of an inspector: its entries as JSON, in the order of their recording. */
export const ENTRIES_OF_I = `(SELECT json_agg(jsonb_build_object('number', e.number, 'type', e.type, 'recordedAt',
      to_char(e.recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) || CASE e.type
        WHEN 'period' THEN jsonb_build_object('validFrom', e.valid_from, 'validTo', e.valid_to)
        ELSE jsonb_build_object('revokedFrom', e.revoked_from, 'reason', e.reason) END ORDER BY e.number)
    FROM inspector_entry e WHERE e.inspector_id = i.id)`;

const SELECT = `SELECT i.id, i.certificate_number AS "certificateNumber", i.name, o.code AS office, ${ENTRIES_OF_I} AS entries
                  FROM inspector i JOIN office o ON o.id = i.office_id`;

/** The inspector with a certificate, locked for entries about it; undefined where there is none. */
export async function lockInspector(
  manager: EntityManager,
  inReach: InspectorCondition,
  certificateNumber: string,
): Promise<StoredInspector | undefined> {
  const parameters: unknown[] = [certificateNumber];
  const condition = inReach(parameters);
  // Locked first: entries that were made while this waited are to be seen.
  await manager.query(`SELECT 1 FROM inspector i WHERE i.certificate_number = $1 AND ${condition} FOR NO KEY UPDATE`, [
    ...parameters,
  ]);
  return findInspector(manager, inReach, certificateNumber);
}

export async function findInspector(
  manager: EntityManager,
  inReach: InspectorCondition,
  certificateNumber: string,
): Promise<StoredInspector | undefined> {
  const parameters: unknown[] = [certificateNumber];
  const rows = await manager.query<StoredInspector[]>(
    `${SELECT} WHERE i.certificate_number = $1 AND ${inReach(parameters)}`,
    parameters,
  );
  return rows[0];
}

export interface InspectorFilter {
  readonly officeIds?: readonly string[] | undefined;
  /** Only those whose certificates are valid on this day. */
  readonly validOn?: string | undefined;
  /** Goes on after this certificate number. */
  readonly after?: string | undefined;
  readonly limit: number;
}

/** Inspectors in the order of their certificate numbers. Valid is what `validityOf` folds as valid. */
export function listInspectors(
  manager: EntityManager,
  inReach: InspectorCondition,
  { officeIds, validOn, after, limit }: InspectorFilter,
): Promise<StoredInspector[]> {
  const parameters: unknown[] = [officeIds ?? null, validOn ?? null, after ?? null, limit];
  return manager.query<StoredInspector[]>(
    `${SELECT}
      WHERE ($1::uuid[] IS NULL OR i.office_id = ANY($1))
        AND ($2::date IS NULL OR EXISTS (
              SELECT FROM inspector_entry p
               WHERE p.inspector_id = i.id AND p.valid_from <= $2 AND (p.valid_to IS NULL OR $2 < p.valid_to)
                 AND NOT EXISTS (SELECT FROM inspector_entry w
                                  WHERE w.inspector_id = i.id AND w.number > p.number AND w.revoked_from <= $2)))
        AND ($3::text IS NULL OR i.certificate_number > $3)
        AND ${inReach(parameters)}
      ORDER BY i.certificate_number LIMIT $4`,
    parameters,
  );
}

/** Stores an inspector, still without entries, and tells the id of its row; undefined where the number is taken. */
export async function insertInspector(
  manager: EntityManager,
  {
    certificateNumber,
    name,
    officeId,
  }: { readonly certificateNumber: string; readonly name: string; readonly officeId: string },
  createdAt: Date,
): Promise<string | undefined> {
  const rows = await manager.query<{ id: string }[]>(
    `INSERT INTO inspector (certificate_number, name, office_id, created_at) VALUES ($1, $2, $3, $4)
     ON CONFLICT (certificate_number) DO NOTHING RETURNING id`,
    [certificateNumber, name, officeId, createdAt],
  );
  return rows[0]?.id;
}

/** Appends an entry. The inspector must be new or locked: its number is the next one. */
export async function appendCertificateEntry(
  manager: EntityManager,
  inspectorId: string,
  number: number,
  entry: CertificateEntry,
  recordedAt: Date,
): Promise<void> {
  const isPeriod = entry.type === 'period';
  const days: readonly (CivilDate | string | null)[] = isPeriod
    ? [entry.validFrom, entry.validTo, null, null]
    : [null, null, entry.revokedFrom, entry.reason];
  await manager.query(
    `INSERT INTO inspector_entry
            (inspector_id, number, type, valid_from, valid_to, revoked_from, reason, recorded_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [inspectorId, number, entry.type, ...days, recordedAt],
  );
}
