import { EntityManager } from 'typeorm';
import { preparedQuery } from '../../database/prepared-query';
import { Permission } from '../permissions';
import { ReachColumns } from '../reach/reach.store';
import { ApiKey } from './api-key.entity';

/** A key as it is stored, without its hash. */
export interface StoredApiKey extends ReachColumns {
  readonly id: string;
  readonly name: string;
  readonly start: string;
  readonly scopes: readonly Permission[];
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly revokedAt: Date | null;
  readonly lastUsedAt: Date | null;
}

const COLUMNS = `id, name, start, scopes, reach, office_ids AS "officeIds", subject_code AS "subjectCode",
  created_by AS "createdBy", created_at AS "createdAt", expires_at AS "expiresAt", revoked_at AS "revokedAt",
  last_used_at AS "lastUsedAt"`;

/** One question by an index: requests of machines ask it. */
export async function findApiKeyByHash(manager: EntityManager, hash: string): Promise<StoredApiKey | undefined> {
  const sql = `SELECT ${COLUMNS} FROM api_key WHERE hash = $1`;
  const rows = await preparedQuery<StoredApiKey>(manager, { sql, params: [hash] });
  return rows[0];
}

export async function lockApiKey(manager: EntityManager, id: string): Promise<StoredApiKey | undefined> {
  const rows = await manager.query<StoredApiKey[]>(`SELECT ${COLUMNS} FROM api_key WHERE id = $1 FOR NO KEY UPDATE`, [
    id,
  ]);
  return rows[0];
}

/** Keys after a place, the newest first. */
export function listApiKeys(
  manager: EntityManager,
  { after, limit }: { readonly after?: readonly [createdAt: string, id: string]; readonly limit: number },
): Promise<StoredApiKey[]> {
  return manager.query<StoredApiKey[]>(
    `SELECT ${COLUMNS} FROM api_key
      WHERE $1::timestamptz IS NULL OR (created_at, id) < ($1::timestamptz, $2::uuid)
      ORDER BY created_at DESC, id DESC LIMIT $3`,
    [after?.[0] ?? null, after?.[1] ?? null, limit],
  );
}

export async function insertApiKey(
  manager: EntityManager,
  key: Omit<ApiKey, 'id' | 'revokedAt' | 'lastUsedAt' | 'officeIds' | 'scopes'> &
    Pick<StoredApiKey, 'officeIds' | 'scopes'>,
): Promise<string> {
  const [row] = await manager.query<{ id: string }[]>(
    `INSERT INTO api_key (name, start, hash, scopes, reach, office_ids, subject_code, created_by, created_at, expires_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) RETURNING id`,
    [
      ...[key.name, key.start, key.hash, key.scopes, key.reach, key.officeIds, key.subjectCode],
      ...[key.createdBy, key.createdAt, key.expiresAt],
    ],
  );
  if (row === undefined) throw new Error('a key was not stored');
  return row.id;
}

export async function revokeApiKey(manager: EntityManager, id: string, now: Date): Promise<void> {
  await manager.query('UPDATE api_key SET revoked_at = $2 WHERE id = $1', [id, now]);
}

/** Writes down when keys were last used, all at once. */
export async function noteUses(manager: EntityManager, uses: ReadonlyMap<string, number>): Promise<void> {
  if (uses.size === 0) return;
  await manager.query(
    `UPDATE api_key k SET last_used_at = u.at
       FROM unnest($1::uuid[], $2::timestamptz[]) AS u (id, at)
      WHERE k.id = u.id AND (k.last_used_at IS NULL OR k.last_used_at < u.at)`,
    [[...uses.keys()], [...uses.values()].map((at) => new Date(at))],
  );
}
