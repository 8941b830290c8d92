import { randomBytes, randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { AccountRole, ACCOUNT_ROLES, MACHINE_SCOPES } from '../../src/access/account-roles';
import { insertAccount } from '../../src/access/accounts/accounts.store';
import { findApiKeyByHash, insertApiKey } from '../../src/access/keys/api-keys.store';
import { Permission } from '../../src/access/permissions';
import { EVERYTHING, Reach } from '../../src/access/principal';
import { ReachColumns } from '../../src/access/reach/reach.store';
import { hashOf, newSecretText } from '../../src/access/secret-text';
import { insertSession } from '../../src/access/sessions/sessions.store';

/** Somebody a test asks as. Everything is in reach unless it says less. */
export type TestCaller = (
  | { /** A person who signed in. */ readonly role: AccountRole }
  | { /** A machine with a key. */ readonly permissions: readonly Permission[] }
) & { readonly reach?: Reach };

/** A machine that may do all that machines may. */
export const EVERY_SCOPE: TestCaller = { permissions: MACHINE_SCOPES };

/** Of a service in a process of its own, which is told of it by `ensureKnownKey`. Never outside of tests. */
export const KNOWN_KEY = { authorization: `Bearer jf_${'known-to-the-tests'.padEnd(43, '-')}` } as const;

/** Lets the key that tests know be one of a service, whose database they share. */
export async function ensureKnownKey(dataSource: DataSource): Promise<void> {
  const text = KNOWN_KEY.authorization.slice('Bearer '.length);
  const known = await findApiKeyByHash(dataSource.manager, hashOf(text));
  if (known === undefined) await storeKey(dataSource, text, MACHINE_SCOPES, toColumns(EVERYTHING));
}

/** After whatever a test sets the clock to. */
const LATER = new Date('2099-01-01T00:00:00Z');

/** What to send to be taken for a caller: of a key, or of a session that was opened without a password and never ends. */
export async function credentialFor(dataSource: DataSource, caller: TestCaller): Promise<Record<string, string>> {
  const columns = toColumns(caller.reach ?? EVERYTHING);
  return 'role' in caller ? session(dataSource, caller.role, columns) : key(dataSource, caller.permissions, columns);
}

async function key(dataSource: DataSource, scopes: readonly Permission[], columns: ReachColumns) {
  const beyond = scopes.find((scope) => !MACHINE_SCOPES.includes(scope));
  if (beyond !== undefined) throw new Error(`no machine is ever given ${beyond}: ask as a person with a role`);
  const text = `jf_${newSecretText()}`;
  await storeKey(dataSource, text, scopes, columns);
  return { authorization: `Bearer ${text}` };
}

function storeKey({ manager }: DataSource, text: string, scopes: readonly Permission[], columns: ReachColumns) {
  const head = { name: 'test', start: text.slice(0, 9), hash: hashOf(text), scopes, createdBy: 'test' };
  return insertApiKey(manager, { ...head, createdAt: new Date(0), expiresAt: LATER, ...columns });
}

async function session({ manager }: DataSource, role: AccountRole, columns: ReachColumns) {
  const name = `${role}-${randomBytes(6).toString('hex')}`;
  const rest = { oidcIssuer: null, oidcSubject: null, disabledAt: null, createdAt: new Date(0) };
  const displayName = ACCOUNT_ROLES[role].name['zh-CN'];
  const accountId = await insertAccount(manager, { name, displayName, roles: [role], ...columns, ...rest });
  const token = newSecretText();
  const ids = { id: randomUUID(), accountId: String(accountId), hash: hashOf(token) };
  await insertSession(manager, { ...ids, now: LATER, expiresAt: LATER });
  return { cookie: `jifen_session=${token}` };
}

function toColumns(reach: Reach): ReachColumns {
  const officeIds = reach.kind === 'offices' ? reach.officeIds : [];
  return { reach: reach.kind, officeIds, subjectCode: reach.kind === 'subject' ? reach.subjectCode : null };
}
