import { useTestApp } from '../../support/app';
import { refusal } from '../../support/client';
import { useTestDatabase } from '../../support/database';
import { aSubject, aTown, creditCode, setUpOffices } from '../../support/register.builder';
import { useStored } from '../../support/stored';

const database = useTestDatabase({ withRules: true });
const { client } = useTestApp(database);
const stored = useStored(database);

interface Listed {
  readonly items: readonly { readonly code: string }[];
  readonly next: string | null;
}
const codes = async (query = ''): Promise<string[]> =>
  (await client.get<Listed>(`/offices${query}`)).body.items.map(({ code }) => code);

beforeAll(() => setUpOffices(client));

describe('an office', () => {
  it('is shown with the one above it and its days of validity', async () => {
    const { status, body } = await client.post('/offices', aTown('park-x', { level: 'park', validTo: '2027-01-01' }));
    expect({ status, body }).toEqual({
      status: 201,
      body: {
        code: 'park-x',
        level: 'park',
        parent: 'bureau',
        name: '示例镇 park-x',
        nameEn: null,
        validFrom: '2021-01-01',
        validTo: '2027-01-01',
      },
    });
  });

  it('is audited in the transaction that sets it up', async () => {
    const events = await stored.rows(`SELECT actor, action, before, after FROM audit_event WHERE entity_id = 'park-x'`);
    expect(events).toEqual([
      {
        actor: expect.stringMatching(/^api_key:/) as string,
        action: 'office.created',
        before: null,
        after: expect.objectContaining({ code: 'park-x', parent: 'bureau' }) as unknown,
      },
    ]);
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['a code that is taken', aTown('town-a'), '409 conflict: office_exists at /code'],
    ['no parent', aTown('t', { parent: undefined }), '422 unprocessable: office_parent_missing at /parent'],
    ['an unknown parent', aTown('t', { parent: 'x' }), '422 unprocessable: office_unknown at /parent'],
    [
      'a parent of another level',
      aTown('t', { parent: 'town-a' }),
      '422 unprocessable: office_parent_level at /parent',
    ],
    [
      'a parent that begins later',
      aTown('t', { validFrom: '2020-12-31' }),
      '422 unprocessable: office_parent_days at /parent',
    ],
    [
      'a jurisdiction below another',
      aTown('t', { level: 'jurisdiction', parent: 'district' }),
      '422 unprocessable: office_parent_unexpected at /parent',
    ],
    [
      'an end on its first day',
      aTown('t', { validTo: '2021-01-01' }),
      '422 unprocessable: office_days_reversed at /validTo',
    ],
    [
      'a day that does not exist',
      aTown('t', { validFrom: '2021-02-29' }),
      '400 invalid_request: no_such_day at /validFrom',
    ],
    ['an unknown level', aTown('t', { level: 'village' }), '400 invalid_request: not_allowed at /level'],
    ['spaces around its name', aTown('t', { name: ' 镇' }), '400 invalid_request: format_unmet at /name'],
    ['no name', aTown('t', { name: undefined }), '400 invalid_request: property_missing at /name'],
  ])('with %s is refused and nothing changes', async (_, office, told) => {
    const before = await stored.everything();
    expect(refusal(await client.post('/offices', office))).toBe(told);
    expect(await stored.everything()).toEqual(before);
  });

  it('is set up once, however many ask at the same moment', async () => {
    const answers = await Promise.all([1, 2, 3, 4].map(() => client.post('/offices', aTown('town-once'))));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
  });
});

describe('the list of offices', () => {
  it('pages through all of them by code, once each', async () => {
    const seen: string[] = [];
    let cursor = '';
    do {
      const { body } = await client.get<Listed>(`/offices?limit=2${cursor}`);
      seen.push(...body.items.map(({ code }) => code));
      cursor = body.next === null ? '' : `&cursor=${body.next}`;
    } while (cursor !== '');
    expect(seen).toEqual([...new Set(seen)].sort());
    expect(seen).toEqual(await codes());
  });

  it('as of a day has those valid then: the first day is in, the end is not', async () => {
    await client.post('/offices', aTown('town-days', { validFrom: '2022-03-01', validTo: '2022-06-01' }));
    expect(await codes('?asOf=2022-02-28')).not.toContain('town-days');
    expect(await codes('?asOf=2022-03-01')).toContain('town-days');
    expect(await codes('?asOf=2022-05-31')).toContain('town-days');
    expect(await codes('?asOf=2022-06-01')).not.toContain('town-days');
  });

  it.each([
    ['?limit=0', '400 invalid_request: number_too_small at /query/limit'],
    ['?cursor=abc', '400 invalid_request: cursor_unknown at /query/cursor'],
    ['?asOf=today', '400 invalid_request: no_such_day at /query/asOf'],
    ['?name=x', '400 invalid_request: property_unknown at /query/name'],
  ])('refuses %s', async (query, told) => {
    expect(refusal(await client.get(`/offices${query}`))).toBe(told);
  });
});

describe('the end of an office', () => {
  const end = (code: string, validTo: string) => client.patch(`/offices/${code}`, { validTo });

  beforeAll(async () => {
    await client.post('/offices', aTown('town-end'));
    await client.post('/subjects', aSubject(1, { office: 'town-end', validFrom: '2026-01-01' }));
    await client.patch(`/subjects/${creditCode(1)}`, { office: 'town-a', validFrom: '2026-03-01' });
  });

  it.each([
    ['an unknown office', 'x', '2026-06-15', '404 not_found: office_unknown at /path/code'],
    ['an end on the first day', 'town-end', '2021-01-01', '422 unprocessable: office_days_reversed at /validTo'],
    ['one with offices below it', 'bureau', '2026-06-15', '409 conflict: office_has_offices at /validTo'],
    ['one still in charge of a subject', 'town-end', '2026-02-28', '409 conflict: office_has_subjects at /validTo'],
    ['one that has ended', 'park-x', '2026-06-15', '409 conflict: office_ended at /validTo'],
  ])('is refused for %s and nothing changes', async (_, code, day, told) => {
    const before = await stored.everything();
    expect(refusal(await end(code, day))).toBe(told);
    expect(await stored.everything()).toEqual(before);
  });

  it('is taken from the day of the last move on, and audited', async () => {
    expect(await end('town-end', '2026-03-01')).toMatchObject({ status: 200, body: { validTo: '2026-03-01' } });
    const [event] = await stored.rows(`SELECT action, before, after FROM audit_event ORDER BY id DESC LIMIT 1`);
    expect(event).toEqual({ action: 'office.ended', before: { validTo: null }, after: { validTo: '2026-03-01' } });
  });

  it('may be planned while subjects are still in its charge', async () => {
    await client.post('/offices', aTown('town-planned'));
    await client.post('/subjects', aSubject(2, { office: 'town-planned' }));
    expect(refusal(await end('town-planned', '2026-06-15'))).toBe('409 conflict: office_has_subjects at /validTo');
    expect(await end('town-planned', '2026-06-16')).toMatchObject({ status: 200 });
  });

  it('takes nothing but the end', async () => {
    const answer = await client.patch('/offices/town-a', { validTo: '2027-01-01', name: '新名' });
    expect(refusal(answer)).toBe('400 invalid_request: property_unknown at /name');
  });
});
