import { API_PREFIX } from '../../../src/common/http/route.types';
import { KNOWN_KEY } from '../../support/test-callers';

export interface HttpAnswer<T = unknown> {
  readonly status: number;
  readonly retryAfter: string | null;
  readonly body: T;
}

type Fields = Readonly<Record<string, unknown>>;

/** Asks over a socket, by the key that tests know. Throws where the connection breaks. */
export async function send<T>(
  origin: string,
  [method, path]: readonly ['GET' | 'POST', string],
  { body, key }: { readonly body?: Fields; readonly key?: string } = {},
): Promise<HttpAnswer<T>> {
  const response = await fetch(`${origin}${API_PREFIX}${path}`, {
    method,
    headers: {
      ...KNOWN_KEY,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(key === undefined ? {} : { 'idempotency-key': key }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(60_000),
  });
  // Not `response.json()`: its objects are of another realm than those of the tests, and equal to none of theirs.
  const answer = JSON.parse(await response.text()) as T;
  return { status: response.status, retryAfter: response.headers.get('retry-after'), body: answer };
}

export async function created(origin: string, path: string, body: Fields): Promise<void> {
  const answer = await send(origin, ['POST', path], { body });
  if (answer.status !== 201) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
}
