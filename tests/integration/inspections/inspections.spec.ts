import { Answer } from '../../support/client';
import {
  anInspection,
  FURNACE,
  furnaceFacts,
  inspect,
  RecordedInspection,
  standing,
} from '../../support/furnace.builder';
import { aTown, creditCode } from '../../support/register.builder';
import { useService } from './service';

const service = useService({ now: '2026-06-15T09:00:00+08:00', environment: { BODY_LIMIT: '65536' } });
const { client, clock, stored } = service;
const refused = (body: unknown, headers: Record<string, string> = { 'idempotency-key': 'refused' }) =>
  service.refused(() => client.post('/inspections', body, { headers }));

describe('an inspection', () => {
  let subject: string;
  let answer: Answer<RecordedInspection>;
  beforeAll(async () => {
    subject = await service.register(1);
    const facts = furnaceFacts({
      'furnaces.withLeakAlarm': 1,
      'training.archiveComplete': false,
      'site.waterZones': null,
    });
    answer = await inspect(client, anInspection(subject, '2026-06-12', facts));
  });

  it('is answered with what it came to', () => {
    expect(answer).toMatchObject({
      status: 201,
      body: {
        ruleSet: { id: FURNACE, version: '1.0.0' },
        points: 5,
        pointsRange: { min: 5, max: 11 },
        complete: false,
        findings: [
          { item: 'F03', points: 2, deadline: '2026-06-22' },
          { item: 'F09', points: 3, deadline: '2026-07-12' },
        ],
        standing: {
          ...{ subject, asOf: '2026-06-12', knownAt: null, forecast: false, fullMark: 12 },
          ...{ total: 5, sum: 5, carried: 0, current: 5, cycle: { from: '2025-10-01', to: '2026-10-01' } },
        },
      },
    });
    const { items } = answer.body as unknown as { items: { item: string; outcome: string; missingFacts: string[] }[] };
    expect(items).toHaveLength(22);
    expect(items[13]).toEqual({
      ...{ item: 'F14', outcome: 'not_checked', points: 0, ownPoints: 0, replacedBy: null },
      missingFacts: ['site.waterZones'],
    });
  });

  it('stands as it was answered', async () => {
    const found = await standing(client, subject, '2026-06-12');
    expect(found).toEqual(answer.body.standing);
    expect(found.postings.map(({ id }) => id)).toEqual(answer.body.findings.map(({ id }) => id));
  });

  it('is kept with version, hash, all facts and result', async () => {
    const [row] = await stored.rows<Record<string, never>>(
      `SELECT i.version_hash, i.facts, i.points, i.result, r.day, r.number, r.known_at = r.recorded_at AS same,
              v.hash = i.version_hash AS "sameHash"
         FROM inspection i JOIN record r USING (id) JOIN rule_set_version v ON v.id = r.version_id WHERE i.id = $1`,
      [answer.body.id],
    );
    expect(row).toMatchObject({ points: '5.000', day: '2026-06-12', number: 1, same: true, sameHash: true });
    expect(row?.['facts']).toMatchObject({
      enterprise: { employees: 86, isMetalSmelting: true, trade: 'machinery' },
      furnaces: { withLeakAlarm: 1 },
    });
    expect(row?.['result']).toMatchObject({ points: 5, complete: false });
  });

  it('can be read again, explained from its facts and its version', async () => {
    const { status, body } = await client.get(`/inspections/${answer.body.id}`);
    expect(status).toBe(200);
    const [recordedAt, knownAt] = ['2026-06-15T01:00:00.000Z', '2026-06-15T01:00:00.000Z'];
    expect(body).toMatchObject({
      ...{ id: answer.body.id, subject, inspectedOn: '2026-06-12', kind: 'routine', office: 'town-a' },
      ...{ inspectors: ['320000001', '320000002'], recordedAt, knownAt, points: 5, complete: false },
      facts: { enterprise: { employees: 86 } },
      ruleSet: { id: FURNACE, version: '1.0.0' },
    });
  });

  it('is told to the audit with its finding ids, and so are its measures', async () => {
    const events = await stored.rows<{
      action: string;
      actor: string;
      after: { subject: string; violations: object[] };
    }>(
      `SELECT action, actor, after FROM audit_event
        WHERE entity_id = $1 OR entity_id IN (SELECT measure_id::text FROM measure_event WHERE record_id = $2) ORDER BY id`,
      [answer.body.id, answer.body.id],
    );
    expect(events.map(({ action }) => action)).toEqual(['inspection.recorded', 'measure.created']);
    expect(events[0]).toMatchObject({ actor: expect.stringMatching(/^api_key:/) as string, after: { subject } });
    expect(events[0]?.after.violations).toHaveLength(2);
  });

  it.each(['spot_check', 'enforcement'])('may be one of kind %s', async (kind) => {
    const { status } = await inspect(client, anInspection(subject, '2026-06-13', furnaceFacts(), { kind }));
    expect(status).toBe(201);
  });

  it('may have checked nothing at all, and then comes to nothing', async () => {
    const { body } = await inspect(client, anInspection(subject, '2026-06-13', {}));
    expect(body).toMatchObject({ points: 0, complete: false, findings: [] });
  });

  it('takes the code of the enterprise as people type it', async () => {
    const typed = ` ${subject.toLowerCase()} `;
    const { status, body } = await inspect(client, anInspection(typed, '2026-06-13'));
    expect([status, body.standing]).toMatchObject([201, { subject }]);
  });
});

