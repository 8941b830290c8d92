import { randomUUID } from 'node:crypto';
import { anInspection, standing } from '../../support/furnace.builder';
import { findingOf, Recorded, statesOf, useService } from './service';

const service = useService({ now: '2026-04-10T09:00:00+08:00' });
const { client, on, clock, stored } = service;

let subjects = 0;
const subject = () => service.register((subjects += 1));
const LEAK = { 'furnaces.withLeakAlarm': 1 };
const DECISION = { decidedOn: '2026-04-10', reason: '复核认定有误' };
const annulRecord = (id: string, more: object = {}) =>
  service.taken(`/records/${id}/annulment`, { ...DECISION, ...more });
const refusedRecord = (id: string, more: object = {}) =>
  service.refused(() => client.post(`/records/${id}/annulment`, { ...DECISION, ...more }));
const postingOf = ({ standing: after }: Recorded, finding: string) => after.postings.find(({ id }) => id === finding);

async function found(): Promise<{ readonly inspection: string; readonly finding: string; readonly code: string }> {
  const code = await subject();
  const recorded = await service.inspected(code, '2026-03-01', LEAK);
  return { inspection: recorded.id, finding: findingOf(recorded, 'F09'), code };
}
const rectify = (finding: string, completedOn = '2026-03-20') =>
  service.taken(`/findings/${finding}/rectification`, { completedOn });
const reInspect = (finding: string, passed = true) =>
  service.taken(`/findings/${finding}/re-inspections`, { inspectedOn: '2026-03-21', passed });

beforeEach(() => on('2026-04-10'));

describe('the annulment of a finding', () => {
  it('takes it out, once', async () => {
    const { finding } = await found();
    const { standing: after } = await service.taken(`/findings/${finding}/annulment`, DECISION);
    expect([after.total, statesOf(after)]).toEqual([0, ['F09 annulled finding_annulled']]);
    const again = () => client.post(`/findings/${finding}/annulment`, DECISION);
    expect(await service.refused(again)).toBe('409 conflict: already_annulled at /');
    const rectified = () => client.post(`/findings/${finding}/rectification`, { completedOn: '2026-03-20' });
    expect(await service.refused(rectified)).toBe('409 conflict: finding_annulled at /');
  });

  it.each([
    ['before the inspection', { decidedOn: '2026-02-28' }, '422 unprocessable: annulled_too_early at /'],
    ['tomorrow', { decidedOn: '2026-04-11' }, '422 unprocessable: future_day at /decidedOn'],
    ['without a reason', { reason: undefined }, '400 invalid_request: property_missing at /reason'],
  ])('decided %s is refused', async (_, more, told) => {
    const { finding } = await found();
    const body = { ...DECISION, ...more };
    expect(await service.refused(() => client.post(`/findings/${finding}/annulment`, body))).toBe(told);
  });

  it('known ten times at the same moment counts once', async () => {
    const { finding } = await found();
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => client.post(`/findings/${finding}/annulment`, DECISION)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array.from({ length: 9 }, () => 409)]);
  });
});

describe('the annulment of a record', () => {
  it('of an inspection takes out all its findings, once', async () => {
    const code = await subject();
    const { id, standing: before } = await service.inspected(code, '2026-03-01', { ...LEAK, 'site.waterZones': 1 });
    expect(before.total).toBe(9);
    const { standing: after } = await annulRecord(id);
    expect(after.total).toBe(0);
    expect(statesOf(after)).toEqual(['F09 annulled inspection_annulled', 'F14 annulled inspection_annulled']);
    expect(await refusedRecord(id)).toBe('409 conflict: already_annulled at /');
    const finding = () => client.post(`/findings/${findingOf({ standing: after }, 'F14')}/annulment`, DECISION);
    expect(await service.refused(finding)).toBe('409 conflict: already_annulled at /');
  });

  it('of a rectification lets another be reported', async () => {
    const { finding } = await found();
    const { id } = await rectify(finding);
    expect(postingOf(await annulRecord(id), finding)).toMatchObject({ completedOn: null });
    expect(await refusedRecord(id)).toBe('409 conflict: already_annulled at /');
    expect(postingOf(await rectify(finding, '2026-03-25'), finding)).toMatchObject({ completedOn: '2026-03-25' });
  });

  it('of a rectification leaves its re-inspection without effect, and says so', async () => {
    const { finding } = await found();
    const { id } = await rectify(finding);
    const { id: passed } = await reInspect(finding);
    const { standing: after } = await annulRecord(id);
    expect(after).toMatchObject({ withoutEffect: [{ record: passed, reason: 'not_rectified' }] });
  });

  it('of a re-inspection lets it be recorded anew', async () => {
    const { finding } = await found();
    await rectify(finding);
    const { id } = await reInspect(finding);
    expect(postingOf(await annulRecord(id), finding)).toMatchObject({ completedOn: '2026-03-20', passedOn: null });
    expect(postingOf(await reInspect(finding, false), finding)).toMatchObject({ completedOn: null });
  });

  it('of an extension brings back the deadline', async () => {
    const { finding } = await found();
    const body = { decidedOn: '2026-03-15', newDeadline: '2026-05-01', reason: '设备到货延迟' };
    const { id } = await service.taken(`/findings/${finding}/extensions`, body);
    expect(postingOf(await annulRecord(id), finding)).toMatchObject({ deadline: '2026-03-31', overdue: true });
  });

  it('of an annulment is refused', async () => {
    const { finding, inspection } = await found();
    const { id } = await service.taken(`/findings/${finding}/annulment`, DECISION);
    expect(await refusedRecord(id)).toBe('409 conflict: annulment_final at /');
    const { id: whole } = await annulRecord(inspection);
    expect(await refusedRecord(whole)).toBe('409 conflict: annulment_final at /');
  });

  it('goes by its id, however that is spelt', async () => {
    const { inspection } = await found();
    expect((await annulRecord(inspection.toUpperCase())).standing.total).toBe(0);
  });

  it.each([
    ['decided before its day', { decidedOn: '2026-02-28' }, '422 unprocessable: annulled_too_early at /'],
    ['with a replacement that is no id', { replacedBy: 'K-1' }, '400 invalid_request: format_unmet at /replacedBy'],
    [
      'with an unknown replacement',
      { replacedBy: randomUUID() },
      '422 unprocessable: replacement_unknown at /replacedBy',
    ],
  ])('%s is refused', async (_, more, told) => {
    expect(await refusedRecord((await found()).inspection, more)).toBe(told);
  });

  it('of nothing is refused', async () => {
    expect(await refusedRecord(randomUUID())).toBe('404 not_found: record_unknown at /path/id');
    expect(await refusedRecord((await found()).finding)).toBe('404 not_found: record_unknown at /path/id');
    expect(await refusedRecord('1')).toBe('400 invalid_request: format_unmet at /path/id');
  });
});

