import { FirstAdministrator } from '../../../src/access/accounts/first-administrator';
import { AccountMessage } from '../../../src/access/accounts/schemas/account.schema';
import { useTestApp } from '../../support/app';
import { Client, refusal } from '../../support/client';
import { useTestDatabase } from '../../support/database';
import { aSubject, creditCode, setUpOffices } from '../../support/register.builder';
import { useStored } from '../../support/stored';
import { createAccount, signIn } from './people';

// Passwords take their time to check, and the machine may be busy.
jest.setTimeout(60_000);

const DAY = 24 * 60 * 60_000;

describe('accounts', () => {
  const database = useTestDatabase({ withRules: true });
  const { client, clock } = useTestApp(database);
  const stored = useStored(database);
  let administrator: Client;

  const content = { displayName: '李四', roles: ['auditor'], reach: { kind: 'everything' } };
  const create = (more: object) =>
    administrator.post<{ account: AccountMessage }>('/accounts', { ...content, ...more });
  const everything = () =>
    stored.rows(`SELECT a::text, (SELECT count(*) FROM audit_event) AS n FROM account a ORDER BY 1`);

  beforeAll(async () => {
    administrator = client.as({ role: 'system_administrator' });
    await setUpOffices(client);
    await client.post('/subjects', aSubject(1));
  });

  it.each([
    ['everything', ['rule_author', 'rule_approver'], { kind: 'everything' }],
    ['offices', ['town_inspector'], { kind: 'offices', offices: ['town-a', 'town-b'] }],
    ['subject', ['enterprise'], { kind: 'subject', subject: creditCode(1) }],
  ])('are created with the reach %s, and audited without the password', async (kind, roles, reach) => {
    const answer = await administrator.post<{ account: AccountMessage; oneTimePassword: string; validUntil: string }>(
      '/accounts',
      { name: `of.${kind}`, displayName: '李四', roles, reach },
    );
    expect(answer.status).toBe(201);
    const { account, oneTimePassword, validUntil } = answer.body;
    expect(account).toEqual({
      ...{ id: account.id, name: `of.${kind}`, displayName: '李四', roles, reach },
      ...{ openId: null, password: 'one_time', disabled: false, createdAt: new Date(clock.now()).toISOString() },
    });
    expect(Date.parse(validUntil)).toBe(clock.now() + 7 * DAY);
    expect((await administrator.get(`/accounts/${account.id}`)).body).toEqual(account);
    const [event, ...more] = await stored.rows('SELECT * FROM audit_event WHERE entity_id = $1', [account.id]);
    expect(more).toEqual([]);
    expect(event).toMatchObject({ action: 'account.created', entity: 'account', before: null, after: account });
    expect(event?.['actor']).toMatch(/^account:/);
    expect(JSON.stringify(event)).not.toContain(oneTimePassword);
  });

  it('are listed by name, in pages', async () => {
    for (const name of ['page.c', 'page.a', 'page.b']) await create({ name });
    const names: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: { body: { items: AccountMessage[]; next: string | null } } = await administrator.get(
        `/accounts?limit=2${cursor === '' ? '' : `&cursor=${cursor}`}`,
      );
      names.push(...page.body.items.map(({ name }) => name));
      cursor = page.body.next;
    }
    expect(names).toEqual([...new Set(names)].sort());
    expect(names).toEqual(expect.arrayContaining(['page.a', 'page.b', 'page.c']));
  });

  it('of people who sign in elsewhere have no password', async () => {
    const openId = { issuer: 'https://id.example.gov.cn', subject: 'u-1' };
    const { status, body } = await create({ name: 'elsewhere', openId });
    expect(status).toBe(201);
    expect(body).toMatchObject({ account: { openId, password: 'none' }, oneTimePassword: null, validUntil: null });
    expect(refusal(await create({ name: 'elsewhere.2', openId }))).toBe('409 conflict: open_id_taken at /openId');
  });

  it.each([
    ['a name that is taken', { name: 'of.everything' }, '409 conflict: account_exists at /name'],
    ['a name of another form', { name: 'Li Si' }, '400 invalid_request: format_unmet at /name'],
    ['an unknown role', { roles: ['boss'] }, '400 invalid_request: not_allowed at /roles/0'],
    [
      'roles that do not go together',
      { roles: ['auditor', 'rule_author'] },
      '422 unprocessable: role_exclusive at /roles/0',
    ],
    [
      'a reach that the role cannot have',
      { roles: ['town_inspector'] },
      '422 unprocessable: reach_not_of_role at /reach/kind',
    ],
    [
      'an unknown office',
      { roles: ['town_inspector'], reach: { kind: 'offices', offices: ['town-a', 'nowhere'] } },
      '422 unprocessable: office_unknown at /reach/offices/1',
    ],
    [
      'an unknown enterprise',
      { roles: ['enterprise'], reach: { kind: 'subject', subject: creditCode(2) } },
      '422 unprocessable: subject_unknown at /reach/subject',
    ],
    ['another kind of reach', { reach: { kind: 'world' } }, '400 invalid_request: not_allowed at /reach/kind'],
    ['a password', { password: 'correct horse battery' }, '400 invalid_request: property_unknown at /password'],
  ])('are refused with %s', async (_, more, expected) => {
    const before = await everything();
    expect(refusal(await create({ name: 'refused', ...more }))).toBe(expected);
    expect(await everything()).toEqual(before);
  });

  it('are changed, which the audit tells before and after', async () => {
    const { id } = await createAccount(client, { name: 'changed' });
    const before = (await administrator.get<AccountMessage>(`/accounts/${id}`)).body;
    const change = {
      roles: ['district_officer'],
      reach: { kind: 'offices', offices: ['bureau'] },
      displayName: '王五',
    };
    const answer = await administrator.patch<AccountMessage>(`/accounts/${id.toUpperCase()}`, change);
    expect(answer).toMatchObject({ status: 200, body: { ...before, ...change } });
    const [event] = await stored.rows(`SELECT * FROM audit_event WHERE entity_id = $1 AND action = 'account.changed'`, [
      id,
    ]);
    expect(event).toMatchObject({ before, after: answer.body });
  });

  it.each([
    ['nothing', {}, '400 invalid_request: property_count_low at /'],
    ['the name', { name: 'other' }, '400 invalid_request: property_unknown at /name'],
    [
      'a reach that its role cannot have',
      { reach: { kind: 'subject', subject: creditCode(1) } },
      '422 unprocessable: reach_not_of_role at /reach/kind',
    ],
  ])('are not changed in %s', async (what, change, expected) => {
    const { id } = await createAccount(client, { name: `kept.${what.split(' ').at(-1)}` });
    const before = await everything();
    expect(refusal(await administrator.patch(`/accounts/${id}`, change))).toBe(expected);
    expect(await everything()).toEqual(before);
  });

  it('must exist', async () => {
    const path = '/accounts/00000000-0000-4000-8000-000000000001';
    const unknown = '404 not_found: account_unknown at /path/id';
    expect(refusal(await administrator.get(path))).toBe(unknown);
    expect(refusal(await administrator.patch(path, { disabled: true }))).toBe(unknown);
    expect(refusal(await administrator.post(`${path}/one-time-password`, {}))).toBe(unknown);
  });

  it('get a new one-time password, which ends their sessions', async () => {
    const { id, oneTimePassword } = await createAccount(client, { name: 'forgetful' });
    const { client: own } = await signIn(client, 'forgetful', oneTimePassword);
    const reset = await administrator.post<{ oneTimePassword: string; validUntil: string }>(
      `/accounts/${id}/one-time-password`,
      { validHours: 2 },
    );
    expect(reset.status).toBe(201);
    expect((await own.get('/me')).status).toBe(401);
    expect((await signIn(client, 'forgetful', oneTimePassword)).answer.status).toBe(401);
    expect((await signIn(client, 'forgetful', reset.body.oneTimePassword)).answer.status).toBe(201);
    clock.advance(2 * 60 * 60_000);
    expect((await signIn(client, 'forgetful', reset.body.oneTimePassword)).answer.status).toBe(401);
    const told = JSON.stringify(await stored.rows('SELECT * FROM audit_event WHERE entity_id = $1', [id]));
    expect(told).toContain('account.one_time_password_set');
    expect(told).not.toContain(reset.body.oneTimePassword);
  });
});