describe('facts that the register supplies', () => {
  let subject: string;
  beforeAll(async () => {
    const attributes = { 'enterprise.employees': 80, 'enterprise.isMetalSmelting': false };
    subject = await service.register(2, { attributes });
    const change = { validFrom: '2026-05-01', attributes: { 'enterprise.employees': 101 } };
    expect(await client.patch(`/subjects/${subject}`, change)).toMatchObject({ status: 200 });
  });
  // Without a full-time officer an enterprise of more than 100 people violates F02, a smaller one does not.
  const facts = furnaceFacts({ 'staff.fullTimeSafetyOfficers': 0 });

  it.each([
    ['2026-04-30', 0, 80],
    ['2026-05-01', 3, 101],
  ])('are those of the day of inspection: on %s it comes to %i', async (day, points, employees) => {
    const { body } = await inspect(client, anInspection(subject, day, facts));
    expect(body.points).toBe(points);
    const kept = await client.get<{ facts: { enterprise: { employees: number } } }>(`/inspections/${body.id}`);
    expect(kept.body.facts.enterprise.employees).toBe(employees);
  });

  it.each([
    [{ enterprise: { employees: 5 } }, 'register_fact at /facts/enterprise/employees'],
    [{ enterprise: { employees: null } }, 'register_fact at /facts/enterprise/employees'],
    [{ enterprise: 5 }, 'facts_not_an_object at /facts/enterprise'],
    [{ staff: { safetyOfficers: 1 } }, 'calculated_fact at /facts/staff/safetyOfficers'],
  ])('are not to be entered: %j', async (entered, told) => {
    expect(await refused(anInspection(subject, '2026-05-02', entered))).toBe(`422 unprocessable: ${told}`);
  });
});

