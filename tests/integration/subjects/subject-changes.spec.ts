import { useTestApp } from '../../support/app';
import { refusal } from '../../support/client';
import { useTestDatabase } from '../../support/database';
import { aSubject, aTown, creditCode, setUpOffices } from '../../support/register.builder';
import { useStored } from '../../support/stored';

const database = useTestDatabase({ withRules: true });
const { client, clock } = useTestApp(database);
const stored = useStored(database);

const SUBJECT = `/subjects/${creditCode(1)}`;
const asOf = async (day: string): Promise<unknown> => (await client.get(`${SUBJECT}?asOf=${day}`)).body;
const change = (body: Record<string, unknown>) => client.patch(SUBJECT, body);

beforeAll(async () => {
  await setUpOffices(client);
  await client.post('/offices', aTown('town-short', { validFrom: '2025-11-01', validTo: '2026-02-01' }));
  await client.post('/subjects', aSubject(1));
});

describe('a change', () => {
  it('moves an enterprise to another town from a day on', async () => {
    const { status, body } = await change({ office: 'town-b', validFrom: '2026-04-01' });
    expect(status).toBe(200);
    expect(body).toMatchObject({ asOf: '2026-04-01', office: 'town-b', name: '示例铸造厂 1' });
    expect(await asOf('2026-03-31')).toMatchObject({ office: 'town-a' });
    expect(await asOf('2026-04-01')).toMatchObject({ office: 'town-b' });
  });

  it('renames it, and leaves the rest as it was', async () => {
    await change({ name: '新示例铸造厂', validFrom: '2026-05-01' });
    expect(await asOf('2026-04-30')).toMatchObject({ name: '示例铸造厂 1', office: 'town-b' });
    expect(await asOf('2026-05-01')).toMatchObject({ name: '新示例铸造厂', office: 'town-b', trade: 'machinery' });
  });

  it('sets attributes, leaves absent ones and ends null ones', async () => {
    await change({ attributes: { 'enterprise.employees': null, 'dust.area': 12 }, validFrom: '2026-05-02' });
    expect(await asOf('2026-05-02')).toMatchObject({
      attributes: { 'enterprise.isMetalSmelting': true, 'dust.area': 12 },
    });
    expect(await asOf('2026-05-02')).not.toHaveProperty(['attributes', 'enterprise.employees']);
    expect(await asOf('2026-05-01')).toHaveProperty(['attributes', 'enterprise.employees'], 86);
  });

  it('of the past holds until the next of its kind', async () => {
    await change({ office: 'town-a', validFrom: '2026-02-01' });
    await change({ office: 'town-short', state: 'stopped', validFrom: '2026-01-10' });
    expect(await asOf('2026-01-31')).toMatchObject({ office: 'town-short', state: 'stopped' });
    expect(await asOf('2026-02-01')).toMatchObject({ office: 'town-a', state: 'stopped' });
    expect(await asOf('2026-04-01')).toMatchObject({ office: 'town-b', state: 'stopped' });
  });

  it('is audited with what it changed', async () => {
    await change({ state: 'producing', validFrom: '2026-05-03' });
    const [event] = await stored.rows(
      `SELECT action, entity_id AS id, before->>'state' AS before, after->>'state' AS after
         FROM audit_event ORDER BY audit_event.id DESC LIMIT 1`,
    );
    expect(event).toEqual({ action: 'subject.changed', id: creditCode(1), before: 'stopped', after: 'producing' });
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['of tomorrow', { name: 'x', validFrom: '2026-06-16' }, '422 unprocessable: day_in_future at /validFrom'],
    [
      'before the first entry',
      { name: 'x', validFrom: '2025-09-30' },
      '422 unprocessable: before_first_entry at /validFrom',
    ],
    ['to an unknown office', { office: 'x', validFrom: '2026-06-01' }, '422 unprocessable: office_unknown at /office'],
    [
      'to an office not valid yet',
      { office: 'town-short', validFrom: '2025-10-31' },
      '422 unprocessable: office_not_valid at /office',
    ],
    [
      'to an office that has ended',
      { office: 'town-short', validFrom: '2026-06-01' },
      '422 unprocessable: office_not_valid at /office',
    ],
    ['of the code', { code: creditCode(2), validFrom: '2026-06-01' }, '400 invalid_request: property_unknown at /code'],
    ['of nothing', { validFrom: '2026-06-01' }, '400 invalid_request: property_count_low at /'],
    ['without its day', { name: 'x', state: 'closed' }, '400 invalid_request: property_missing at /validFrom'],
    ['to a null name', { name: null, validFrom: '2026-06-01' }, '400 invalid_request: not_text at /name'],
    [
      'that leads a path through another',
      { attributes: { 'dust.area.floor': 1 }, validFrom: '2026-06-01' },
      '422 unprocessable: attribute_overlap at /attributes/dust.area.floor',
    ],
    [
      'of the trade as an attribute, even to end it',
      { attributes: { 'enterprise.trade': null }, validFrom: '2026-06-01' },
      '422 unprocessable: attribute_of_its_own at /attributes/enterprise.trade',
    ],
    [
      'to a trade that no rule set knows',
      { trade: 'fishing', validFrom: '2026-06-01' },
      '422 unprocessable: fact_value at /trade',
    ],
  ])('%s is refused and nothing changes', async (_, body, told) => {
    const before = await stored.everything();
    expect(refusal(await change(body))).toBe(told);
    expect(await stored.everything()).toEqual(before);
  });

  it('of an unknown enterprise is not found', async () => {
    const answer = await client.patch(`/subjects/${creditCode(9)}`, { name: 'x', validFrom: '2026-06-01' });
    expect(refusal(answer)).toBe('404 not_found: subject_unknown at /path/code');
  });

  it('is numbered once, however many arrive at the same moment', async () => {
    await client.post('/subjects', aSubject(3));
    const names = [1, 2, 3, 4, 5, 6].map((n) => `示例 ${n}`);
    const answers = await Promise.all(
      names.map((name) => client.patch(`/subjects/${creditCode(3)}`, { name, validFrom: '2026-06-01' })),
    );
    expect(answers.map(({ status }) => status)).toEqual(names.map(() => 200));
    const { body } = await client.get<History>(`/subjects/${creditCode(3)}/history`);
    expect(body.items.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(
      body.items
        .slice(1)
        .map(({ name }) => name)
        .sort(),
    ).toEqual(names);
  });
});

interface History {
  readonly items: readonly { readonly number: number; readonly name?: string }[];
  readonly next: string | null;
}

describe('the history', () => {
  it('has every entry in the order of recording, with what it changed', async () => {
    clock.set('2026-06-15T10:00:00+08:00');
    await client.post('/subjects', aSubject(4));
    clock.advance(60_000);
    await client.patch(`/subjects/${creditCode(4)}`, { office: 'town-b', validFrom: '2026-06-01' });
    await client.patch(`/subjects/${creditCode(4)}`, {
      attributes: { 'enterprise.employees': null },
      validFrom: '2025-12-01',
    });
    expect((await client.get(`/subjects/${creditCode(4)}/history`)).body).toEqual({
      items: [
        expect.objectContaining({
          number: 1,
          validFrom: '2025-10-01',
          recordedAt: '2026-06-15T02:00:00.000Z',
          office: 'town-a',
        }),
        {
          number: 2,
          validFrom: '2026-06-01',
          recordedAt: '2026-06-15T02:01:00.000Z',
          office: 'town-b',
          attributes: {},
        },
        {
          number: 3,
          validFrom: '2025-12-01',
          recordedAt: '2026-06-15T02:01:00.000Z',
          attributes: { 'enterprise.employees': null },
        },
      ],
      next: null,
    });
  });

  it('is paged', async () => {
    const first = await client.get<History>(`/subjects/${creditCode(4)}/history?limit=2`);
    expect(first.body.items.map(({ number }) => number)).toEqual([1, 2]);
    const second = await client.get<History>(`/subjects/${creditCode(4)}/history?limit=2&cursor=${first.body.next}`);
    expect(second.body).toMatchObject({ items: [{ number: 3 }], next: null });
  });
});
