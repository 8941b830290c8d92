import { EntityManager } from 'typeorm';
import { CivilDate } from '../core';
import { askTogether } from '../database/ask-together';
import { Attributes, RegisterEntry, SubjectState } from './register-entry';

/** An entry with the instant it was recorded. */
export interface StoredEntry extends RegisterEntry {
  readonly recordedAt: Date;
}

interface EntryColumns {
  readonly subjectId: string;
  readonly number: number;
  readonly validFrom: CivilDate;
  readonly name: string | null;
  readonly trade: string | null;
  readonly state: SubjectState | null;
  readonly officeId: string | null;
  readonly attributes: Attributes;
  readonly recordedAt: number;
}

const COLUMNS = `'subjectId', subject_id, 'number', number, 'validFrom', valid_from, 'name', name, 'trade', trade,
  'state', state, 'officeId', office_id, 'attributes', attributes, 'recordedAt', extract(epoch FROM recorded_at) * 1000`;

/** All entries of some subjects, by subject, in the order of their recording. */
export async function readEntries(
  manager: EntityManager,
  subjectIds: readonly string[],
): Promise<ReadonlyMap<string, readonly StoredEntry[]>> {
  const rows = await askTogether<EntryColumns[]>(manager, {
    sql: `SELECT coalesce(json_agg(json_build_object(${COLUMNS}) ORDER BY subject_id, number), '[]')
            FROM subject_entry WHERE subject_id = ANY($1::uuid[])`,
    params: [subjectIds],
  });
  const entries = new Map<string, StoredEntry[]>(subjectIds.map((id) => [id, []]));
  for (const row of rows) entries.get(row.subjectId)?.push(toEntry(row));
  return entries;
}

/** Stores a subject, still without entries, and tells the id of its row; undefined where its code is taken. */
export async function insertSubject(manager: EntityManager, code: string, at: Date): Promise<string | undefined> {
  const rows = await manager.query<{ id: string }[]>(
    'INSERT INTO subject (code, created_at) VALUES ($1, $2) ON CONFLICT (code) DO NOTHING RETURNING id',
    [code, at],
  );
  return rows[0]?.id;
}

/** Appends an entry. The subject must be locked: its number is the next one. */
export async function appendEntry(manager: EntityManager, subjectId: string, entry: StoredEntry): Promise<void> {
  const { number, validFrom, name = null, trade = null, state = null, officeId = null, attributes, recordedAt } = entry;
  await manager.query(
    `INSERT INTO subject_entry
            (subject_id, number, valid_from, name, trade, state, office_id, attributes, recorded_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8::jsonb, $9)`,
    [subjectId, number, validFrom, name, trade, state, officeId, JSON.stringify(attributes), recordedAt],
  );
}

function toEntry(row: EntryColumns): StoredEntry {
  const { number, validFrom, name, trade, state, officeId, attributes, recordedAt } = row;
  return {
    number,
    validFrom,
    recordedAt: new Date(recordedAt),
    attributes,
    ...(name === null ? {} : { name }),
    ...(trade === null ? {} : { trade }),
    ...(state === null ? {} : { state }),
    ...(officeId === null ? {} : { officeId }),
  };
}
