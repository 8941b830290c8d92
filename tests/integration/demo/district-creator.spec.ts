import { DemoError } from '../../../src/demo/demo.error';
import { demoOf } from '../../../src/demo/demo-of';
import { DailyMeasuresService } from '../../../src/jobs/daily-measures.service';
import { useTestApp } from '../../support/app';
import { useTestDatabase } from '../../support/database';
import { creditCode, setUpOffices } from '../../support/register.builder';
import { useStored } from '../../support/stored';

jest.setTimeout(60_000);

const never = new AbortController().signal;

describe('the demonstration district', () => {
  const database = useTestDatabase({ withRules: true });
  const service = useTestApp(database, { now: '2026-08-03T10:00:00+08:00' });
  const stored = useStored(database);
  const counted = async () =>
    (
      await stored.rows(`
        SELECT (SELECT count(*) FROM office) AS offices, (SELECT count(*) FROM subject) AS subjects,
               (SELECT count(*) FROM subject_entry) AS entries, (SELECT count(*) FROM inspection) AS inspections,
               (SELECT count(*) FROM record) AS records, (SELECT count(DISTINCT (subject_id, key)) FROM record) AS keys`)
    )[0];

  /** A signal that is given while the nth enterprise is made. */
  const during = (enterprise: number): AbortSignal => {
    let asked = 0;
    return {
      get aborted() {
        return (asked += 1) > enterprise;
      },
    } as AbortSignal;
  };

  it('stops between two enterprises when it is told to', async () => {
    expect(await demoOf(service.app).creator.create(during(20))).toBe(false);
    expect(await counted()).toMatchObject({ offices: 14, subjects: 20 });
  });

  it('is completed by the next start, as it was planned on the day it was begun', async () => {
    service.clock.set('2026-10-07T10:00:00+08:00');
    expect(await demoOf(service.app).creator.create(never)).toBe(true);
    const counts = await counted();
    expect(counts).toMatchObject({ offices: 14, subjects: 58, entries: 61 });
    expect(counts?.['keys']).toBe(counts?.['records']);
    const [late] = await stored.rows('SELECT max(day) AS day FROM record');
    expect(String(late?.['day']) < '2026-08-03').toBe(true);
  });

  it('is left alone once it is there', async () => {
    const before = await stored.everything();
    expect(await demoOf(service.app).creator.create(never)).toBe(false);
    expect(await stored.everything()).toEqual(before);
  });

  it('went in through the services, with an audit event for every record', async () => {
    const [row] = await stored.rows(
      `SELECT count(*) FILTER (WHERE a.id IS NULL) AS without, bool_and(a.actor = 'system') AS system
         FROM record r LEFT JOIN audit_event a ON a.entity_id = r.id::text AND a.entity = 'record'`,
    );
    expect(row).toEqual({ without: 0, system: true });
  });

  it('was inspected by two inspectors each time, with certificates of the office that inspected', async () => {
    const [row] = await stored.rows(
      `SELECT count(*) AS all, count(*) FILTER (WHERE jsonb_array_length(certified_inspectors) = 2) AS certified,
              bool_and(certified_inspectors -> 0 ->> 'office' = o.code) AS own
         FROM inspection i JOIN office o ON o.id = i.office_id`,
    );
    expect(row?.['certified']).toBe(row?.['all']);
    expect(row?.['own']).toBe(true);
  });

  it('has measures that are done and measures that are not', async () => {
    const states = await stored.rows<{ state: string }>('SELECT DISTINCT state FROM measure ORDER BY state');
    expect(states.map(({ state }) => state)).toEqual(['completed', 'open']);
    await service.app.get(DailyMeasuresService).run();
  });

  it('tells the story of one enterprise, number for number', async () => {
    const told = await demoOf(service.app).teller.tell();
    const rows = told.split('\n').flatMap((line) => {
      const [, day, , points, rungs] = line.split('│').map((cell) => cell.trim());
      return /^\d{4}-/.test(day ?? '') ? [`${day}: ${points?.replace(/（.*/, '')}, ${rungs}`] : [];
    });
    expect(rows).toEqual([
      '2025-11-12: 5, 3*',
      '2025-12-03: 5, 3',
      '2025-12-10: 5, 3',
      '2026-03-05: 11, 3 6* 10*',
      '2026-03-10: 5, 3',
      '2026-09-30: 11, 3 6 10',
      '2026-10-01: 2, —',
      '2027-09-30: 2, —',
      '2027-10-01: 0, —',
    ]);
  });

  it('is summed up', async () => {
    expect(await demoOf(service.app).summary.tell()).toMatch(/^58 家虚构企业，检查 \d+ 次.*\n58 fictional enterprises/);
  });
});

describe('a database with enterprises of somebody else', () => {
  const service = useTestApp(useTestDatabase({ withRules: true }));

  it('gets no fictional ones', async () => {
    await setUpOffices(service.client);
    await expect(demoOf(service.app).creator.create(never)).rejects.toThrow(DemoError);
    expect(await service.client.get(`/subjects/${creditCode(1)}`)).toMatchObject({ status: 404 });
  });
});
