import { ProblemDocument } from '../../../src/common/http/problem-document';
import { useTestApp } from '../../support/app';
import { refusal } from '../../support/client';
import { useTestDatabase } from '../../support/database';
import { aSubject, aTown, creditCode, setUpOffices } from '../../support/register.builder';
import { useStored } from '../../support/stored';

const database = useTestDatabase({ withRules: true });
// 00:30 on 15 June in Shanghai: in UTC it is still the 14th.
const { client } = useTestApp(database, { now: '2026-06-14T16:30:00Z' });
const stored = useStored(database);

beforeAll(async () => {
  await setUpOffices(client);
  await client.post('/offices', aTown('town-old', { validTo: '2025-12-01' }));
});

describe('an enterprise', () => {
  it('is registered with everything of its first entry', async () => {
    const { status, body } = await client.post('/subjects', aSubject(1));
    const subject = {
      code: creditCode(1),
      asOf: '2025-10-01',
      name: '示例铸造厂 1',
      trade: 'machinery',
      state: 'producing',
      office: 'town-a',
      attributes: { 'enterprise.employees': 86, 'enterprise.isMetalSmelting': true },
    };
    expect({ status, body }).toEqual({ status: 201, body: subject });
    expect((await client.get(`/subjects/${creditCode(1)}`)).body).toEqual({ ...subject, asOf: '2026-06-15' });
  });

  it('leaves one audit event with the id of the request', async () => {
    const headers = { 'x-request-id': 'request-0001' };
    await client.post('/subjects', aSubject(2), { headers });
    const events = await stored.rows(
      `SELECT actor, action, before, after->>'name' AS name, correlation_id AS id FROM audit_event WHERE entity_id = $1`,
      [creditCode(2)],
    );
    expect(events).toEqual([
      {
        actor: expect.stringMatching(/^api_key:/) as string,
        action: 'subject.registered',
        before: null,
        name: '示例铸造厂 2',
        id: 'request-0001',
      },
    ]);
  });

  it('is found however its code is typed', async () => {
    const typed = ` ${creditCode(3).toLowerCase()} `;
    expect((await client.post('/subjects', aSubject(3, { code: typed }))).body).toMatchObject({ code: creditCode(3) });
    const address = `/subjects/${encodeURIComponent('９' + creditCode(3).slice(1).toLowerCase())}`;
    expect((await client.get(address)).body).toMatchObject({ code: creditCode(3) });
  });

  it('needs no attributes, and takes paths that no rule set knows', async () => {
    expect((await client.post('/subjects', aSubject(4, { attributes: undefined }))).body).toMatchObject({
      attributes: {},
    });
    const attributes = { 'dust.area': 120.5, 'dust.kinds': ['wood', 'flour'], 'enterprise.scale': '小型' };
    expect((await client.post('/subjects', aSubject(5, { attributes }))).body).toMatchObject({ attributes });
  });

  it('may begin today', async () => {
    expect((await client.post('/subjects', aSubject(6, { validFrom: '2026-06-15' }))).status).toBe(201);
  });

  const employees = (value: unknown) => ({ attributes: { 'enterprise.employees': value } });
  it.each<[string, Record<string, unknown>, string]>([
    ['a code that is taken', aSubject(1), '409 conflict: subject_exists at /code'],
    [
      'a wrong check character',
      aSubject(9, { code: '91000000MA0000001S' }),
      '422 unprocessable: credit_code_invalid at /code',
    ],
    [
      'a code of a letter outside the alphabet',
      aSubject(9, { code: '91000000MI0000001R' }),
      '422 unprocessable: credit_code_invalid at /code',
    ],
    ['tomorrow', aSubject(9, { validFrom: '2026-06-16' }), '422 unprocessable: day_in_future at /validFrom'],
    ['an unknown office', aSubject(9, { office: 'x' }), '422 unprocessable: office_unknown at /office'],
    [
      'an office that is not valid yet',
      aSubject(9, { validFrom: '2020-12-31' }),
      '422 unprocessable: office_not_valid at /office',
    ],
    [
      'an office that has ended',
      aSubject(9, { office: 'town-old', validFrom: '2025-12-01' }),
      '422 unprocessable: office_not_valid at /office',
    ],
    [
      'an office that ended since',
      aSubject(9, { office: 'town-old' }),
      '422 unprocessable: office_not_valid at /office',
    ],
    ['an unknown state', aSubject(9, { state: 'sold' }), '400 invalid_request: not_allowed at /state'],
    ['a trade that no rule set knows', aSubject(9, { trade: 'fishing' }), '422 unprocessable: fact_value at /trade'],
    [
      'a register fact of another type',
      aSubject(9, employees('86')),
      '422 unprocessable: fact_type at /attributes/enterprise.employees',
    ],
    [
      'a register fact out of range',
      aSubject(9, employees(-1)),
      '422 unprocessable: fact_range at /attributes/enterprise.employees',
    ],
    [
      'a null attribute',
      aSubject(9, employees(null)),
      '400 invalid_request: not_boolean at /attributes/enterprise.employees',
    ],
    [
      'what an inspector finds out',
      aSubject(9, { attributes: { 'furnaces.total': 2 } }),
      '422 unprocessable: attribute_not_of_register at /attributes/furnaces.total',
    ],
    [
      'the trade as an attribute',
      aSubject(9, { attributes: { 'enterprise.trade': 'other' } }),
      '422 unprocessable: attribute_of_its_own at /attributes/enterprise.trade',
    ],
    [
      'the state as an attribute',
      aSubject(9, { attributes: { 'enterprise.state': 'closed' } }),
      '422 unprocessable: attribute_of_its_own at /attributes/enterprise.state',
    ],
    [
      'a group of facts as an attribute',
      aSubject(9, { attributes: { enterprise: 1 } }),
      '422 unprocessable: attribute_overlap at /attributes/enterprise',
    ],
    [
      'a path of no form',
      aSubject(9, { attributes: { 'Enterprise.x': 1 } }),
      '400 invalid_request: format_unmet at /attributes/Enterprise.x',
    ],
    [
      'a nested attribute',
      aSubject(9, { attributes: { a: { b: 1 } } }),
      '400 invalid_request: not_boolean at /attributes/a',
    ],
    [
      'a prototype key',
      aSubject(9, { attributes: JSON.parse('{"__proto__":1}') as unknown }),
      '400 invalid_request: key_refused at /attributes/__proto__',
    ],
    ['no office', aSubject(9, { office: undefined }), '400 invalid_request: property_missing at /office'],
  ])('with %s is refused and nothing changes', async (_, subject, told) => {
    const before = await stored.everything();
    expect(refusal(await client.post('/subjects', subject))).toBe(told);
    expect(await stored.everything()).toEqual(before);
  });

  it('is told everything that is wrong with its facts at once, in both languages', async () => {
    const wrong = aSubject(9, { trade: 'fishing', attributes: { 'enterprise.employees': 1.5, 'furnaces.total': 1 } });
    const headers = { 'accept-language': 'en' };
    const english = await client.post<ProblemDocument>('/subjects', wrong, { headers });
    const chinese = await client.post<ProblemDocument>('/subjects', wrong);
    expect(english.body.errors.map(({ code }) => code)).toEqual([
      'fact_value',
      'fact_type',
      'attribute_not_of_register',
    ]);
    expect(chinese.body.errors[2]).toMatchObject({
      message: '“furnaces.total”在规则集 taizhou-hailing-furnace 中不取自台账，收到的值为 1。',
      value: 1,
    });
    expect(english.body.errors[2]?.message).toContain('does not take "furnaces.total" from the register');
  });

  it('is registered once, however many ask at the same moment', async () => {
    const answers = await Promise.all([1, 2, 3, 4].map(() => client.post('/subjects', aSubject(7))));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
    expect(await stored.rows('SELECT 1 FROM audit_event WHERE entity_id = $1', [creditCode(7)])).toHaveLength(1);
  });

  it('that is unknown, or was not yet there on the day, is not found', async () => {
    expect(refusal(await client.get(`/subjects/${creditCode(99)}`))).toBe(
      '404 not_found: subject_unknown at /path/code',
    );
    const early = await client.get(`/subjects/${creditCode(1)}?asOf=2025-09-30`);
    expect(refusal(early)).toBe('404 not_found: subject_not_yet at /query/asOf');
    expect(refusal(await client.get(`/subjects/${creditCode(99)}/history`))).toContain('subject_unknown');
  });
});
