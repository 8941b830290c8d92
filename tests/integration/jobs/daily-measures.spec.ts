import { InspectionsModule } from '../../../src/inspections/inspections.module';
import { DailyMeasuresService } from '../../../src/jobs/daily-measures.service';
import { JobsModule } from '../../../src/jobs/jobs.module';
import { useTestApp } from '../../support/app';
import { useTestDatabase } from '../../support/database';
import { aSubject, creditCode, setUpOffices } from '../../support/register.builder';
import { useStored } from '../../support/stored';

const RULE_SET = 'taizhou-hailing-furnace';

const database = useTestDatabase({ withRules: true });
const service = useTestApp(database, { extra: [InspectionsModule, JobsModule], now: '2026-09-20T09:00:00+08:00' });
const stored = useStored(database);
const { client, clock, log } = service;
const run = () => service.app.get(DailyMeasuresService).run();

interface Measure {
  readonly rung: string;
  readonly state: string;
  readonly dueOn: string;
}

async function measuresOf(subject: number): Promise<readonly string[]> {
  const path = `/subjects/${creditCode(subject)}/standing?ruleSet=${RULE_SET}`;
  const { body } = await client.get<{ readonly measures: readonly Measure[] }>(path);
  return body.measures.map(({ rung, state, dueOn }) => `${rung} ${state} ${dueOn}`);
}

/** An inspection that finds one of two furnaces without emergency storage: 6 points, which nobody puts right. */
function inspect(subject: number, inspectedOn: string, more: object = {}) {
  const facts = {
    furnaces: { total: 2, withEmergencyStorage: 1, withLeakAlarm: 2 },
    emergencyStorage: { minCapacityRatio: 1, occupied: 0 },
    ...more,
  };
  const body = {
    ...{ subject: creditCode(subject), ruleSet: RULE_SET, inspectedOn, kind: 'routine', office: 'town-a' },
    ...{ inspectors: ['甲', '乙'], facts },
  };
  const headers = { 'idempotency-key': `${subject}-${inspectedOn}` };
  return client.post<{ readonly id: string }>('/inspections', body, { headers });
}

beforeAll(async () => {
  await setUpOffices(client);
  for (const subject of [1, 2, 3, 4]) {
    await client.post('/subjects', aSubject(subject));
    if (subject !== 4) expect(await inspect(subject, '2026-05-12')).toMatchObject({ status: 201 });
  }
});

describe('the daily job', () => {
  it('does nothing on a day that brings nothing about', async () => {
    const before = await stored.everything();
    expect(await run()).toEqual({ followed: 3, failed: 0 });
    expect(await stored.everything()).toEqual(before);
  });

  it('appends the measures of a rung that carried points reach on the first day of a cycle', async () => {
    clock.set('2026-10-01T00:10:00+08:00');
    expect(await measuresOf(1)).toEqual(['R3 due 2026-10-01', 'R6 due 2026-10-01']);
    await run();
    expect(await measuresOf(1)).toEqual(['R3 open 2026-10-01', 'R6 open 2026-10-01']);
    const { body } = await client.get<{ readonly items: readonly { readonly office: string }[] }>(
      '/measures?state=open',
    );
    expect(new Set(body.items.map(({ office }) => office))).toEqual(new Set(['town-a', 'bureau']));
  });

  it('tells the audit that nobody asked for it', async () => {
    const events = await stored.rows(
      `SELECT DISTINCT a.actor, a.action FROM audit_event a JOIN measure m ON m.id::text = a.entity_id
        WHERE m.cycle_from = '2026-10-01'`,
    );
    expect(events).toEqual([{ actor: 'system', action: 'measure.created' }]);
  });

  it('changes nothing more when it runs again, or in two processes at once', async () => {
    const before = await stored.everything();
    await run();
    await Promise.all([run(), run(), run()]);
    expect(await stored.everything()).toEqual(before);
  });

  it('stops between two subjects when it is told to', async () => {
    expect(await service.app.get(DailyMeasuresService).run(() => true)).toEqual({ followed: 0, failed: 0 });
  });
});

describe('a night on which something goes wrong', () => {
  beforeAll(async () => {
    clock.set('2027-10-01T00:10:00+08:00');
    const [subject] = await stored.rows<{ id: string }>('SELECT id FROM subject WHERE code = $1', [creditCode(1)]);
    await stored.rows(`
      CREATE FUNCTION refuse_measure() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'out of order'; END $$;
      CREATE TRIGGER refuse_measure BEFORE INSERT ON measure FOR EACH ROW
        WHEN (NEW.subject_id = '${subject?.id}') EXECUTE FUNCTION refuse_measure()`);
  });
  afterAll(() => stored.rows('DROP TRIGGER refuse_measure ON measure; DROP FUNCTION refuse_measure()'));

  it('logs the subject that fails and goes on with the others', async () => {
    expect(await run()).toEqual({ followed: 2, failed: 1 });
    expect(await measuresOf(1)).toEqual(['R3 due 2027-10-01', 'R6 due 2027-10-01']);
    expect(await measuresOf(2)).toEqual(['R3 open 2027-10-01', 'R6 open 2027-10-01']);
    const told = JSON.stringify(log.all().filter((line) => line['level'] === 50));
    expect(told).toContain(creditCode(1));
    expect(told).toContain('out of order');
  });
});

describe('a race of the job and inspections', () => {
  it('creates each measure once', async () => {
    await run();
    clock.set('2028-10-01T00:10:00+08:00');
    // The inspection finds another item besides the one that is open still: 3 points on top of the 6 carried.
    const more = { furnaces: { total: 2, withEmergencyStorage: 1, withLeakAlarm: 1 } };
    const [first, second] = await Promise.all([
      inspect(1, '2028-10-01', more),
      inspect(2, '2028-10-01', more),
      run(),
      run(),
    ]);
    expect([first.status, second.status]).toEqual([201, 201]);
    const rows = await stored.rows(
      `SELECT s.code, m.rung, count(*)::int AS measures,
              (SELECT count(*)::int FROM measure_event e WHERE e.measure_id = ANY(array_agg(m.id))) AS events
         FROM measure m JOIN subject s ON s.id = m.subject_id
        WHERE m.cycle_from = '2028-10-01' GROUP BY s.code, m.rung ORDER BY s.code, m.rung`,
    );
    expect(rows).toEqual(
      [1, 2, 3].flatMap((subject) =>
        ['R3', 'R6'].map((rung) => ({ code: creditCode(subject), rung, measures: 1, events: 1 })),
      ),
    );
  });
});
