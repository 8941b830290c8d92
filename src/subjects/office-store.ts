import { EntityManager } from 'typeorm';
import { CivilDate } from '../core';
import { Office } from './office.entity';

/** An office with the code of the one above it. */
export interface StoredOffice extends Omit<Office, 'createdAt'> {
  readonly parent: string | null;
}

/** `shared` keeps an office from being ended until the transaction is over, `exclusive` also from being referred to. */
export type OfficeLock = 'shared' | 'exclusive';

const LOCKS = { shared: 'FOR SHARE OF o', exclusive: 'FOR NO KEY UPDATE OF o' } as const;

const COLUMNS = `o.id, o.code, o.level, o.parent_id AS "parentId", p.code AS parent, o.name, o.name_en AS "nameEn",
                 o.valid_from AS "validFrom", o.valid_to AS "validTo"`;

const TABLES = 'office o LEFT JOIN office p ON p.id = o.parent_id';

export async function findOffice(
  manager: EntityManager,
  code: string,
  lock: OfficeLock,
): Promise<StoredOffice | undefined> {
  const rows = await manager.query<StoredOffice[]>(
    `SELECT ${COLUMNS} FROM ${TABLES} WHERE o.code = $1 ${LOCKS[lock]}`,
    [code],
  );
  return rows[0];
}

/** Offices after a code, in the order of their codes; those valid on a day where one is given. */
export function listOffices(
  manager: EntityManager,
  { asOf, after, limit }: { readonly asOf?: string; readonly after?: string; readonly limit: number },
): Promise<StoredOffice[]> {
  return manager.query<StoredOffice[]>(
    `SELECT ${COLUMNS} FROM ${TABLES}
      WHERE ($1::text IS NULL OR o.code > $1)
        AND ($2::date IS NULL OR o.valid_from <= $2 AND (o.valid_to IS NULL OR $2 < o.valid_to))
      ORDER BY o.code LIMIT $3`,
    [after ?? null, asOf ?? null, limit],
  );
}

/** Stores an office; false where its code is taken. */
export async function insertOffice(
  manager: EntityManager,
  { code, level, parentId, name, nameEn, validFrom, validTo }: Omit<StoredOffice, 'id'>,
  createdAt: Date,
): Promise<boolean> {
  const rows = await manager.query<unknown[]>(
    `INSERT INTO office (code, level, parent_id, name, name_en, valid_from, valid_to, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (code) DO NOTHING RETURNING id`,
    [code, level, parentId, name, nameEn, validFrom, validTo, createdAt],
  );
  return rows.length > 0;
}

export async function endOffice(manager: EntityManager, id: string, validTo: CivilDate): Promise<void> {
  await manager.query('UPDATE office SET valid_to = $2 WHERE id = $1', [id, validTo]);
}

/** An office directly below one that is valid on a day or later. */
export async function childValidSince(manager: EntityManager, id: string, day: CivilDate): Promise<string | undefined> {
  const rows = await manager.query<{ code: string }[]>(
    'SELECT code FROM office WHERE parent_id = $1 AND (valid_to IS NULL OR valid_to > $2) ORDER BY code LIMIT 1',
    [id, day],
  );
  return rows[0]?.code;
}

/**
 * A subject that an office is in charge of on any day from one to another, both included: one in reach where there is.
 * @param inReach makes the condition on the row `s` of a subject, adding its parameters
 */
export async function subjectInCharge(
  manager: EntityManager,
  inReach: (parameters: unknown[]) => string,
  officeId: string,
  days: { readonly from: CivilDate; readonly to: CivilDate },
): Promise<{ readonly code: string; readonly inReach: boolean } | undefined> {
  const parameters: unknown[] = [officeId, days.from, days.to];
  const rows = await manager.query<{ code: string; inReach: boolean }[]>(
    `SELECT s.code, ${inReach(parameters)} AS "inReach"
       FROM (SELECT subject_id, office_id, valid_from,
                    lead(valid_from) OVER (PARTITION BY subject_id ORDER BY valid_from, number) AS until
               FROM subject_entry
              WHERE office_id IS NOT NULL
                AND subject_id IN (SELECT subject_id FROM subject_entry WHERE office_id = $1)) e
       JOIN subject s ON s.id = e.subject_id
      WHERE e.office_id = $1 AND greatest(e.valid_from, $2::date) < least(e.until, $3::date + 1)
      ORDER BY "inReach" DESC, s.code LIMIT 1`,
    parameters,
  );
  return rows[0];
}

/** The codes of offices by the ids of their rows. */
export async function officeCodes(
  manager: EntityManager,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await manager.query<{ id: string; code: string }[]>(
    'SELECT id, code FROM office WHERE id = ANY($1::uuid[])',
    [[...new Set(ids)]],
  );
  return new Map(rows.map(({ id, code }) => [id, code]));
}

/** The ids of an office and all below it; none where there is no such office. */
export async function officesBelow(manager: EntityManager, code: string): Promise<readonly string[]> {
  const rows = await manager.query<{ id: string }[]>(
    `WITH RECURSIVE below AS (
       SELECT id FROM office WHERE code = $1
       UNION ALL
       SELECT o.id FROM office o JOIN below ON o.parent_id = below.id
     ) SELECT id FROM below`,
    [code],
  );
  return rows.map(({ id }) => id);
}
