import { MeMessage } from '../../../src/access/sessions/schemas/me.schema';
import { useTestApp } from '../../support/app';
import { Answer, Client, refusal } from '../../support/client';
import { useTestDatabase } from '../../support/database';
import { useStored } from '../../support/stored';
import { createAccount, newPassword, signIn, tokenIn } from './people';

// Passwords take their time to check, and the machine may be busy.
jest.setTimeout(60_000);

const MINUTE = 60_000;

const database = useTestDatabase({ withRules: true });
const service = useTestApp(database, { now: '2026-06-15T09:00:00+08:00' });
const stored = useStored(database);
const { client, clock } = service;

const auditOf = (id: string) =>
  stored.rows<{ action: string; actor: string }>(
    'SELECT action, actor, after FROM audit_event WHERE entity_id = $1 ORDER BY id',
    [id],
  );
const actionsOf = async (id: string): Promise<readonly string[]> => (await auditOf(id)).map(({ action }) => action);

/** Somebody with a password of their own. */
async function somebody(name: string) {
  const created = await createAccount(client, { name });
  const first = await signIn(client, name, created.oneTimePassword);
  const password = await newPassword(first.client, created.oneTimePassword);
  return { ...created, name, password };
}

describe('signing in', () => {
  it('gives a session that the cookie alone carries', async () => {
    const { name, password, id } = await somebody('zhang.san');
    const answer = await client.anonymous().post<MeMessage>('/sessions', { name, password });
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({ kind: 'account', id, name, roles: ['auditor'], mustChangePassword: false });
    const cookie = String(answer.headers['set-cookie']);
    expect(cookie).toMatch(/^jifen_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
    const token = tokenIn(answer);
    expect(JSON.stringify(answer.body)).not.toContain(token);
    const everything = JSON.stringify(await stored.rows('SELECT * FROM session_token, session'));
    expect(everything).not.toContain(token);
    expect((await client.with({ cookie: `other=1; jifen_session=${token}` }).get('/me')).body).toMatchObject({ id });
  });

  it('takes a name however it is typed', async () => {
    const { name, password } = await somebody('li.si');
    expect((await signIn(client, `  ＬＩ.${name.slice(3).toUpperCase()} `, password)).answer.status).toBe(201);
  });

  it('never takes a session that the browser brought along for the new one', async () => {
    const { name, password } = await somebody('wang.wu');
    const planted = client.with({ cookie: 'jifen_session=planted-by-somebody-else' });
    const answer = await planted.post('/sessions', { name, password });
    expect(tokenIn(answer)).not.toContain('planted');
    expect((await planted.get('/me')).status).toBe(401);
  });

  it.each([
    ['an unknown name', 'nobody', 'a wrong password, anyhow'],
    ['a wrong password', 'zhao.liu', 'a wrong password, anyhow'],
    ['no password in the account', 'no.password', 'a wrong password, anyhow'],
  ])('answers %s the same', async (_, name, password) => {
    if (name === 'zhao.liu') await somebody(name);
    if (name === 'no.password') {
      await createAccount(client, { name, openId: { issuer: 'https://id.example', subject: 'x' } });
    }
    const answer = await client.anonymous().post('/sessions', { name, password });
    expect(refusal(answer)).toBe('401 unauthenticated: sign_in_refused at /');
    expect(answer.headers['set-cookie']).toBeUndefined();
    expect(JSON.stringify(answer.body)).not.toContain(name);
  });

  it('tells a form of another site to go away', async () => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const form = await client.anonymous().send('POST', '/sessions', { body: 'name=a&password=b', headers });
    expect(form.status).toBe(415);
    const { name, password } = await somebody('sun.qi');
    const { client: own } = await signIn(client, name, password);
    const bare = { method: 'POST', url: '/api/v1/me/password', headers: await own.credential() } as const;
    expect((await service.app.inject(bare)).statusCode).toBe(415);
    const text = { 'content-type': 'text/plain' };
    expect((await own.send('POST', '/me/password', { body: '{}', headers: text })).status).toBe(415);
  });

  it('keeps passwords out of the log and the audit', async () => {
    const { id, name, password, oneTimePassword } = await somebody('zhou.ba');
    await client.anonymous().post('/sessions', { name, password: `${password} not` });
    const told = service.log.text() + JSON.stringify(await stored.rows('SELECT * FROM audit_event'));
    expect(told).toContain(id);
    for (const secret of [password, oneTimePassword]) expect(told).not.toContain(secret);
    expect(told).not.toContain('$argon2');
  });
});

