import { FURNACE, furnaceFacts, anInspection, inspect, standing } from '../../support/furnace.builder';
import { creditCode } from '../../support/register.builder';
import { findingOf, useService } from '../inspections/service';

const service = useService({ now: '2026-03-01T09:00:00+08:00' });
const { client, clock, on } = service;
const LEAK = { 'furnaces.withLeakAlarm': 1 };

let subjects = 0;
const subject = () => service.register((subjects += 1));
const refused = (code: string, query: string) =>
  service.refused(() => client.get(`/subjects/${code}/standing?${query}`));

beforeEach(() => on('2026-03-01'));

describe('a standing', () => {
  it('before any record is empty, within the cycle of its day', async () => {
    const code = await subject();
    const { status, body } = await client.get(`/subjects/${code}/standing?ruleSet=${FURNACE}&asOf=2025-10-01`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      ...{ subject: code, ruleSet: { id: FURNACE, version: '1.0.0' }, asOf: '2025-10-01', knownAt: null },
      ...{ forecast: false, cycle: { from: '2025-10-01', to: '2026-10-01' }, fullMark: 12 },
      ...{ total: 0, sum: 0, carried: 0, current: 0, nextRung: { code: 'R3', points: 3, distance: 3 } },
      ...{ measures: [], postings: [], withoutEffect: [] },
      next: { day: '2026-10-01', clears: 0, carries: 0, clearing: [], carrying: [] },
    });
  });

  it('says everything of a posting, its rung, its measure and the next cycle day', async () => {
    const code = await subject();
    const recorded = await service.inspected(code, '2026-02-20', LEAK);
    const finding = findingOf(recorded, 'F09');
    await service.taken(`/findings/${finding}/rectification`, { completedOn: '2026-02-25' });
    await service.taken(`/findings/${finding}/re-inspections`, { inspectedOn: '2026-02-26', passed: true });
    const { body } = await client.get<{ measures: { id: string }[] }>(`/subjects/${code}/standing?ruleSet=${FURNACE}`);
    expect(body).toMatchObject({
      ...{ asOf: '2026-03-01', total: 3, current: 3, carried: 0, nextRung: { code: 'R6', points: 6, distance: 3 } },
      postings: [
        {
          ...{ id: finding, inspection: recorded.id, item: 'F09', version: '1.0.0', inspectedOn: '2026-02-20' },
          ...{ points: 3, state: 'current', reason: 'cycle_running', insteadOf: null, deadline: '2026-03-22' },
          ...{ completedOn: '2026-02-25', passedOn: '2026-02-26', clearedOn: null, overdue: false },
        },
      ],
      rungs: [
        { code: 'R3', points: 3, reached: true, since: '2026-02-20', isNew: false, authority: 'town_office' },
        { code: 'R6', points: 6, reached: false, since: null, isNew: false },
        { code: 'R10', points: 10, reached: false, since: null, isNew: false },
      ],
      measures: [{ rung: 'R3', dueOn: '2026-02-20', state: 'open', basisChanged: false }],
      next: { day: '2026-10-01', clears: 3, carries: 0, clearing: [finding], carrying: [] },
    });
    expect(body.measures[0]?.id).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('takes the code as people type it', async () => {
    const code = await subject();
    const { body } = await client.get(`/subjects/${code.toLowerCase()}/standing?ruleSet=${FURNACE}`);
    expect(body).toMatchObject({ subject: code });
  });

  it('is read without changing anything', async () => {
    const code = await subject();
    await service.inspected(code, '2026-02-20', LEAK);
    const told = await service.refused(async () => {
      await standing(client, code, '2027-10-01');
      return client.get('/subjects/nobody/standing');
    });
    expect(told).toMatch(/^400/);
  });
});

describe('a forecast', () => {
  it('is what comes true when nothing else happens', async () => {
    const code = await subject();
    const { findings } = await service.inspected(code, '2026-02-20', { ...LEAK, 'training.archiveComplete': false });
    const passing = findings.find(({ item }) => item === 'F09')?.id;
    await service.taken(`/findings/${passing}/rectification`, { completedOn: '2026-02-25' });
    await service.taken(`/findings/${passing}/re-inspections`, { inspectedOn: '2026-02-26', passed: true });
    const days = ['2026-03-02', '2026-03-03', '2026-09-30', '2026-10-01', '2027-09-30', '2027-10-01'];
    const forecasts = await Promise.all(days.map((day) => standing(client, code, day)));
    expect(forecasts.map(({ forecast, total }) => [forecast, total])).toEqual(
      [5, 5, 5, 2, 2, 2].map((total) => [true, total]),
    );
    for (const [n, day] of days.entries()) {
      on(day);
      expect(await standing(client, code, day)).toEqual({ ...forecasts[n], forecast: false });
    }
  });

  it('begins after the day it is in the time zone of the rule set', async () => {
    const code = await subject();
    clock.set('2026-03-01T15:59:59.999Z');
    expect((await standing(client, code, '2026-03-02')).forecast).toBe(true);
    clock.set('2026-03-01T16:00:00.000Z');
    expect((await standing(client, code, '2026-03-02')).forecast).toBe(false);
  });

  it('of today is what is asked for without a day', async () => {
    const code = await subject();
    clock.set('2026-03-01T16:00:00.000Z');
    const { body } = await client.get(`/subjects/${code}/standing?ruleSet=${FURNACE}`);
    expect(body).toMatchObject({ asOf: '2026-03-02', forecast: false });
  });
});

describe('a standing as known at a time', () => {
  let code: string;
  beforeAll(async () => {
    code = await subject();
    clock.set('2026-02-10T12:00:00+08:00');
    await service.inspected(code, '2026-02-01', LEAK);
    clock.set('2026-02-12T00:00:00+08:00');
    await service.inspected(code, '2026-02-01', { 'training.archiveComplete': false });
  });

  it.each([
    ['2026-02-09', 0],
    ['2026-02-10', 3],
    ['2026-02-10T11:59:59.999+08:00', 0],
    ['2026-02-10T12:00:00+08:00', 3],
    ['2026-02-10T04:00:00Z', 3],
    ['2026-02-11', 3],
    ['2026-02-11T23:59:59.999+08:00', 3],
    ['2026-02-12', 5],
    ['2026-03-01T09:00:00+08:00', 5],
    ['2026-03-01', 5],
  ])('(%s) comes to %i', async (knownAt, total) => {
    expect((await standing(client, code, '2026-02-20', knownAt)).total).toBe(total);
  });

  it('names the instant, for a day its end', async () => {
    expect(await standing(client, code, '2026-02-20', '2026-02-10')).toMatchObject({
      knownAt: '2026-02-10T15:59:59.999Z',
    });
  });

  it('knows only the measures that were created by then', async () => {
    const measures = async (knownAt: string): Promise<readonly string[]> =>
      (await standing(client, code, '2026-02-20', knownAt)).measures.map(({ rung, state }) => `${rung} ${state}`);
    expect(await measures('2026-02-09')).toEqual([]);
    expect(await measures('2026-02-10')).toEqual(['R3 open']);
  });

  it.each([
    ['an instant to come', '2026-03-01T09:00:00.001+08:00'],
    ['an instant later today', '2026-03-01T23:00:00+08:00'],
    ['tomorrow', '2026-03-02'],
  ])('that is %s is refused', async (_, knownAt) => {
    const told = await refused(code, `ruleSet=${FURNACE}&knownAt=${encodeURIComponent(knownAt)}`);
    expect(told).toBe('422 unprocessable: future_instant at /query/knownAt');
  });
});

describe('a standing that cannot be', () => {
  it.each([
    ['of an unknown enterprise', creditCode(999), `ruleSet=${FURNACE}`, '404 not_found: subject_unknown at /path/code'],
    [
      'under an unknown rule set',
      creditCode(1),
      'ruleSet=nowhere',
      '404 not_found: rule_set_unknown at /query/ruleSet',
    ],
    ['under none', creditCode(1), '', '400 invalid_request: property_missing at /query/ruleSet'],
    [
      'before any version',
      creditCode(1),
      `ruleSet=${FURNACE}&asOf=2021-09-30`,
      '422 unprocessable: no_version_in_force at /query/asOf',
    ],
    [
      'on no day',
      creditCode(1),
      `ruleSet=${FURNACE}&asOf=2026-02-29`,
      '400 invalid_request: no_such_day at /query/asOf',
    ],
    [
      'known on no day',
      creditCode(1),
      `ruleSet=${FURNACE}&knownAt=2026-02-29`,
      '400 invalid_request: no_such_instant at /query/knownAt',
    ],
    [
      'known at a time without an offset',
      creditCode(1),
      `ruleSet=${FURNACE}&knownAt=2026-02-01T00:00:00`,
      '400 invalid_request: no_such_instant at /query/knownAt',
    ],
    [
      'with two days',
      creditCode(1),
      `ruleSet=${FURNACE}&asOf=2026-01-01&asOf=2026-01-02`,
      '400 invalid_request: not_text at /query/asOf',
    ],
    [
      'with a parameter too many',
      creditCode(1),
      `ruleSet=${FURNACE}&on=2026-01-01`,
      '400 invalid_request: property_unknown at /query/on',
    ],
  ])('%s is refused', async (_, code, query, told) => {
    expect(await refused(code, query)).toBe(told);
  });
});

it('counts an inspection of a day before others, recorded late, in its place', async () => {
  const code = await subject();
  await service.inspected(code, '2026-02-20', LEAK);
  const late = await inspect(client, anInspection(code, '2026-02-10', furnaceFacts(LEAK)));
  expect(late.body.findings.map(({ item }) => item)).toEqual(['F09']);
  const { postings, total } = await standing(client, code, '2026-03-01');
  // The earlier one stands in the way of the later one, which was posted before.
  expect([total, postings.map(({ state }) => state)]).toEqual([3, ['current', 'not_posted']]);
});
