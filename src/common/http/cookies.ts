import { FastifyReply, FastifyRequest } from 'fastify';

/** What a cookie of ours may be besides HttpOnly, which all of them are. */
export interface CookieAttributes {
  readonly sameSite: 'Strict' | 'Lax';
  readonly secure: boolean;
  /** Seconds until the browser forgets it; without it, when it is closed. */
  readonly maxAge?: number;
}

/** Names and values of ours need no encoding. */
const OURS = /^[A-Za-z0-9_.~-]*$/;

/** The value of a cookie; undefined where there is none, or one that is not of our making. */
export function readCookie({ headers: { cookie } }: FastifyRequest, name: string): string | undefined {
  for (const pair of cookie?.split(';') ?? []) {
    const end = pair.indexOf('=');
    if (end < 0 || pair.slice(0, end).trim() !== name) continue;
    const value = pair.slice(end + 1).trim();
    return value !== '' && OURS.test(value) ? value : undefined;
  }
  return undefined;
}

/** Has the browser keep a value and send it with every request to this host, out of reach for scripts. */
export function writeCookie(
  reply: FastifyReply,
  { name, value }: { readonly name: string; readonly value: string },
  { sameSite, secure, maxAge }: CookieAttributes,
): void {
  if (!OURS.test(name) || !OURS.test(value)) throw new Error(`the cookie ${name} would need encoding`);
  const parts = [`${name}=${value}`, 'Path=/', 'HttpOnly', `SameSite=${sameSite}`];
  if (secure) parts.push('Secure');
  if (maxAge !== undefined) parts.push(`Max-Age=${maxAge}`);
  void reply.header('set-cookie', parts.join('; '));
}
