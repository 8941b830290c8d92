import { randomUUID } from 'node:crypto';
import { standing } from '../../support/furnace.builder';
import { aTown } from '../../support/register.builder';
import { findingOf, useService } from '../inspections/service';

const service = useService({ now: '2026-03-01T09:00:00+08:00' });
const { client, on, stored, clock } = service;
const WATER = { 'site.waterZones': 1 };
const LEAK = { 'furnaces.withLeakAlarm': 1 };
const DECISION = { decidedOn: '2026-03-20', reason: '复核' };

let subjects = 0;
const subject = () => service.register((subjects += 1));

interface Measure {
  readonly id: string;
  readonly subject: string;
  readonly rung: string;
  readonly office: string | null;
  readonly state: string;
  readonly dueOn: string;
  readonly basisChanged: boolean;
  readonly events: readonly { readonly type: string; readonly day: string; readonly note: string | null }[];
}

async function measuresOf(code: string): Promise<readonly Measure[]> {
  const { body } = await client.get<{ items: readonly Measure[] }>('/measures?limit=200');
  const points = (rung: string): number => Number(rung.slice(1));
  const found = body.items.filter((measure) => measure.subject === code);
  return found.sort((a, b) => points(a.rung) - points(b.rung));
}
const livesOf = async (code: string): Promise<readonly string[]> =>
  (await measuresOf(code))
    .map(({ rung, state, basisChanged, events }) => {
      const steps = events.map(({ type, day }) => `${type} ${day}`).join(', ');
      return `${rung} ${state}${basisChanged ? ' (basis changed)' : ''}: ${steps}`;
    })
    .sort();
const complete = (id: string, completedOn: string, note?: string) =>
  client.post<Measure>(`/measures/${id}/completion`, { completedOn, ...(note === undefined ? {} : { note }) });
async function measureOf(code: string, rung: string): Promise<Measure> {
  const found = (await measuresOf(code)).findLast((measure) => measure.rung === rung);
  if (found === undefined) throw new Error(`no measure of ${rung}`);
  return found;
}

/** An enterprise with 6 points of F14 on 5 March; the clock stands at 20 March. */
async function withWater(): Promise<{ readonly code: string; readonly finding: string }> {
  on('2026-03-05');
  const code = await subject();
  const finding = findingOf(await service.inspected(code, '2026-03-05', WATER), 'F14');
  on('2026-03-20');
  return { code, finding };
}
const annul = (finding: string) => service.taken(`/findings/${finding}/annulment`, DECISION);

