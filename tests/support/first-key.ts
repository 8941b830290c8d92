import { MACHINE_SCOPES } from '../../src/access/account-roles';

const CHOSEN = 'chosen by whoever came first';

/**
 * Does what an operator does first with a service that listens: signs in as the first administrator, chooses a password
 * and issues a key for all that machines may do.
 */
export async function firstKey(origin: string, oneTimePassword: string): Promise<string> {
  let cookie = '';
  const send = async (path: string, body: object): Promise<unknown> => {
    const headers = { 'content-type': 'application/json', cookie };
    const answer = await fetch(`${origin}/api/v1${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${text}`);
    cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? cookie;
    return text === '' ? undefined : JSON.parse(text);
  };
  await send('/sessions', { name: 'admin', password: oneTimePassword });
  await send('/me/password', { current: oneTimePassword, new: CHOSEN });
  const expiresAt = new Date(Date.now() + 24 * 60 * 60_000).toISOString();
  const wanted = { name: 'first', scopes: MACHINE_SCOPES, reach: { kind: 'everything' }, expiresAt };
  return ((await send('/api-keys', wanted)) as { readonly key: string }).key;
}
