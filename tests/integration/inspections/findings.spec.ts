import { randomUUID } from 'node:crypto';
import { creditCode } from '../../support/register.builder';
import { findingOf, Recorded, statesOf, useService } from './service';

const service = useService({ now: '2026-03-01T09:00:00+08:00' });
const { client, on } = service;

let subjects = 0;
const subject = () => service.register((subjects += 1));
const refused = (path: string, body: object) => service.refused(() => client.post(path, body));

/** The finding of F09 (3 points, due on 2026-03-31) made on 1 March; the clock then stands at 10 April. */
async function found(item = 'F09', set: Record<string, number> = { 'furnaces.withLeakAlarm': 1 }): Promise<string> {
  on('2026-03-01');
  const finding = findingOf(await service.inspected(await subject(), '2026-03-01', set), item);
  on('2026-04-10');
  return finding;
}

const rectify = (finding: string, completedOn: string) =>
  service.taken(`/findings/${finding}/rectification`, { completedOn });
const reInspect = (finding: string, inspectedOn: string, passed: boolean) =>
  service.taken(`/findings/${finding}/re-inspections`, { inspectedOn, passed, note: '现场核查' });
const extend = (finding: string, decidedOn: string, newDeadline: string) =>
  service.taken(`/findings/${finding}/extensions`, { decidedOn, newDeadline, reason: '设备到货延迟' });
const postingOf = ({ standing }: Recorded, finding: string) => standing.postings.find(({ id }) => id === finding);

describe('a rectification', () => {
  it('is answered with its id and the standing as of today', async () => {
    const finding = await found();
    const answer = await rectify(finding, '2026-03-31');
    expect(answer.id).toMatch(/^[0-9a-f-]{36}$/);
    expect(answer.standing).toMatchObject({ asOf: '2026-04-10', total: 3, forecast: false });
    expect(postingOf(answer, finding)).toMatchObject({ completedOn: '2026-03-31', passedOn: null, overdue: false });
  });

  it.each([
    ['before the inspection', '2026-02-28', '422 unprocessable: before_inspection at /'],
    ['tomorrow', '2026-04-11', '422 unprocessable: future_day at /completedOn'],
    ['on no day', '2026-04-31', '400 invalid_request: no_such_day at /completedOn'],
  ])('%s is refused', async (_, completedOn, told) => {
    expect(await refused(`/findings/${await found()}/rectification`, { completedOn })).toBe(told);
  });

  it('is refused while another one waits for its re-inspection', async () => {
    const finding = await found();
    await rectify(finding, '2026-03-20');
    expect(await refused(`/findings/${finding}/rectification`, { completedOn: '2026-03-21' })).toBe(
      '409 conflict: already_rectified at /',
    );
  });
});

describe('a re-inspection', () => {
  it('before any rectification is refused', async () => {
    const told = await refused(`/findings/${await found()}/re-inspections`, {
      inspectedOn: '2026-03-20',
      passed: true,
    });
    expect(told).toBe('409 conflict: not_rectified at /');
  });

  it('before the day of the rectification is refused too', async () => {
    const finding = await found();
    await rectify(finding, '2026-03-20');
    const told = await refused(`/findings/${finding}/re-inspections`, { inspectedOn: '2026-03-19', passed: true });
    expect(told).toBe('409 conflict: not_rectified at /');
  });

  it('that fails voids the completion, so that a new one can be reported and pass', async () => {
    const finding = await found();
    await rectify(finding, '2026-03-20');
    const failed = await reInspect(finding, '2026-03-21', false);
    expect(postingOf(failed, finding)).toMatchObject({ completedOn: null, passedOn: null, overdue: true });
    expect(await refused(`/findings/${finding}/re-inspections`, { inspectedOn: '2026-03-22', passed: true })).toContain(
      '409 conflict: not_rectified',
    );
    await rectify(finding, '2026-03-25');
    const passed = await reInspect(finding, '2026-03-26', true);
    expect(postingOf(passed, finding)).toMatchObject({ completedOn: '2026-03-25', passedOn: '2026-03-26' });
    for (const [path, body] of [
      ['re-inspections', { inspectedOn: '2026-03-27', passed: false }],
      ['rectification', { completedOn: '2026-03-27' }],
      ['extensions', { decidedOn: '2026-03-27', newDeadline: '2026-05-01', reason: '延期' }],
    ] as const) {
      expect(await refused(`/findings/${finding}/${path}`, body)).toBe('409 conflict: finding_passed at /');
    }
  });
});

