import { MeMessage } from '../../../src/access/sessions/schemas/me.schema';
import { useTestApp } from '../../support/app';
import { Answer, refusal } from '../../support/client';
import { useTestDatabase } from '../../support/database';
import { freePort, OpenIdProviderProcess } from '../../support/open-id-provider';
import { useStored } from '../../support/stored';
import { createAccount, newPassword, signIn as signInHere } from './people';

const HERE = 'http://127.0.0.1:3999';
const RETURN = '/api/v1/sessions/open-id/callback';
const SECRET = 'a-secret-known-to-provider-and-service';

const environment: Record<string, string> = {};
let provider: OpenIdProviderProcess;
beforeAll(async () => {
  const client = { id: 'jifen', secret: SECRET, returnAddress: `${HERE}${RETURN}` };
  provider = new OpenIdProviderProcess(await freePort(), client);
  Object.assign(environment, {
    PUBLIC_URL: HERE,
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: client.id,
    OIDC_CLIENT_SECRET: SECRET,
  });
});

const database = useTestDatabase({ withRules: true });
const service = useTestApp(database, { environment });
const stored = useStored(database);
const { client, clock } = service;

afterAll(() => provider.stop());

const cookiesOf = ({ headers }: Answer): readonly string[] => [headers['set-cookie'] ?? []].flat().map(String);
const cookieNamed = (answer: Answer, name: string): string =>
  cookiesOf(answer).find((cookie) => cookie.startsWith(`${name}=`)) ?? '';
const pairOf = (cookie: string): string => cookie.split(';')[0] ?? '';

/** Somebody who was sent to the provider: with what cookie, and where to. */
async function begin(query = '') {
  const answer = await client.anonymous().get(`/sessions/open-id${query}`);
  expect([answer.status, answer.body]).toEqual([302, '']);
  return { cookie: pairOf(cookieNamed(answer, 'jifen_open_id')), address: String(answer.headers['location']) };
}

const comeBack = (cookie: string, address: URL): Promise<Answer<string>> =>
  client.with({ cookie }).get<string>(`${address.pathname}${address.search}`);

/** The whole way, up to the answer of the service. */
async function signIn(as: string, query = ''): Promise<Answer<string>> {
  const { cookie, address } = await begin(query);
  return comeBack(cookie, await provider.signIn(address, as));
}

const linked = (name: string, subject = name) =>
  createAccount(client, { name, openId: { issuer: provider.issuer, subject } });

/** The tests go through the absence of the provider, its coming, and its going away. */
describe('while the identity provider is away', () => {
  it('answers 503, and people sign in by password all the same', async () => {
    const away = await client.anonymous().get('/sessions/open-id');
    expect(refusal(away)).toBe('503 unavailable: open_id_unavailable at /');
    expect(away.headers['retry-after']).toBe('5');
    expect(cookiesOf(away)).toEqual([]);
    const { oneTimePassword } = await createAccount(client, { name: 'by.password' });
    expect((await signInHere(client, 'by.password', oneTimePassword)).answer.status).toBe(201);
    expect((await client.get('/health/ready')).status).toBe(200);
  });
});