describe('system administrators', () => {
  const database = useTestDatabase({ withRules: true });
  const service = useTestApp(database);
  const given = useTestApp(database, { environment: { FIRST_ADMIN_PASSWORD: 'given by the operator' } });
  const stored = useStored(database);
  const names = async () =>
    (
      await stored.rows(`SELECT name FROM account WHERE 'system_administrator' = ANY(roles) ORDER BY created_at, name`)
    ).map(({ name }) => name);

  it('are created where there is none, once, however many start together', async () => {
    const ensure = () => service.app.get(FirstAdministrator, { strict: false }).ensure();
    const all = await Promise.all([ensure(), ensure(), ensure()]);
    const [created, ...more] = all.filter((one) => one !== undefined);
    expect(more).toEqual([]);
    expect(created?.name).toBe('admin');
    expect(await names()).toEqual(['admin']);
    const { answer, client } = await signIn(service.client, 'admin', created?.password ?? '');
    expect(answer.body).toMatchObject({ roles: ['system_administrator'], mustChangePassword: true });
    expect((await client.get('/accounts')).status).toBe(403);
    expect(service.log.text()).not.toContain(created?.password);
    const events = await stored.rows(`SELECT actor, action FROM audit_event WHERE entity = 'account' ORDER BY id`);
    expect(events[0]).toEqual({ actor: 'system', action: 'account.created' });
  });

  it('cannot all be disabled, or lose the role', async () => {
    const [{ id }] = (await stored.rows<{ id: string }>('SELECT id FROM account')) as [{ id: string }];
    // The one that asks counts too.
    const administrator = service.client.as({ role: 'system_administrator' });
    const { body } = await administrator.get<{ id: string }>('/me');
    expect((await administrator.patch(`/accounts/${id}`, { disabled: true })).status).toBe(200);
    expect(refusal(await administrator.patch(`/accounts/${body.id}`, { disabled: true }))).toBe(
      '409 conflict: account_last_administrator at /disabled',
    );
    expect(refusal(await administrator.patch(`/accounts/${body.id}`, { roles: ['auditor'] }))).toBe(
      '409 conflict: account_last_administrator at /roles',
    );
    expect((await administrator.patch(`/accounts/${id}`, { disabled: false })).status).toBe(200);
    expect((await administrator.patch(`/accounts/${body.id}`, { roles: ['auditor'] })).status).toBe(200);
  });

  it('disable each other at the same moment, and one remains', async () => {
    const two = [1, 2].map(() => service.client.as({ role: 'system_administrator' }));
    const ids = await Promise.all(two.map(async (one) => (await one.get<{ id: string }>('/me')).body.id));
    await stored.rows(`UPDATE account SET disabled_at = now() WHERE id <> ALL($1)`, [ids]);
    const answers = await Promise.all(
      two.map((one, place) => one.patch(`/accounts/${ids[1 - place]}`, { disabled: true })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('are created again once the owner of the database disabled all', async () => {
    await stored.rows('UPDATE account SET disabled_at = now()');
    const created = await given.app.get(FirstAdministrator, { strict: false }).ensure();
    expect(created).toEqual({ name: 'admin-2', password: undefined });
    expect((await signIn(given.client, 'admin-2', 'given by the operator')).answer.status).toBe(201);
    expect(await given.app.get(FirstAdministrator, { strict: false }).ensure()).toBeUndefined();
  });
});