describe('the record that takes the place of an annulled one', () => {
  it('is kept by its id', async () => {
    const { inspection, code } = await found();
    const { id } = await service.inspected(code, '2026-03-01', { 'site.waterZones': 1 });
    const { id: annulment } = await annulRecord(inspection, { replacedBy: id });
    const rows = await stored.rows(`SELECT content FROM record WHERE id = $1`, [annulment]);
    expect(rows).toEqual([{ content: { annuls: { record: inspection }, reason: DECISION.reason, replacedBy: id } }]);
  });

  it('is of the same enterprise', async () => {
    const other = await found();
    expect(await refusedRecord((await found()).inspection, { replacedBy: other.inspection })).toBe(
      '422 unprocessable: replacement_unknown at /replacedBy',
    );
  });

  it('is not the annulled one itself, nor a record of another kind', async () => {
    const { inspection, finding } = await found();
    const { id: rectification } = await rectify(finding);
    for (const replacedBy of [inspection, rectification]) {
      expect(await refusedRecord(inspection, { replacedBy })).toBe(
        '422 unprocessable: replacement_unknown at /replacedBy',
      );
    }
  });
});

describe('an annulment', () => {
  it('counts although the clock of the service was set back since', async () => {
    const { inspection, code } = await found();
    clock.set('2026-04-10T08:00:00+08:00');
    expect((await annulRecord(inspection)).standing.total).toBe(0);
    expect((await standing(client, code, '2026-04-10')).total).toBe(0);
  });

  it('changes nothing in what was known before', async () => {
    const { finding, code } = await found();
    clock.set('2026-04-10T09:00:00.001+08:00');
    await service.taken(`/findings/${finding}/annulment`, DECISION);
    const totals = await Promise.all(
      ['2026-04-10T09:00:00.000+08:00', '2026-04-10T01:00:00.001Z', undefined].map(
        async (knownAt) => (await standing(client, code, '2026-03-10', knownAt)).total,
      ),
    );
    expect(totals).toEqual([3, 0, 0]);
  });
});

describe('once the rule set is no longer in force', () => {
  beforeAll(() => stored.rows(`UPDATE rule_set_period SET days = '[2021-10-01,2026-04-11)'`));
  afterAll(() => stored.rows(`UPDATE rule_set_period SET days = '[2021-10-01,)'`));

  it('records are still taken about what was found under it, without a standing of today', async () => {
    const { finding, code } = await found();
    on('2026-04-11');
    const inspection = anInspection(code, '2026-04-11');
    const told = await service.refused(() =>
      client.post('/inspections', inspection, { headers: { 'idempotency-key': 'ended' } }),
    );
    expect(told).toBe('422 unprocessable: no_version_in_force at /inspectedOn');
    const rectified = { completedOn: '2026-04-11' };
    expect(await service.taken(`/findings/${finding}/rectification`, rectified)).toMatchObject({ standing: null });
    expect(
      await service.taken(`/findings/${finding}/annulment`, { ...DECISION, decidedOn: '2026-04-11' }),
    ).toMatchObject({
      standing: null,
    });
    expect((await standing(client, code, '2026-04-10')).total).toBe(0);
  });
});
