import { EntityManager } from 'typeorm';
import { AccountRole } from '../account-roles';
import { ReachColumns } from '../reach/reach.store';
import { Account } from './account.entity';

/** An account as it is stored, without what is derived from its password. */
export type StoredAccount = Omit<Account, 'passwordHash' | 'passwordChangedAt'> & {
  readonly hasPassword: boolean;
};

/** What can be changed of an account. */
export interface AccountContent extends ReachColumns {
  readonly displayName: string;
  readonly roles: readonly AccountRole[];
  readonly oidcIssuer: string | null;
  readonly oidcSubject: string | null;
  readonly disabledAt: Date | null;
}

const COLUMNS = `id, name, display_name AS "displayName", roles, reach, office_ids AS "officeIds",
  subject_code AS "subjectCode", one_time_until AS "oneTimeUntil", oidc_issuer AS "oidcIssuer",
  oidc_subject AS "oidcSubject", disabled_at AS "disabledAt", created_at AS "createdAt",
  password_hash IS NOT NULL AS "hasPassword"`;

export async function findAccount(
  manager: EntityManager,
  id: string,
  { lock }: { readonly lock: boolean },
): Promise<StoredAccount | undefined> {
  const rows = await manager.query<StoredAccount[]>(
    `SELECT ${COLUMNS} FROM account WHERE id = $1 ${lock ? 'FOR NO KEY UPDATE' : ''}`,
    [id],
  );
  return rows[0];
}

/** Accounts after a name, in the order of their names. */
export function listAccounts(
  manager: EntityManager,
  { after, limit }: { readonly after?: string; readonly limit: number },
): Promise<StoredAccount[]> {
  return manager.query<StoredAccount[]>(
    `SELECT ${COLUMNS} FROM account WHERE $1::text IS NULL OR name > $1 ORDER BY name LIMIT $2`,
    [after ?? null, limit],
  );
}

/** Stores an account; undefined where its name is taken. */
export async function insertAccount(
  manager: EntityManager,
  { name, createdAt, ...content }: AccountContent & Pick<Account, 'name' | 'createdAt'>,
): Promise<string | undefined> {
  const rows = await manager.query<{ id: string }[]>(
    `INSERT INTO account (name, created_at, display_name, roles, reach, office_ids, subject_code, oidc_issuer,
                          oidc_subject, disabled_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (name) DO NOTHING RETURNING id`,
    [name, createdAt, ...values(content)],
  );
  return rows[0]?.id;
}

export async function updateAccount(manager: EntityManager, id: string, content: AccountContent): Promise<void> {
  await manager.query(
    `UPDATE account SET display_name = $2, roles = $3, reach = $4, office_ids = $5, subject_code = $6,
                        oidc_issuer = $7, oidc_subject = $8, disabled_at = $9
      WHERE id = $1`,
    [id, ...values(content)],
  );
}

function values(content: AccountContent): unknown[] {
  const { displayName, roles, reach, officeIds, subjectCode, oidcIssuer, oidcSubject, disabledAt } = content;
  return [displayName, roles, reach, officeIds, subjectCode, oidcIssuer, oidcSubject, disabledAt];
}

/** The ids of the administrators who can sign in, kept from changing until the transaction is over. */
export async function lockAdministrators(manager: EntityManager): Promise<readonly string[]> {
  const rows = await manager.query<{ id: string }[]>(
    `SELECT id FROM account WHERE 'system_administrator' = ANY(roles) AND disabled_at IS NULL
      ORDER BY id FOR NO KEY UPDATE`,
  );
  return rows.map(({ id }) => id);
}

/** What is needed to hold a password to an account. */
export interface StoredPassword {
  readonly id: string;
  readonly name: string;
  readonly passwordHash: string | null;
  readonly oneTimeUntil: Date | null;
  readonly disabledAt: Date | null;
}

export async function findPassword(
  manager: EntityManager,
  by: 'name' | 'id',
  value: string,
): Promise<StoredPassword | undefined> {
  const rows = await manager.query<StoredPassword[]>(
    `SELECT id, name, password_hash AS "passwordHash", one_time_until AS "oneTimeUntil", disabled_at AS "disabledAt"
       FROM account WHERE ${by} = $1`,
    [value],
  );
  return rows[0];
}

/** An account that an administrator linked to an identity elsewhere. */
export type LinkedAccount = Pick<Account, 'id' | 'name' | 'disabledAt'>;

export async function findByOpenId(
  manager: EntityManager,
  issuer: string,
  subject: string,
): Promise<LinkedAccount | undefined> {
  const rows = await manager.query<LinkedAccount[]>(
    `SELECT id, name, disabled_at AS "disabledAt" FROM account WHERE oidc_issuer = $1 AND oidc_subject = $2`,
    [issuer, subject],
  );
  return rows[0];
}

export async function storePassword(
  manager: EntityManager,
  id: string,
  { hash, oneTimeUntil, now }: { readonly hash: string; readonly oneTimeUntil: Date | null; readonly now: Date },
): Promise<void> {
  await manager.query(
    'UPDATE account SET password_hash = $2, one_time_until = $3, password_changed_at = $4 WHERE id = $1',
    [id, hash, oneTimeUntil, now],
  );
}
