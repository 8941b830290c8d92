import { ApiKeyUses } from '../../../src/access/keys/api-key-uses';
import { ApiKeyMessage, IssuedApiKeyMessage } from '../../../src/access/keys/schemas/api-key.schema';
import { useTestApp } from '../../support/app';
import { Client, refusal } from '../../support/client';
import { useTestDatabase } from '../../support/database';
import { aSubject, creditCode, setUpOffices } from '../../support/register.builder';
import { useStored } from '../../support/stored';

const DAY = 24 * 60 * 60_000;

const database = useTestDatabase({ withRules: true });
const service = useTestApp(database, { now: '2026-06-15T09:00:00+08:00' });
const { client, clock } = service;
const stored = useStored(database);
let administrator: Client;

const WANTED = {
  name: '监管平台',
  scopes: ['register.read', 'standings.read'],
  reach: { kind: 'everything' },
  expiresAt: '2027-06-15T00:00:00Z',
};
const issue = async (more: object = {}) => {
  const answer = await administrator.post<IssuedApiKeyMessage>('/api-keys', { ...WANTED, ...more });
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  return { ...answer.body, client: client.with({ authorization: `Bearer ${answer.body.key}` }) };
};
const listed = async (id: string) => {
  const { body } = await administrator.get<{ items: ApiKeyMessage[] }>('/api-keys?limit=200');
  return body.items.find((one) => one.id === id);
};

beforeAll(async () => {
  administrator = client.as({ role: 'system_administrator' });
  await setUpOffices(client);
  await client.post('/subjects', aSubject(1));
});

describe('an API key', () => {
  it('is shown once, and stored as a hash', async () => {
    const { apiKey, key } = await issue();
    expect(key).toMatch(/^jf_[\w-]{43}$/);
    expect(apiKey).toEqual({
      ...{ id: apiKey.id, ...WANTED, start: key.slice(0, 9), createdBy: apiKey.createdBy },
      ...{ createdAt: new Date(clock.now()).toISOString(), expiresAt: '2027-06-15T00:00:00.000Z' },
      ...{ revokedAt: null, lastUsedAt: null },
    });
    const told = [
      JSON.stringify(await stored.rows('SELECT * FROM api_key')),
      JSON.stringify(await stored.rows('SELECT * FROM audit_event')),
      JSON.stringify((await administrator.get('/api-keys?limit=200')).body),
      service.log.text(),
    ].join();
    expect(told).toContain(apiKey.id);
    expect(told).not.toContain(key);
    const [event] = await stored.rows('SELECT * FROM audit_event WHERE entity_id = $1', [apiKey.id]);
    expect(event).toMatchObject({ action: 'api_key.issued', actor: apiKey.createdBy, after: apiKey });
  });

  it('lets a machine do what it is for, and nothing else', async () => {
    const { client: machine, apiKey } = await issue();
    expect((await machine.get('/me')).body).toMatchObject({
      ...{ kind: 'api_key', id: apiKey.id, roles: [], permissions: WANTED.scopes, mustChangePassword: false },
    });
    expect((await machine.get('/subjects')).status).toBe(200);
    expect(refusal(await machine.post('/subjects', aSubject(2)))).toBe('403 forbidden: permission_missing at /');
    expect((await machine.get('/accounts')).status).toBe(403);
  });

  it.each([
    ['offices', { kind: 'offices', offices: ['town-b'] }],
    ['one enterprise', { kind: 'subject', subject: creditCode(1) }],
  ])('reaches %s where it says so', async (_, reach) => {
    const { client: machine, apiKey } = await issue({ reach });
    expect(apiKey.reach).toEqual(reach);
    const { body } = await machine.get<{ items: { code: string }[] }>('/subjects');
    expect(body.items.map(({ code }) => code)).toEqual(reach.kind === 'subject' ? [creditCode(1)] : []);
  });

  it('names the machine in the audit', async () => {
    const { client: machine, apiKey } = await issue({ scopes: ['register.change'] });
    expect((await machine.post('/subjects', aSubject(3))).status).toBe(201);
    const events = await stored.rows('SELECT actor FROM audit_event WHERE entity_id = $1', [creditCode(3)]);
    expect(events).toEqual([{ actor: `api_key:${apiKey.id}` }]);
  });

  it('expires', async () => {
    const { client: machine } = await issue({ expiresAt: new Date(clock.now() + DAY).toISOString() });
    clock.advance(DAY - 1);
    expect((await machine.get('/subjects')).status).toBe(200);
    clock.advance(1);
    expect(refusal(await machine.get('/subjects'))).toBe('401 unauthenticated: api_key_invalid at /');
  });

  it('is revoked at once, for good, and once', async () => {
    const { client: machine, apiKey } = await issue();
    expect((await machine.get('/subjects')).status).toBe(200);
    expect((await administrator.send('DELETE', `/api-keys/${apiKey.id}`)).status).toBe(204);
    expect(refusal(await machine.get('/subjects'))).toBe('401 unauthenticated: api_key_invalid at /');
    const revokedAt = (await listed(apiKey.id))?.revokedAt;
    expect(revokedAt).toBe(new Date(clock.now()).toISOString());
    clock.advance(1000);
    expect((await administrator.send('DELETE', `/api-keys/${apiKey.id}`)).status).toBe(204);
    expect((await listed(apiKey.id))?.revokedAt).toBe(revokedAt);
    const events = await stored.rows('SELECT action FROM audit_event WHERE entity_id = $1 ORDER BY id', [apiKey.id]);
    expect(events).toEqual([{ action: 'api_key.issued' }, { action: 'api_key.revoked' }]);
  });

  it('is revoked at once for requests that ask all the time', async () => {
    const { client: machine, apiKey } = await issue();
    let isRevoked = false;
    const asked: Promise<void>[] = [];
    const wrong: number[] = [];
    const ask = async (): Promise<void> => {
      const [after, { status }] = [isRevoked, await machine.get('/subjects?limit=1')];
      if (after && status !== 401) wrong.push(status);
    };
    for (let n = 0; n < 40; n += 1) {
      asked.push(ask());
      if (n === 10) {
        await administrator.send('DELETE', `/api-keys/${apiKey.id}`);
        isRevoked = true;
      }
    }
    await Promise.all(asked);
    expect(wrong).toEqual([]);
  });

  it('says when it was last used, once that is written down', async () => {
    const { client: machine, apiKey } = await issue();
    await machine.get('/subjects');
    expect(await stored.rows('SELECT last_used_at FROM api_key WHERE id = $1', [apiKey.id])).toEqual([
      { last_used_at: null },
    ]);
    const used = new Date(clock.now()).toISOString();
    await service.app.get(ApiKeyUses, { strict: false }).write();
    expect((await listed(apiKey.id))?.lastUsedAt).toBe(used);
    clock.advance(5000);
    await machine.get('/subjects');
    expect((await listed(apiKey.id))?.lastUsedAt).toBe(new Date(clock.now()).toISOString());
  });

  it('no longer gives a scope that machines are no longer given', async () => {
    const { client: machine, apiKey } = await issue();
    await stored.rows(`UPDATE api_key SET scopes = scopes || '{accounts.read,of.old}' WHERE id = $1`, [apiKey.id]);
    expect((await machine.get('/me')).body).toMatchObject({ permissions: WANTED.scopes });
    expect((await machine.get('/accounts')).status).toBe(403);
  });
});