describe('the life of a measure', () => {
  it('begins with the inspection that reaches its rung, on the day it falls due', async () => {
    const { code } = await withWater();
    expect(await measuresOf(code)).toMatchObject(
      [
        {
          rung: 'R3',
          office: 'town-a',
          measure: { code: 'more_frequent_inspection' },
          authority: { code: 'town_office' },
        },
        {
          rung: 'R6',
          office: 'bureau',
          measure: { code: 'warning_interview' },
          authority: { code: 'district_bureau' },
        },
      ].map((one) => ({
        ...one,
        ...{ version: '1.0.0', cycle: { from: '2025-10-01', to: '2026-10-01' }, dueOn: '2026-03-05', state: 'open' },
        events: [{ type: 'created', day: '2026-03-05', note: null, recordedAt: '2026-03-05T01:00:00.000Z' }],
      })),
    );
  });

  it('is not created twice by more points, and once for every rung that a jump crosses', async () => {
    const { code } = await withWater();
    await service.inspected(code, '2026-03-20', { 'certificates.validOnDuty': 0 });
    expect(await livesOf(code)).toEqual([
      'R10 open: created 2026-03-20',
      'R3 open: created 2026-03-05',
      'R6 open: created 2026-03-05',
    ]);
  });

  it('ends with its completion', async () => {
    const { code } = await withWater();
    const { id } = await measureOf(code, 'R6');
    const { status, body } = await complete(id, '2026-03-18', '已约谈主要负责人');
    expect([status, body.state]).toEqual([201, 'completed']);
    expect(body.events.at(-1)).toMatchObject({ type: 'completed', day: '2026-03-18', note: '已约谈主要负责人' });
    expect((await standing(client, code, '2026-03-17')).measures).toMatchObject([{ state: 'open' }, { state: 'open' }]);
    expect((await standing(client, code, '2026-03-18')).measures).toMatchObject([
      { state: 'open' },
      { state: 'completed' },
    ]);
  });

  it('ends by withdrawal when its basis is annulled while it is open', async () => {
    const { code, finding } = await withWater();
    await annul(finding);
    expect(await livesOf(code)).toEqual([
      'R3 withdrawn: created 2026-03-05, withdrawn 2026-03-20',
      'R6 withdrawn: created 2026-03-05, withdrawn 2026-03-20',
    ]);
  });

  it('is marked, not ended, when its basis is annulled after its completion, and only once', async () => {
    const { code, finding } = await withWater();
    await complete((await measureOf(code, 'R6')).id, '2026-03-18');
    await annul(finding);
    const lives = [
      'R3 withdrawn: created 2026-03-05, withdrawn 2026-03-20',
      'R6 completed (basis changed): created 2026-03-05, completed 2026-03-18, basis_changed 2026-03-20',
    ];
    expect(await livesOf(code)).toEqual(lives);
    await service.inspected(code, '2026-03-20');
    expect(await livesOf(code)).toEqual(lives);
    expect((await standing(client, code, '2026-03-20')).measures).toMatchObject([
      { rung: 'R3', state: 'withdrawn' },
      { rung: 'R6', state: 'completed', basisChanged: true },
    ]);
  });

  it('withdrawn, does not use up once per cycle; completed, does', async () => {
    const { code, finding } = await withWater();
    await complete((await measureOf(code, 'R6')).id, '2026-03-18');
    await annul(finding);
    on('2026-03-25');
    await service.inspected(code, '2026-03-24', WATER);
    expect(await livesOf(code)).toEqual([
      'R3 open: created 2026-03-24',
      'R3 withdrawn: created 2026-03-05, withdrawn 2026-03-20',
      'R6 completed (basis changed): created 2026-03-05, completed 2026-03-18, basis_changed 2026-03-20',
    ]);
  });

  it('withdrawn and created again for the same days is shown once alive on any day', async () => {
    const { code, finding } = await withWater();
    await annul(finding);
    on('2026-03-25');
    await service.inspected(code, '2026-03-05', WATER);
    for (const asOf of ['2026-03-10', '2026-03-20', '2026-03-25']) {
      const { measures } = await standing(client, code, asOf);
      const alive = measures.filter(({ state }) => state !== 'withdrawn').map(({ rung }) => rung);
      expect([asOf, alive]).toEqual([asOf, ['R3', 'R6']]);
    }
  });

  it('is told to the audit step by step, with what it was and what it became', async () => {
    const { code, finding } = await withWater();
    const { id } = await measureOf(code, 'R6');
    await complete(id, '2026-03-18');
    await annul(finding);
    const events = await stored.rows(
      'SELECT action, before, after FROM audit_event WHERE entity = $1 AND entity_id = $2 ORDER BY id',
      ['measure', id],
    );
    expect(events).toMatchObject([
      { action: 'measure.created', before: null, after: { rung: 'R6', dueOn: '2026-03-05' } },
      {
        action: 'measure.completed',
        before: { state: 'open' },
        after: { state: 'completed', completedOn: '2026-03-18' },
      },
      { action: 'measure.basis_changed', before: { basisChanged: false }, after: { basisChanged: true } },
    ]);
  });

  it('names the record that brought each step about, and none for a completion', async () => {
    const { code, finding } = await withWater();
    const { id } = await measureOf(code, 'R6');
    await complete(id, '2026-03-18');
    await annul(finding);
    const steps = await stored.rows(
      `SELECT e.type, r.type AS by FROM measure_event e LEFT JOIN record r ON r.id = e.record_id
        WHERE e.measure_id = $1 ORDER BY e.number`,
      [id],
    );
    expect(steps).toEqual([
      { type: 'created', by: 'inspection' },
      { type: 'completed', by: null },
      { type: 'basis_changed', by: 'annulment' },
    ]);
  });
});