describe('an extension', () => {
  it('decided on the deadline moves it, and may be moved again', async () => {
    const finding = await found();
    expect(postingOf(await extend(finding, '2026-03-31', '2026-04-05'), finding)).toMatchObject({
      deadline: '2026-04-05',
    });
    expect(postingOf(await extend(finding, '2026-04-05', '2026-06-30'), finding)).toMatchObject({
      ...{ deadline: '2026-06-30', overdue: false },
    });
  });

  it.each([
    [
      'decided after the deadline',
      { decidedOn: '2026-04-01', newDeadline: '2026-05-01' },
      '422 unprocessable: extension_too_late at /',
    ],
    [
      'to the same day',
      { decidedOn: '2026-03-10', newDeadline: '2026-03-31' },
      '422 unprocessable: extension_not_later at /',
    ],
    [
      'decided tomorrow',
      { decidedOn: '2026-04-11', newDeadline: '2026-05-01' },
      '422 unprocessable: future_day at /decidedOn',
    ],
    [
      'to no day',
      { decidedOn: '2026-03-10', newDeadline: '2026-02-30' },
      '400 invalid_request: no_such_day at /newDeadline',
    ],
    [
      'decided before the inspection',
      { decidedOn: '2026-02-28', newDeadline: '2026-05-01' },
      '422 unprocessable: before_inspection at /',
    ],
  ])('%s is refused', async (_, body, told) => {
    expect(await refused(`/findings/${await found()}/extensions`, { ...body, reason: '延期' })).toBe(told);
  });

  it('needs a reason', async () => {
    const body = { decidedOn: '2026-03-10', newDeadline: '2026-05-01', reason: '' };
    expect(await refused(`/findings/${await found()}/extensions`, body)).toBe(
      '400 invalid_request: text_empty at /reason',
    );
  });
});

describe('a finding that was not posted', () => {
  it('because an exclusive item counts in its place cannot be rectified, until that is annulled', async () => {
    // F20 and F08 are 6 points each; the one listed first, F08, takes the place of F20.
    on('2026-03-01');
    const set = { 'safetyDevices.failedOrOff': 1, 'furnaces.withOutletTempAlarm': 1 };
    const recorded = await service.inspected(await subject(), '2026-03-01', set);
    expect(statesOf(recorded.standing)).toEqual(['F08 current cycle_running', 'F20 not_posted exclusive']);
    expect(recorded.findings.map(({ item }) => item)).toEqual(['F08']);
    const [winner, loser] = [findingOf(recorded, 'F08'), findingOf(recorded, 'F20')];
    expect(await refused(`/findings/${loser}/rectification`, { completedOn: '2026-03-01' })).toBe(
      '409 conflict: finding_not_posted at /',
    );
    const annulled = await service.taken(`/findings/${winner}/annulment`, { decidedOn: '2026-03-01', reason: '复核' });
    expect(statesOf(annulled.standing)).toEqual(['F08 annulled finding_annulled', 'F20 current cycle_running']);
    expect(annulled.standing.total).toBe(6);
    const rectified = await rectify(loser, '2026-03-01');
    expect(postingOf(rectified, loser)).toMatchObject({ completedOn: '2026-03-01' });
  });

  it('because an earlier one is open names it, and is posted when that one is annulled', async () => {
    on('2026-03-05');
    const code = await subject();
    const first = findingOf(await service.inspected(code, '2026-03-01', { 'furnaces.withLeakAlarm': 1 }), 'F09');
    const second = await service.inspected(code, '2026-03-05', { 'furnaces.withLeakAlarm': 1 });
    expect([second.points, second.findings, second.standing.total]).toEqual([3, [], 3]);
    const later = findingOf(second, 'F09');
    expect(postingOf(second, later)).toMatchObject({ state: 'not_posted', reason: 'open_finding', insteadOf: first });
    const annulled = await service.taken(`/findings/${first}/annulment`, { decidedOn: '2026-03-05', reason: '复核' });
    expect(postingOf(annulled, later)).toMatchObject({ state: 'current', insteadOf: null });
    expect(annulled.standing.total).toBe(3);
  });
});

describe('a record about what is not there', () => {
  it.each(['rectification', 're-inspections', 'extensions', 'annulment'])('(%s) is refused', async (call) => {
    const body = {
      rectification: { completedOn: '2026-03-01' },
      're-inspections': { inspectedOn: '2026-03-01', passed: true },
      extensions: { decidedOn: '2026-03-01', newDeadline: '2026-05-01', reason: '延期' },
      annulment: { decidedOn: '2026-03-01', reason: '复核' },
    }[call] as object;
    expect(await refused(`/findings/${randomUUID()}/${call}`, body)).toBe('404 not_found: finding_unknown at /path/id');
    expect(await refused(`/findings/${creditCode(1)}/${call}`, body)).toBe(
      '400 invalid_request: format_unmet at /path/id',
    );
    expect(await refused(`/findings/${'x'.repeat(300)}/${call}`, body)).toMatch(/^4/);
  });

  it('is refused where the id is that of an inspection', async () => {
    on('2026-04-10');
    const { id } = await service.inspected(await subject(), '2026-03-01');
    expect(await refused(`/findings/${id}/rectification`, { completedOn: '2026-03-01' })).toContain('404 not_found');
  });
});
