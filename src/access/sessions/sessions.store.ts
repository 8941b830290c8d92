import { EntityManager } from 'typeorm';
import { preparedQuery } from '../../database/prepared-query';
import { AccountRole } from '../account-roles';
import { ReachColumns } from '../reach/reach.store';

/** A session by one of its ids, with the account it is of. */
export interface StoredSession extends ReachColumns {
  readonly id: string;
  readonly accountId: string;
  readonly name: string;
  readonly roles: readonly AccountRole[];
  readonly disabledAt: Date | null;
  readonly oneTimeUntil: Date | null;
  readonly lastSeenAt: Date;
  readonly expiresAt: Date;
  readonly endedAt: Date | null;
  readonly issuedAt: Date;
  readonly replacedAt: Date | null;
}

const SESSION_BY_HASH = `
  SELECT s.id, s.account_id AS "accountId", a.name, a.roles, a.reach, a.office_ids AS "officeIds",
         a.subject_code AS "subjectCode", a.disabled_at AS "disabledAt", a.one_time_until AS "oneTimeUntil",
         s.last_seen_at AS "lastSeenAt", s.expires_at AS "expiresAt", s.ended_at AS "endedAt",
         t.issued_at AS "issuedAt", t.replaced_at AS "replacedAt"
    FROM session_token t JOIN session s ON s.id = t.session_id JOIN account a ON a.id = s.account_id
   WHERE t.hash = $1`;

/** One question, by three primary keys: every request of a person asks it. */
export async function findSession(manager: EntityManager, hash: string): Promise<StoredSession | undefined> {
  const rows = await preparedQuery<StoredSession>(manager, { sql: SESSION_BY_HASH, params: [hash] });
  return rows[0];
}

export interface NewSession {
  readonly id: string;
  readonly accountId: string;
  readonly hash: string;
  readonly now: Date;
  readonly expiresAt: Date;
}

export async function insertSession(manager: EntityManager, session: NewSession): Promise<void> {
  const { id, accountId, hash, now, expiresAt } = session;
  await manager.query(
    `INSERT INTO session (id, account_id, created_at, last_seen_at, expires_at) VALUES ($1, $2, $3, $3, $4)`,
    [id, accountId, now, expiresAt],
  );
  await manager.query(`INSERT INTO session_token (hash, session_id, issued_at) VALUES ($1, $2, $3)`, [hash, id, now]);
}

/** Gives a session another id in the place of one; false where that was replaced already. */
export async function replaceToken(
  manager: EntityManager,
  { old, next, now }: { readonly old: string; readonly next: string; readonly now: Date },
): Promise<boolean> {
  const rows = await manager.query<unknown[]>(
    `WITH replaced AS (
       UPDATE session_token SET replaced_at = $3 WHERE hash = $1 AND replaced_at IS NULL RETURNING session_id
     )
     INSERT INTO session_token (hash, session_id, issued_at) SELECT $2, session_id, $3::timestamptz FROM replaced
     RETURNING 1`,
    [old, next, now],
  );
  return rows.length > 0;
}

export async function touchSession(manager: EntityManager, id: string, now: Date): Promise<void> {
  await manager.query('UPDATE session SET last_seen_at = $2 WHERE id = $1 AND last_seen_at < $2', [id, now]);
}

/** Ends a session; false where it was over already. */
export async function endSession(manager: EntityManager, id: string, now: Date): Promise<boolean> {
  const [, count] = await manager.query<[unknown, number]>(
    'UPDATE session SET ended_at = $2 WHERE id = $1 AND ended_at IS NULL',
    [id, now],
  );
  return count > 0;
}

/** Ends every session of an account but one. */
export async function endSessionsOf(
  manager: EntityManager,
  accountId: string,
  { now, except = null }: { readonly now: Date; readonly except?: string | null },
): Promise<void> {
  await manager.query(
    `UPDATE session SET ended_at = $2
      WHERE account_id = $1 AND ended_at IS NULL AND ($3::uuid IS NULL OR id <> $3)`,
    [accountId, now, except],
  );
}

/** Forgets sessions that ran out before an instant; who signed in and when stays in the audit. */
export async function forgetSessions(manager: EntityManager, before: Date): Promise<void> {
  await manager.query('DELETE FROM session WHERE expires_at < $1', [before]);
}
