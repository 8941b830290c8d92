import { AccountRole } from '../../../src/access/account-roles';
import { AccountMessage } from '../../../src/access/accounts/schemas/account.schema';
import { MeMessage } from '../../../src/access/sessions/schemas/me.schema';
import { Answer, Client } from '../../support/client';

type Fields = Readonly<Record<string, unknown>>;

export interface CreatedAccount {
  readonly id: string;
  readonly oneTimePassword: string;
}

/** Has an administrator create an account: an auditor's unless it says otherwise. */
export async function createAccount(
  client: Client,
  { role = 'auditor', ...more }: { readonly name: string; readonly role?: AccountRole } & Fields,
): Promise<CreatedAccount> {
  const body = { displayName: '示例人员', roles: [role], reach: { kind: 'everything' }, ...more };
  const answer = await client
    .as({ role: 'system_administrator' })
    .post<{ account: AccountMessage; oneTimePassword: string }>('/accounts', body);
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  return { id: answer.body.account.id, oneTimePassword: answer.body.oneTimePassword };
}

/** The id of the session that an answer gives; empty where it gives none. */
export function tokenIn({ headers }: Answer): string {
  const cookie = headers['set-cookie'];
  return typeof cookie === 'string' ? (/^(?:__Host-)?jifen_session=([^;]*)/.exec(cookie)?.[1] ?? '') : '';
}

export interface SignedIn {
  readonly answer: Answer<MeMessage>;
  readonly token: string;
  /** Asks in the session. */
  readonly client: Client;
}

export async function signIn(client: Client, name: string, password: string): Promise<SignedIn> {
  const answer = await client.anonymous().post<MeMessage>('/sessions', { name, password });
  const token = tokenIn(answer);
  return { answer, token, client: client.with({ cookie: `jifen_session=${token}` }) };
}

/** Chooses a password in the place of a one-time one. */
export async function newPassword(client: Client, current: string): Promise<string> {
  const chosen = 'some unrelated words 3';
  const answer = await client.post('/me/password', { current, new: chosen });
  if (answer.status !== 204) throw new Error(JSON.stringify(answer.body));
  return chosen;
}