describe('whatever else is sent as a credential', () => {
  it.each([
    'Bearer',
    'Bearer ',
    'Bearer jf_',
    `Bearer jf_${'a'.repeat(43)}`,
    `Bearer ${'x'.repeat(4000)}`,
    'Bearer a b',
    'Basic YWRtaW46YWRtaW4=',
    'jf_key',
    '',
  ])('is refused: %j', async (authorization) => {
    const answer = await client.with({ authorization }).get('/subjects');
    expect(refusal(answer)).toBe('401 unauthenticated: api_key_invalid at /');
    expect(answer.headers['www-authenticate']).toBe('Bearer realm="jifen"');
  });

  it('does not fall back on a cookie', async () => {
    const person = client.as({ role: 'auditor' });
    expect((await person.get('/subjects')).status).toBe(200);
    expect((await person.get('/subjects', { headers: { authorization: 'Bearer jf_wrong' } })).status).toBe(401);
  });
});

describe('issuing a key', () => {
  it.each([
    ['without scopes', { scopes: [] }, '400 invalid_request: list_too_short at /scopes'],
    ['for accounts', { scopes: ['accounts.read'] }, '400 invalid_request: not_allowed at /scopes/0'],
    ['to approve rules', { scopes: ['rule_sets.approve'] }, '400 invalid_request: not_allowed at /scopes/0'],
    ['for ever', { expiresAt: undefined }, '400 invalid_request: property_missing at /expiresAt'],
    ['for three years', { expiresAt: '2029-06-15T00:00:00Z' }, '422 unprocessable: api_key_expiry at /expiresAt'],
    ['until yesterday', { expiresAt: '2026-06-14T00:00:00Z' }, '422 unprocessable: api_key_expiry at /expiresAt'],
    [
      'for an unknown office',
      { reach: { kind: 'offices', offices: ['nowhere'] } },
      '422 unprocessable: office_unknown at /reach/offices/0',
    ],
  ])('is refused %s', async (_, more, expected) => {
    const count = async () => (await stored.rows('SELECT count(*) AS n FROM api_key'))[0];
    const before = await count();
    expect(refusal(await administrator.post('/api-keys', { ...WANTED, ...more }))).toBe(expected);
    expect(await count()).toEqual(before);
  });

  it('needs a key that exists to revoke it', async () => {
    const answer = await administrator.send('DELETE', '/api-keys/00000000-0000-4000-8000-000000000001');
    expect(refusal(answer)).toBe('404 not_found: api_key_unknown at /path/id');
  });

  it('lists the newest first, in pages', async () => {
    for (const name of ['first', 'second', 'third']) {
      clock.advance(1000);
      await issue({ name });
    }
    const first = await administrator.get<{ items: ApiKeyMessage[]; next: string }>('/api-keys?limit=2');
    expect(first.body.items.map(({ name }) => name)).toEqual(['third', 'second']);
    const second = await administrator.get<{ items: ApiKeyMessage[] }>(`/api-keys?limit=2&cursor=${first.body.next}`);
    expect(second).toMatchObject({ status: 200, body: { items: [{ name: 'first' }, {}] } });
  });
});
