import { DataSource } from 'typeorm';
import { EVERYTHING, Reach } from '../../../src/access/principal';
import { ReachFilter } from '../../../src/subjects/reach-filter';
import { SubjectViewsService } from '../../../src/subjects/subject-views.service';
import { useTestApp } from '../../support/app';
import { useTestDatabase } from '../../support/database';
import { aSubject, aTown, creditCode, setUpOffices } from '../../support/register.builder';
import { useStored } from '../../support/stored';

const NOON = '2026-06-15T12:00:00+08:00';
const database = useTestDatabase({ withRules: true });
const test = useTestApp(database, { now: NOON });
const stored = useStored(database);
const ids = new Map<string, string>();

const offices = (...codes: string[]): Reach => ({
  kind: 'offices',
  officeIds: codes.map((code) => ids.get(code) ?? '00000000-0000-4000-8000-000000000000'),
});
const enterprise = (n: number): Reach => ({ kind: 'subject', subjectCode: creditCode(n) });

const sent = async (answer: Promise<{ readonly status: number; readonly body: unknown }>): Promise<void> => {
  const { status, body } = await answer;
  if (status >= 300) throw new Error(JSON.stringify(body));
};
const enter = (n: number, office: string) => sent(test.client.post('/subjects', aSubject(n, { office })));
const move = (n: number, office: string, validFrom: string) =>
  sent(test.client.patch(`/subjects/${creditCode(n)}`, { office, validFrom }));

/** The numbers of the enterprises in reach: those of the list, and the same whatever else is asked. */
const reached = async (reach: Reach): Promise<readonly number[]> => {
  const filter = test.app.get(ReachFilter, { strict: false });
  const parameters: unknown[] = [];
  const condition = filter.ofSubjects(reach, 's', parameters);
  const found = await test.app
    .get(DataSource)
    .query<{ code: string }[]>(`SELECT s.code FROM subject s WHERE ${condition} ORDER BY s.code`, parameters);
  const listed = await test.app.get(SubjectViewsService, { strict: false }).list(reach, { limit: 100 });
  expect(listed.map(({ code }) => code)).toEqual(found.map(({ code }) => code));
  return found.map(({ code }) => Number(code.slice(10, 17)));
};

beforeAll(async () => {
  const { client } = test;
  await setUpOffices(client);
  const other = { level: 'jurisdiction', name: '另一区', validFrom: '2021-01-01' };
  await sent(client.post('/offices', { ...other, code: 'district-2' }));
  await sent(client.post('/offices', { ...other, code: 'bureau-2', level: 'bureau', parent: 'district-2' }));
  await sent(client.post('/offices', aTown('town-z', { parent: 'bureau-2' })));
  await sent(client.post('/offices', aTown('park-ending', { level: 'park', validTo: '2026-07-01' })));
  await sent(client.post('/offices', aTown('park-begun', { level: 'park', validFrom: '2026-06-10' })));
  await sent(client.post('/offices', aTown('park-to-come', { level: 'park', validFrom: '2026-07-01' })));
  const rows = await stored.rows<{ id: string; code: string }>('SELECT id, code FROM office');
  for (const { id, code } of rows) ids.set(code, id);

  await enter(1, 'town-a');
  await enter(2, 'town-b');
  await enter(3, 'bureau');
  await enter(4, 'town-z');
  await enter(5, 'town-a');
  await move(5, 'town-b', '2026-03-01');
  await enter(6, 'town-a');
  await move(6, 'town-z', '2026-06-15');
  await enter(7, 'park-ending');
  // Put right on the same day, and then something of an earlier day was added.
  await enter(8, 'town-b');
  await move(8, 'town-b', '2026-04-01');
  await move(8, 'town-a', '2026-04-01');
  await move(8, 'town-z', '2026-02-01');
});
beforeEach(() => test.clock.set(NOON));

describe('what is in reach', () => {
  it.each<[string, () => Reach, readonly number[]]>([
    ['everything', () => EVERYTHING, [1, 2, 3, 4, 5, 6, 7, 8]],
    ['a town', () => offices('town-a'), [1, 8]],
    ['the town of those who moved there', () => offices('town-b'), [2, 5]],
    ['two offices', () => offices('town-a', 'town-z'), [1, 4, 6, 8]],
    ['a bureau, with the offices below it', () => offices('bureau'), [1, 2, 3, 5, 7, 8]],
    ['an office and one below it, each enterprise once', () => offices('bureau', 'town-a'), [1, 2, 3, 5, 7, 8]],
    ['a district, through two levels', () => offices('district'), [1, 2, 3, 5, 7, 8]],
    ['another district', () => offices('district-2'), [4, 6]],
    ['an office in charge of none', () => offices('park-begun'), []],
    ['an office that is not there', () => offices('nowhere'), []],
    ['no office', () => offices(), []],
    ['one enterprise', () => enterprise(2), [2]],
    ['an enterprise that is not in the register', () => enterprise(99), []],
  ])('%s', async (_, reach, expected) => {
    expect(await reached(reach())).toEqual(expected);
  });

  it('changes with the office in charge at midnight in the time zone of the register', async () => {
    test.clock.set('2026-06-14T23:59:59.999+08:00');
    expect([await reached(offices('town-a')), await reached(offices('town-z'))]).toEqual([[1, 6, 8], [4]]);
    test.clock.set('2026-06-15T00:00:00+08:00');
    expect([await reached(offices('town-a')), await reached(offices('town-z'))]).toEqual([
      [1, 8],
      [4, 6],
    ]);
  });

  it('ends with an office, and what it left behind stays in the reach of the one above', async () => {
    test.clock.set('2026-06-30T23:59:59.999+08:00');
    expect(await reached(offices('park-ending'))).toEqual([7]);
    test.clock.set('2026-07-01T00:00:00+08:00');
    expect(await reached(offices('park-ending'))).toEqual([]);
    expect(await reached(offices('bureau'))).toEqual([1, 2, 3, 5, 7, 8]);
  });

  it('begins with an office', async () => {
    const filter = test.app.get(ReachFilter, { strict: false });
    const { manager } = test.app.get(DataSource);
    const reaches = (code: string) => filter.reachesOffice(manager, offices(code), ids.get(code) ?? '');
    expect([await reaches('park-begun'), await reaches('park-to-come')]).toEqual([true, false]);
    test.clock.set('2026-07-01T00:00:00+08:00');
    expect(await reaches('park-to-come')).toBe(true);
  });
});

describe('which offices are in reach', () => {
  it.each<[string, string, boolean, () => Reach]>([
    ['everything has', 'town-z', true, () => EVERYTHING],
    ['a town has', 'town-a', true, () => offices('town-a')],
    ['a town has not', 'town-b', false, () => offices('town-a')],
    ['a town has not', 'bureau', false, () => offices('town-a')],
    ['a bureau has', 'town-b', true, () => offices('bureau')],
    ['a district has', 'town-b', true, () => offices('district')],
    ['another district has not', 'town-b', false, () => offices('district-2')],
    ['an enterprise has not', 'town-a', false, () => enterprise(1)],
  ])('%s %s', async (_, code, expected, reach) => {
    const filter = test.app.get(ReachFilter, { strict: false });
    expect(await filter.reachesOffice(test.app.get(DataSource).manager, reach(), ids.get(code) ?? '')).toBe(expected);
  });
});