describe('an account name', () => {
  it('is locked after five failures, for a quarter of an hour, and looks as before', async () => {
    const { id, name, password } = await somebody('locked.one');
    const wrong = (): Promise<Answer> => client.anonymous().post('/sessions', { name, password: `${password}!` });
    const right = (): Promise<Answer> => client.anonymous().post('/sessions', { name, password });
    for (let failure = 1; failure <= 4; failure += 1) await wrong();
    expect((await right()).status).toBe(201);
    for (let failure = 1; failure <= 5; failure += 1) await wrong();
    expect(refusal(await right())).toBe('401 unauthenticated: sign_in_refused at /');
    expect((await actionsOf(id)).at(-1)).toBe('sign_in.locked');
    clock.advance(15 * MINUTE - 1);
    expect((await right()).status).toBe(401);
    clock.advance(1);
    expect((await right()).status).toBe(201);
  });

  it('is locked no longer by those who go on trying', async () => {
    const { name, password } = await somebody('locked.two');
    for (let failure = 1; failure <= 5; failure += 1) await signIn(client, name, 'a wrong password');
    for (let minute = 1; minute <= 14; minute += 1) {
      clock.advance(MINUTE);
      await signIn(client, name, 'a wrong password');
    }
    clock.advance(MINUTE);
    expect((await signIn(client, name, password)).answer.status).toBe(201);
  });

  it('gives those who try at once no more tries', async () => {
    const { name } = await somebody('locked.three');
    const tries = Array.from({ length: 12 }, () => signIn(client, name, 'a wrong password'));
    for (const { answer } of await Promise.all(tries)) expect(answer.status).toBe(401);
    const [row] = await stored.rows<{ failures: number }>('SELECT max(failures) AS failures FROM sign_in_attempt');
    expect(row?.failures).toBe(6);
  });

  it('is counted whether there is such an account or not', async () => {
    const counted = async (): Promise<number> =>
      Number((await stored.rows('SELECT count(*) AS n FROM sign_in_attempt'))[0]?.['n']);
    const before = await counted();
    await signIn(client, 'nobody.knows', 'a wrong password');
    expect(await counted()).toBe(before + 1);
    expect(JSON.stringify(await stored.rows('SELECT * FROM sign_in_attempt'))).not.toContain('nobody.knows');
    for (let failure = 2; failure <= 5; failure += 1) await signIn(client, 'nobody.knows', 'a wrong password');
    const locks = await stored.rows(`SELECT entity_id FROM audit_event WHERE entity = 'sign_in_name'`);
    expect(locks).toHaveLength(1);
  });

  it('is unlocked by a new one-time password', async () => {
    const { id, name } = await somebody('locked.four');
    for (let failure = 1; failure <= 5; failure += 1) await signIn(client, name, 'a wrong password');
    const administrator = client.as({ role: 'system_administrator' });
    const reset = await administrator.post<{ oneTimePassword: string }>(`/accounts/${id}/one-time-password`, {});
    expect((await signIn(client, name, reset.body.oneTimePassword)).answer.status).toBe(201);
  });
});