describe('an inspection that cannot be', () => {
  let subject: string;
  beforeAll(async () => {
    subject = await service.register(3, { validFrom: '2025-10-01' });
    const young = aTown('town-young', { validFrom: '2026-06-01' });
    expect(await client.post('/offices', young)).toMatchObject({ status: 201 });
  });

  it.each<[string, object, string]>([
    ['of an unknown enterprise', { subject: creditCode(999) }, '404 not_found: subject_unknown at /subject'],
    ['under an unknown rule set', { ruleSet: 'nowhere' }, '404 not_found: rule_set_unknown at /ruleSet'],
    ['before any version', { inspectedOn: '2021-09-30' }, '422 unprocessable: no_version_in_force at /inspectedOn'],
    ['before the enterprise', { inspectedOn: '2025-09-30' }, '422 unprocessable: not_yet_in_register at /inspectedOn'],
    ['tomorrow', { inspectedOn: '2026-06-16' }, '422 unprocessable: future_day at /inspectedOn'],
    ['on no day', { inspectedOn: '2026-02-29' }, '400 invalid_request: no_such_day at /inspectedOn'],
    ['on a day as a number', { inspectedOn: 20260615 }, '400 invalid_request: not_text at /inspectedOn'],
    ['by an unknown office', { office: 'nowhere' }, '422 unprocessable: office_unknown at /office'],
    [
      'by an office that was not there yet',
      { office: 'town-young', inspectedOn: '2026-05-31' },
      '422 unprocessable: office_unknown at /office',
    ],
    ['by nobody', { inspectors: [] }, '400 invalid_request: list_too_short at /inspectors'],
    ['by one inspector twice', { inspectors: ['甲', '甲'] }, '400 invalid_request: entry_repeated at /inspectors/0'],
    ['of an unknown kind', { kind: 'surprise' }, '400 invalid_request: not_allowed at /kind'],
    ['with a property too many', { points: 0 }, '400 invalid_request: property_unknown at /points'],
    ['with an id of its own', { id: 'x' }, '400 invalid_request: property_unknown at /id'],
    ['without facts', { facts: undefined }, '400 invalid_request: property_missing at /facts'],
    ['with an unknown fact', { facts: { weather: 'fair' } }, '422 unprocessable: unknown_fact at /facts/weather'],
    [
      'with a fact of a wrong type',
      { facts: { site: { productionRunning: 'yes' } } },
      '422 unprocessable: fact_type at /facts/site/productionRunning',
    ],
    [
      'with facts that add up to too much',
      {
        facts: { staff: { fullTimeSafetyOfficers: 999_999_999_999_999, partTimeSafetyOfficers: 999_999_999_999_999 } },
      },
      '422 unprocessable: calculated_out_of_range at /facts/staff/safetyOfficers',
    ],
    [
      'with text that cannot be kept',
      { inspectors: ['\u0000'] },
      '400 invalid_request: text_not_storable at /inspectors/0',
    ],
  ])('%s is refused and changes nothing', async (_, more, told) => {
    expect(await refused(anInspection(subject, '2026-06-12', furnaceFacts(), more as never))).toBe(told);
  });

  it.each([
    [{}, 'property_missing at /headers/idempotency-key'],
    [{ 'idempotency-key': '' }, 'text_empty at /headers/idempotency-key'],
    [{ 'idempotency-key': 'a b' }, 'format_unmet at /headers/idempotency-key'],
    [{ 'idempotency-key': 'x'.repeat(201) }, 'text_too_long at /headers/idempotency-key'],
  ])('without a proper Idempotency-Key %j is refused', async (headers, told) => {
    expect(await refused(anInspection(subject, '2026-06-12'), headers)).toBe(`400 invalid_request: ${told}`);
  });

  it('in a body over the limit is refused', async () => {
    const padded = JSON.stringify(anInspection(creditCode(999), '2026-06-12')).padEnd(65_537);
    expect(await refused(padded)).toBe('413 body_too_large: body_too_large at /');
    expect(await refused(padded.slice(0, 65_536))).toBe('404 not_found: subject_unknown at /subject');
  });

  it('in JSON nested too deep is refused', async () => {
    const deep = `${'{"a":'.repeat(40)}1${'}'.repeat(40)}`;
    expect(await refused(`{"facts":${deep}}`)).toContain('400 invalid_request: limit_depth at /facts/a/a');
    const bottomless = `${'['.repeat(30_000)}${']'.repeat(30_000)}`;
    expect(await refused(bottomless)).toContain('400 invalid_request: limit_depth');
  });

  it.each(['__proto__', 'constructor'])('with a fact called %s is refused', async (name) => {
    const body = JSON.stringify(anInspection(subject, '2026-06-12')).replace(
      '"facts":{',
      `"facts":{"${name}":{"a":1},`,
    );
    expect(await refused(body)).toBe(`400 invalid_request: key_refused at /facts/${name}`);
  });

  it.each(['not json', '', '[]', '"text"', 'null'])('that is no object (%j) is refused', async (body) => {
    expect(await refused(body)).toMatch(/^400 invalid_request/);
  });

  it('says what is wrong in the language that was asked for', async () => {
    const body = anInspection(creditCode(999), '2026-06-12');
    const ask = (language: string) =>
      inspect(client, body).then(() =>
        client.post<{ detail: string }>('/inspections', body, {
          headers: { 'idempotency-key': 'language', 'accept-language': language },
        }),
      );
    expect((await ask('en')).body.detail).toContain('The register has no enterprise');
    expect((await ask('zh-CN')).body.detail).toContain('台账中没有');
  });
});

describe('the day it is', () => {
  let subject: string;
  beforeAll(async () => {
    subject = await service.register(4);
  });
  afterAll(() => clock.set('2026-06-15T09:00:00+08:00'));

  it('is that of the time zone of the rule set, not of UTC', async () => {
    clock.set('2026-06-16T15:59:59.999Z');
    expect(await refused(anInspection(subject, '2026-06-17'))).toBe('422 unprocessable: future_day at /inspectedOn');
    clock.set('2026-06-16T16:00:00.000Z');
    expect(await inspect(client, anInspection(subject, '2026-06-17'))).toMatchObject({ status: 201 });
  });
});