describe('signing in by OpenID Connect', () => {
  beforeAll(() => provider.start());

  it('asks with code, PKCE, state and nonce, and keeps none of them', async () => {
    const answer = await client.anonymous().get('/sessions/open-id');
    const cookie = cookieNamed(answer, 'jifen_open_id');
    expect(cookie).toMatch(/^jifen_open_id=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=600$/);
    const asked = new URL(String(answer.headers['location']));
    expect(`${asked.origin}${asked.pathname}`).toBe(`${provider.issuer}/auth`);
    const random = expect.stringMatching(/^[\w-]{43}$/) as string;
    expect(Object.fromEntries(asked.searchParams)).toEqual({
      client_id: 'jifen',
      response_type: 'code',
      scope: 'openid',
      redirect_uri: `${HERE}${RETURN}`,
      code_challenge_method: 'S256',
      ...{ code_challenge: random, state: random, nonce: random },
    });
    const kept = JSON.stringify(await stored.rows('SELECT * FROM open_id_sign_in'));
    for (const name of ['state', 'nonce', 'code_challenge']) {
      expect(kept).not.toContain(asked.searchParams.get(name));
    }
    expect(kept).not.toContain(pairOf(cookie).slice('jifen_open_id='.length));
  });

  it('opens the session that signing in by password opens, and goes on by a page of ours', async () => {
    const { id } = await linked('zhang.san', 'emp-0001');
    const answer = await signIn('emp-0001', `?returnTo=${encodeURIComponent("/docs?a=1&b='2'#x")}`);
    expect([answer.status, answer.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    expect(answer.body).toContain('content="0; url=/docs?a=1&#38;b=&#39;2&#39;#x">');
    const session = cookieNamed(answer, 'jifen_session');
    expect(session).toMatch(/^jifen_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
    expect(cookieNamed(answer, 'jifen_open_id')).toMatch(/^jifen_open_id=;.*Max-Age=0$/);
    const own = client.with({ cookie: pairOf(session) });
    const { body } = await own.get<MeMessage>('/me');
    expect(body).toMatchObject({ id, name: 'zhang.san', roles: ['auditor'], mustChangePassword: false });
    expect((await own.send('DELETE', '/sessions/current')).status).toBe(204);
    const events = await stored.rows(
      `SELECT action, actor, actor_name, after ->> 'by' AS by FROM audit_event
        WHERE entity_id = $1 AND action LIKE 'session.%' ORDER BY id`,
      [id],
    );

    expect(events).toMatchObject([
      { action: 'session.opened', by: 'open_id', actor_name: 'zhang.san' },
      { action: 'session.ended', by: null },
    ]);
  });

  it('begins at the documentation where nobody said where to go', async () => {
    await linked('li.si');
    expect((await signIn('li.si')).body).toContain('url=/docs"');
  });

  it('is not held up by a lock of the name, which is against guessing passwords', async () => {
    const { id, oneTimePassword } = await createAccount(client, { name: 'wang.wu' });
    const password = await newPassword((await signInHere(client, 'wang.wu', oneTimePassword)).client, oneTimePassword);
    const openId = { issuer: provider.issuer, subject: 'wang.wu' };
    await client.as({ role: 'system_administrator' }).patch(`/accounts/${id}`, { openId });
    for (let time = 0; time < 5; time += 1) await signInHere(client, 'wang.wu', 'a wrong password, anyhow');
    expect((await signInHere(client, 'wang.wu', password)).answer.status).toBe(401);
    expect((await signIn('wang.wu')).status).toBe(200);
  });

  it.each(['//evil.example', '/\\evil.example', 'https://evil.example', 'docs', '/a b', '/a\n', '/"><x'])(
    'goes to no other place: %j',
    async (place) => {
      const answer = await client.anonymous().get(`/sessions/open-id?returnTo=${encodeURIComponent(place)}`);
      expect(answer.status).toBe(400);
      expect(answer.headers['location']).toBeUndefined();
    },
  );
});

describe('what is brought back', () => {
  const refused = async (answer: Promise<Answer<string>>): Promise<string> => {
    const told = await answer;
    expect(cookieNamed(told, 'jifen_session')).toBe('');
    return refusal(told);
  };
  const NOT_BEGUN = '401 unauthenticated: open_id_not_begun at /';
  const REFUSED = '401 unauthenticated: open_id_refused at /';

  beforeAll(() => linked('zhao.liu'));

  it('is refused with another state, and the way that was begun stays open', async () => {
    const { cookie, address } = await begin();
    const back = await provider.signIn(address, 'zhao.liu');
    const forged = new URL(back);
    forged.searchParams.set('state', 'x'.repeat(43));
    expect(await refused(comeBack(cookie, forged))).toBe(NOT_BEGUN);
    expect((await comeBack(cookie, back)).status).toBe(200);
  });

  it('is refused without the cookie, and in another browser', async () => {
    const mine = await begin();
    const back = await provider.signIn(mine.address, 'zhao.liu');
    expect(await refused(comeBack('', back))).toBe(NOT_BEGUN);
    expect(await refused(comeBack((await begin()).cookie, back))).toBe(NOT_BEGUN);
    expect((await comeBack(mine.cookie, back)).status).toBe(200);
  });

  it('is taken once', async () => {
    const { cookie, address } = await begin();
    const back = await provider.signIn(address, 'zhao.liu');
    expect((await comeBack(cookie, back)).status).toBe(200);
    expect(await refused(comeBack(cookie, back))).toBe(NOT_BEGUN);
  });

  it('is refused where the code is that of another way, used or not', async () => {
    const first = await begin();
    const used = await provider.signIn(first.address, 'zhao.liu');
    expect((await comeBack(first.cookie, used)).status).toBe(200);
    for (const other of [used, await provider.signIn((await begin()).address, 'zhao.liu')]) {
      const { cookie, address } = await begin();
      const back = await provider.signIn(address, 'zhao.liu');
      back.searchParams.set('code', other.searchParams.get('code') ?? '');
      expect(await refused(comeBack(cookie, back))).toBe(REFUSED);
    }
  });

  it('is refused where the ID token has another nonce', async () => {
    const { cookie, address } = await begin();
    const asked = new URL(address);
    asked.searchParams.set('nonce', 'of-another-beginning');
    expect(await refused(comeBack(cookie, await provider.signIn(asked.href, 'zhao.liu')))).toBe(REFUSED);
  });

  it('is refused with another issuer, without a code, and where the provider says no', async () => {
    const other = await begin();
    const elsewhere = await provider.signIn(other.address, 'zhao.liu');
    elsewhere.searchParams.set('iss', 'https://evil.example');
    expect(await refused(comeBack(other.cookie, elsewhere))).toBe(REFUSED);
    const without = await begin();
    const bare = await provider.signIn(without.address, 'zhao.liu');
    bare.searchParams.delete('code');
    expect(await refused(comeBack(without.cookie, bare))).toBe(REFUSED);
    const denied = await begin();
    const no = await provider.signIn(denied.address);
    expect(no.searchParams.get('error')).toBe('access_denied');
    expect(await refused(comeBack(denied.cookie, no))).toBe(REFUSED);
  });

  it('is refused ten minutes after the beginning, and forgotten', async () => {
    const { cookie, address } = await begin();
    const back = await provider.signIn(address, 'zhao.liu');
    clock.set('2026-06-15T09:10:00+08:00');
    expect(await refused(comeBack(cookie, back))).toBe(NOT_BEGUN);
    await begin();
    const [left] = await stored.rows<{ count: string }>('SELECT count(*)::text FROM open_id_sign_in');
    expect(left).toEqual({ count: '1' });
    clock.set('2026-06-15T09:00:00+08:00');
  });

  it('may hold what protocols to come add to it', async () => {
    const { cookie, address } = await begin();
    const back = await provider.signIn(address, 'zhao.liu');
    back.searchParams.set('session_state', 'x');
    expect((await comeBack(cookie, back)).status).toBe(200);
  });
});

describe('an identity', () => {
  it('without an account gets none, and is told what an administrator needs to know', async () => {
    const before = await stored.rows('SELECT id FROM account');
    const answer = await signIn('a-stranger');
    expect(refusal(answer)).toBe('403 forbidden: open_id_not_linked at /');
    expect(JSON.stringify(answer.body)).toContain('a-stranger');
    expect(cookieNamed(answer, 'jifen_session')).toBe('');
    expect(await stored.rows('SELECT id FROM account')).toEqual(before);
  });

  it('of the same subject at another issuer is another one', async () => {
    await createAccount(client, { name: 'elsewhere', openId: { issuer: 'https://id.example', subject: 'sun.qi' } });
    expect(refusal(await signIn('sun.qi'))).toBe('403 forbidden: open_id_not_linked at /');
  });

  it('of a disabled account, or one that is linked no more, does not get in', async () => {
    const { id } = await linked('zhou.ba');
    const accounts = client.as({ role: 'system_administrator' });
    await accounts.patch(`/accounts/${id}`, { disabled: true });
    expect(refusal(await signIn('zhou.ba'))).toBe('403 forbidden: open_id_account_disabled at /');
    await accounts.patch(`/accounts/${id}`, { disabled: false, openId: null });
    expect(refusal(await signIn('zhou.ba'))).toBe('403 forbidden: open_id_not_linked at /');
  });
});

describe('once the identity provider is gone', () => {
  it('answers 503 to who comes back, and tells nobody the secret', async () => {
    const { cookie, address } = await begin();
    const back = await provider.signIn(address, 'zhao.liu');
    await provider.stop();
    const answer = await comeBack(cookie, back);
    expect(refusal(answer)).toBe('503 unavailable: open_id_unavailable at /');
    const told = JSON.stringify([service.log.text(), await stored.everything(), answer]);
    for (const secret of [SECRET, Buffer.from(`jifen:${SECRET}`).toString('base64'), back.searchParams.get('code')]) {
      expect(told).not.toContain(secret);
    }
  });
});

describe('where no identity provider is set up', () => {
  const other = useTestApp(database);

  it('there is no such way to sign in', async () => {
    const anonymous = other.client.anonymous();
    expect(refusal(await anonymous.get('/sessions/open-id'))).toBe('404 not_found: open_id_not_set_up at /');
    const back = await anonymous.get('/sessions/open-id/callback?state=x&code=y');
    expect(refusal(back)).toBe('401 unauthenticated: open_id_not_begun at /');
  });
});