describe('a completion that cannot be', () => {
  it.each([
    ['before it fell due', '2026-03-04', '422 unprocessable: completed_before_due at /completedOn'],
    ['tomorrow', '2026-03-21', '422 unprocessable: completed_in_future at /completedOn'],
    ['on no day', '2026-02-30', '400 invalid_request: no_such_day at /completedOn'],
  ])('%s is refused', async (_, day, told) => {
    const { code } = await withWater();
    const { id } = await measureOf(code, 'R6');
    expect(await service.refused(() => complete(id, day))).toBe(told);
  });

  it('is refused for what is completed or withdrawn', async () => {
    const { code, finding } = await withWater();
    const [town, bureau] = [await measureOf(code, 'R3'), await measureOf(code, 'R6')];
    expect((await complete(bureau.id, '2026-03-05')).status).toBe(201);
    await annul(finding);
    for (const { id } of [town, bureau]) {
      expect(await service.refused(() => complete(id, '2026-03-20'))).toBe(
        '409 conflict: measure_not_open at /path/id',
      );
    }
  });

  it('is refused for what is not there', async () => {
    on('2026-03-20');
    expect(await service.refused(() => complete(randomUUID(), '2026-03-20'))).toBe(
      '404 not_found: measure_unknown at /path/id',
    );
    expect(await service.refused(() => complete('1', '2026-03-20'))).toBe(
      '400 invalid_request: format_unmet at /path/id',
    );
  });

  it('at the same moment as another is refused for one of them', async () => {
    const { code } = await withWater();
    const { id } = await measureOf(code, 'R6');
    const answers = await Promise.all([1, 2, 3].map(() => complete(id, '2026-03-20')));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    expect((await measureOf(code, 'R6')).events).toHaveLength(2);
  });

  it('takes the day in the time zone of the rule set', async () => {
    const { code } = await withWater();
    const { id } = await measureOf(code, 'R6');
    clock.set('2026-03-20T15:59:59Z');
    expect(await service.refused(() => complete(id, '2026-03-21'))).toContain('completed_in_future');
    clock.set('2026-03-20T16:00:00Z');
    expect((await complete(id, '2026-03-21')).status).toBe(201);
  });
});

describe('the office in charge of a measure', () => {
  it('is the one where the enterprise is today, not where it was on the day', async () => {
    on('2026-03-20');
    const code = await subject();
    const move = await client.patch(`/subjects/${code}`, { validFrom: '2026-03-10', office: 'town-b' });
    expect(move).toMatchObject({ status: 200 });
    await service.inspected(code, '2026-03-05', LEAK);
    expect(await measuresOf(code)).toMatchObject([{ rung: 'R3', office: 'town-b', dueOn: '2026-03-05' }]);
  });

  it('stays when the enterprise moves afterwards', async () => {
    const { code } = await withWater();
    await client.patch(`/subjects/${code}`, { validFrom: '2026-03-20', office: 'town-b' });
    await service.inspected(code, '2026-03-20', { 'certificates.validOnDuty': 0 });
    expect((await measuresOf(code)).map(({ rung, office }) => [rung, office])).toEqual([
      ['R3', 'town-a'],
      ['R6', 'bureau'],
      ['R10', 'bureau'],
    ]);
  });

  it('is none where the register names none of the level', async () => {
    on('2026-03-20');
    // In the books of the bureau itself: there is no town above it.
    const code = await service.register((subjects += 1), { office: 'bureau' });
    await service.inspected(code, '2026-03-05', WATER);
    expect((await measuresOf(code)).map(({ rung, office }) => [rung, office])).toEqual([
      ['R3', null],
      ['R6', 'bureau'],
    ]);
  });

  it('may be a park', async () => {
    on('2026-03-20');
    await client.post('/offices', aTown('park-a', { level: 'park' }));
    const code = await service.register((subjects += 1), { office: 'park-a' });
    await service.inspected(code, '2026-03-05', LEAK);
    expect(await measuresOf(code)).toMatchObject([{ rung: 'R3', office: 'park-a' }]);
  });
});