describe('a session', () => {
  let person: Awaited<ReturnType<typeof somebody>>;
  beforeAll(async () => {
    person = await somebody('session.keeper');
  });
  const open = async (): Promise<{ client: Client; token: string }> => {
    const { client: own, token } = await signIn(client, person.name, person.password);
    return { client: own, token };
  };
  const isOver = async (own: Client): Promise<boolean> => {
    const answer = await own.get('/me');
    if (answer.status === 200) return false;
    expect(refusal(answer)).toBe('401 unauthenticated: session_ended at /');
    expect(String(answer.headers['set-cookie'])).toMatch(/^jifen_session=; .*Max-Age=0$/);
    return true;
  };

  it('ends when it is not used for half an hour', async () => {
    const { client: own } = await open();
    clock.advance(30 * MINUTE - 1);
    expect(await isOver(own)).toBe(false);
    clock.advance(30 * MINUTE);
    expect(await isOver(own)).toBe(true);
  });

  it('ends after twelve hours, however much it is used', async () => {
    let { token } = await open();
    for (let minute = 10; minute < 12 * 60; minute += 10) {
      clock.advance(10 * MINUTE);
      const answer = await client.with({ cookie: `jifen_session=${token}` }).get('/me');
      expect(answer.status).toBe(200);
      token = tokenIn(answer) || token;
    }
    clock.advance(10 * MINUTE);
    expect(await isOver(client.with({ cookie: `jifen_session=${token}` }))).toBe(true);
  });

  it('gets another id every quarter of an hour, and takes the former for a minute', async () => {
    const { client: own } = await open();
    clock.advance(15 * MINUTE - 1);
    expect((await own.get('/me')).headers['set-cookie']).toBeUndefined();
    clock.advance(1);
    const together = await Promise.all([own.get('/me'), own.get('/me'), own.get('/me')]);
    expect(together.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(together.filter((answer) => tokenIn(answer) !== '')).toHaveLength(1);
    const next = together.map((answer) => tokenIn(answer)).find((token) => token !== '');
    clock.advance(MINUTE);
    expect((await own.get('/me')).status).toBe(200);
    expect((await client.with({ cookie: `jifen_session=${next}` }).get('/me')).status).toBe(200);
  });

  it('is ended for both when a former id is used again', async () => {
    const { client: own } = await open();
    clock.advance(15 * MINUTE);
    const renewed = client.with({ cookie: `jifen_session=${tokenIn(await own.get('/me'))}` });
    expect(await isOver(renewed)).toBe(false);
    clock.advance(MINUTE + 1);
    expect(await isOver(own)).toBe(true);
    expect(await isOver(renewed)).toBe(true);
    const [last] = (await auditOf(person.id)).slice(-1);
    expect(last).toMatchObject({ action: 'session.ended', after: { reason: 'id_replayed' } });
  });

  it('writes at most once a minute that it is used', async () => {
    const { client: own, token } = await open();
    const version = async () =>
      (
        await stored.rows(
          `SELECT xmin::text FROM session WHERE expires_at < '2090-01-01' ORDER BY created_at DESC LIMIT 1`,
        )
      )[0];
    const before = await version();
    clock.advance(MINUTE - 1);
    await own.get('/me');
    expect(await version()).toEqual(before);
    clock.advance(1);
    await own.get('/me');
    expect(await version()).not.toEqual(before);
    expect(token).not.toBe('');
  });

  it('is over after signing out, and no other is', async () => {
    const [one, other] = [await open(), await open()];
    const answer = await one.client.send('DELETE', '/sessions/current');
    expect(answer.status).toBe(204);
    expect(String(answer.headers['set-cookie'])).toMatch(/Max-Age=0/);
    expect(await isOver(one.client)).toBe(true);
    expect(await isOver(other.client)).toBe(false);
    expect((await actionsOf(person.id)).at(-1)).toBe('session.ended');
  });

  it('is over at once when the account is disabled', async () => {
    const { client: own } = await open();
    const administrator = client.as({ role: 'system_administrator' });
    await administrator.patch(`/accounts/${person.id}`, { disabled: true });
    expect(await isOver(own)).toBe(true);
    expect((await signIn(client, person.name, person.password)).answer.status).toBe(401);
    await administrator.patch(`/accounts/${person.id}`, { disabled: false });
    expect((await signIn(client, person.name, person.password)).answer.status).toBe(201);
  });

  it('has the roles that the account has now', async () => {
    const { client: own } = await open();
    expect((await own.get('/accounts')).status).toBe(200);
    const administrator = client.as({ role: 'system_administrator' });
    await administrator.patch(`/accounts/${person.id}`, { roles: ['rule_author'] });
    expect((await own.get('/accounts')).status).toBe(403);
    await administrator.patch(`/accounts/${person.id}`, { roles: ['auditor'] });
  });

  it('names the person in the audit, with the address the request came from', async () => {
    const { client: own } = await signIn(client, person.name, person.password);
    await own.send('DELETE', '/sessions/current');
    const [last] = (await auditOf(person.id)).slice(-1);
    expect(last?.actor).toBe(`account:${person.id}`);
  });

  it('is forgotten a day after it ran out', async () => {
    await open();
    const count = async () =>
      Number(
        (await stored.rows('SELECT count(*) AS n FROM session WHERE expires_at < $1', [new Date(clock.now())]))[0]?.[
          'n'
        ],
      );
    clock.advance(13 * 60 * MINUTE);
    expect(await count()).toBeGreaterThan(0);
    clock.advance(24 * 60 * MINUTE);
    await open();
    expect(await count()).toBe(0);
  });
});

describe('a one-time password', () => {
  it('permits nothing but to choose another one', async () => {
    const { oneTimePassword } = await createAccount(client, { name: 'new.one' });
    const { client: own, answer } = await signIn(client, 'new.one', oneTimePassword);
    expect(answer.body).toMatchObject({ mustChangePassword: true, permissions: [] });
    expect(refusal(await own.get('/subjects'))).toBe('403 forbidden: password_change_due at /');
    expect((await own.get('/me')).status).toBe(200);
    const password = await newPassword(own, oneTimePassword);
    expect((await own.get('/me')).status).toBe(401);
    const { client: again, answer: me } = await signIn(client, 'new.one', password);
    expect(me.body).toMatchObject({ mustChangePassword: false });
    expect((await again.get('/subjects')).status).toBe(200);
    expect((await signIn(client, 'new.one', oneTimePassword)).answer.status).toBe(401);
  });

  it('counts for a week', async () => {
    const { oneTimePassword } = await createAccount(client, { name: 'late.one' });
    clock.advance(7 * 24 * 60 * MINUTE);
    expect((await signIn(client, 'late.one', oneTimePassword)).answer.status).toBe(401);
  });
});

describe('changing one’s password', () => {
  it('ends all other sessions, and gives this one another id', async () => {
    const { name, password } = await somebody('changer');
    const [here, elsewhere] = [await signIn(client, name, password), await signIn(client, name, password)];
    const next = 'correct horse battery staple';
    const answer = await here.client.post('/me/password', { current: password, new: next });
    expect(answer.status).toBe(204);
    expect((await elsewhere.client.get('/me')).status).toBe(401);
    expect((await here.client.get('/me')).status).toBe(401);
    expect((await client.with({ cookie: `jifen_session=${tokenIn(answer)}` }).get('/me')).status).toBe(200);
    expect((await signIn(client, name, next)).answer.status).toBe(201);
  });

  it.each([
    ['a wrong present one', 'not it at all', 'correct horse battery staple', 'password_wrong at /current'],
    ['a short one', undefined, 'kurz!', 'password_short at /new'],
    ['a plain one', undefined, 'abababababababab', 'password_plain at /new'],
    ['one made of the account name', undefined, 'refuser-12345678', 'password_guessable at /new'],
  ])('refuses %s', async (_, current, next, expected) => {
    const { name, password } = await somebody(`refuser-${expected.split(' ')[0]?.replace('_', '-')}`);
    const { client: own } = await signIn(client, name, password);
    const body = { current: current ?? password, new: next.replace('refuser', name) };
    const answer = await own.post('/me/password', body);
    expect(refusal(answer)).toBe(`422 unprocessable: ${expected}`);
    expect(JSON.stringify(answer.body)).not.toContain(body.new);
    expect((await own.get('/me')).status).toBe(200);
  });

  it('refuses the same again', async () => {
    const { name, password } = await somebody('same.again');
    const { client: own } = await signIn(client, name, password);
    const answer = await own.post('/me/password', { current: password, new: password });
    expect(refusal(answer)).toBe('422 unprocessable: password_unchanged at /new');
  });

  it('is no way around the lock', async () => {
    const { name, password } = await somebody('guesser');
    const { client: own } = await signIn(client, name, password);
    for (let failure = 1; failure <= 5; failure += 1) {
      await own.post('/me/password', { current: 'a wrong password', new: 'correct horse battery staple' });
    }
    const answer = await own.post('/me/password', { current: password, new: 'correct horse battery staple' });
    expect(refusal(answer)).toBe('422 unprocessable: password_wrong at /current');
  });

  it('is for people', async () => {
    const answer = await client.post('/me/password', { current: 'a', new: 'b' });
    expect(refusal(answer)).toBe('403 forbidden: session_needed at /');
    expect((await client.send('DELETE', '/sessions/current')).status).toBe(403);
  });
});

describe('a service that people reach over https', () => {
  const secure = useTestApp(database, { environment: { PUBLIC_URL: 'https://jifen.example.gov.cn' } });

  it('has a cookie that travels encrypted only, and that no neighbour can set', async () => {
    const { name, password } = await somebody('secure.one');
    secure.clock.set(new Date(clock.now()).toISOString());
    const answer = await secure.client.anonymous().post('/sessions', { name, password });
    const cookie = String(answer.headers['set-cookie']);
    expect(cookie).toMatch(/^__Host-jifen_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict; Secure$/);
    const sent = cookie.split(';')[0] ?? '';
    expect((await secure.client.with({ cookie: sent }).get('/me')).status).toBe(200);
    expect((await secure.client.with({ cookie: sent.replace('__Host-', '') }).get('/me')).status).toBe(401);
  });
});
