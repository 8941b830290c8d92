import { useTestApp } from '../../support/app';
import { useTestDatabase } from '../../support/database';
import {
  anInspection,
  furnaceFacts,
  inspect,
  RecordedInspection,
  rungsOf,
  standing,
} from '../../support/furnace.builder';
import { aSubject, creditCode, setUpOffices } from '../../support/register.builder';

const { client, clock } = useTestApp(useTestDatabase({ withRules: true }), { now: '2025-11-01T09:00:00+08:00' });
const TOLD = creditCode(1);
const VARIANT = creditCode(2);

/** The clock of the service on a day, at nine in the morning. */
const on = (day: string): void => clock.set(`${day}T09:00:00+08:00`);

async function findingOf(recorded: RecordedInspection, item: string): Promise<string> {
  const finding = recorded.findings.find((one) => one.item === item);
  if (finding === undefined) throw new Error(`no finding of ${item}`);
  return Promise.resolve(finding.id);
}

async function post(path: string, body: object): Promise<void> {
  const answer = await client.post(path, body);
  expect(answer).toMatchObject({ status: 201 });
}

/** Plays the story up to the last re-inspection; answers what the two inspections were answered. */
async function tell(subject: string): Promise<readonly [RecordedInspection, RecordedInspection]> {
  on('2025-11-12');
  const facts = furnaceFacts({ 'furnaces.withLeakAlarm': 1, 'training.archiveComplete': false });
  const { status, body: first } = await inspect(client, anInspection(subject, '2025-11-12', facts));
  expect(status).toBe(201);
  const [f09, f03] = [await findingOf(first, 'F09'), await findingOf(first, 'F03')];
  on('2025-12-01');
  await post(`/findings/${f03}/rectification`, { completedOn: '2025-12-01' });
  on('2025-12-03');
  await post(`/findings/${f03}/re-inspections`, { inspectedOn: '2025-12-03', passed: true });
  on('2025-12-05');
  await post(`/findings/${f09}/rectification`, { completedOn: '2025-12-05' });
  on('2025-12-10');
  await post(`/findings/${f09}/re-inspections`, { inspectedOn: '2025-12-10', passed: true });
  on('2026-03-05');
  const { body: second } = await inspect(
    client,
    anInspection(subject, '2026-03-05', furnaceFacts({ 'site.waterZones': 1 })),
  );
  const f14 = await findingOf(second, 'F14');
  await post(`/findings/${f14}/rectification`, { completedOn: '2026-03-05' });
  on('2026-03-06');
  await post(`/findings/${f14}/re-inspections`, { inspectedOn: '2026-03-06', passed: true });
  return [first, second];
}

describe('the story of one enterprise over the API', () => {
  let told: readonly [RecordedInspection, RecordedInspection];
  let variant: readonly [RecordedInspection, RecordedInspection];

  beforeAll(async () => {
    await setUpOffices(client);
    await client.post('/subjects', aSubject(1));
    await client.post('/subjects', aSubject(2));
    told = await tell(TOLD);
    variant = await tell(VARIANT);
    on('2026-03-20');
    const f14 = await findingOf(variant[1], 'F14');
    await post(`/findings/${f14}/annulment`, { decidedOn: '2026-03-20', reason: '复核认定积水不在规定区域' });
  });

  it('answers the first inspection with 5 points, two deadlines and rung 3', () => {
    const [{ points, findings, standing: after }] = told;
    expect(points).toBe(5);
    expect(findings.map(({ item, points: each, deadline }) => [item, each, deadline])).toEqual([
      ['F03', 2, '2025-11-22'],
      ['F09', 3, '2025-12-12'],
    ]);
    expect([after.total, rungsOf(after)]).toEqual([5, { reached: ['R3'], fresh: ['R3'] }]);
  });

  it('answers the second inspection with 11 points, the rungs 6 and 10 new', () => {
    const [, { standing: after }] = told;
    expect([after.total, rungsOf(after)]).toEqual([11, { reached: ['R3', 'R6', 'R10'], fresh: ['R6', 'R10'] }]);
    expect(after.measures.map(({ rung, state }) => [rung, state])).toEqual([
      ['R3', 'open'],
      ['R6', 'open'],
      ['R10', 'open'],
    ]);
  });

  it.each([
    ['2025-11-12', undefined, 5, 0],
    ['2025-12-03', undefined, 5, 0],
    ['2025-12-10', undefined, 5, 0],
    ['2026-03-05', undefined, 11, 0],
    ['2026-09-30', undefined, 11, 0],
    ['2026-10-01', undefined, 2, 2],
    ['2027-09-30', undefined, 2, 2],
    ['2027-10-01', undefined, 0, 0],
    ['2026-03-10', '2026-03-04', 5, 0],
  ])('stands as of %s, known at %s, at %i points, %i of them carried', async (asOf, knownAt, total, carried) => {
    const found = await standing(client, TOLD, asOf, knownAt);
    expect([found.total, found.carried]).toEqual([total, carried]);
  });

  it('says of a day to come that it is a forecast', async () => {
    expect((await standing(client, TOLD, '2026-03-20')).forecast).toBe(false);
    expect((await standing(client, TOLD, '2026-03-21')).forecast).toBe(true);
  });

  it.each([
    ['2026-03-20', 5],
    ['2026-03-10', 11],
  ])('in the variant, F14 annulled, stands as of 10 March, known at %s, at %i points', async (knownAt, total) => {
    expect((await standing(client, VARIANT, '2026-03-10', knownAt)).total).toBe(total);
  });

  it('in the variant withdraws the open measures that lost their basis and keeps the other', async () => {
    const { measures } = await standing(client, VARIANT, '2026-03-20');
    expect(measures.map(({ rung, state }) => [rung, state])).toEqual([
      ['R3', 'open'],
      ['R6', 'withdrawn'],
      ['R10', 'withdrawn'],
    ]);
  });
});
