import { canonicalJson, contentHash } from '../../../src/core';
import { ImpactRunner } from '../../../src/impacts/impact-runner';
import { ImpactJobMessage, ImpactProgressMessage } from '../../../src/impacts/schemas/impact-job.schema';
import { PopulationReader } from '../../../src/impacts/population.reader';
import { JobScheduler } from '../../../src/jobs/job-scheduler';
import { DraftMessage } from '../../../src/rule-sets/drafts/schemas/draft.schema';
import { amendedFurnace } from '../../support/amended-furnace.builder';
import { refusal } from '../../support/client';
import { FURNACE } from '../../support/furnace.builder';
import { useService } from '../inspections/service';

const service = useService({ now: '2026-08-10T09:00:00+08:00', environment: { IMPACT_REPORT: 'required' } });
const { client, stored } = service;
const author = client.as({ role: 'rule_author' });
const path = `/rule-sets/${FURNACE}/impact`;

/** More than one batch of them, so that a job can end in between. */
const SUBJECTS = 52;
let draft: DraftMessage;
const codes: string[] = [];

const ask = async (body: object = { from: '1.0.0', toDraft: draft.id }): Promise<ImpactProgressMessage> => {
  const answer = await author.post<ImpactProgressMessage>(path, body);
  expect(answer.status).toBe(202);
  return answer.body;
};
const run = (id: string, isStopping?: () => boolean): Promise<void> =>
  service.app.get(ImpactRunner, { strict: false }).run(id, isStopping);
const shown = async (id: string): Promise<ImpactJobMessage> => {
  const { status, body } = await author.get<ImpactJobMessage>(`${path}/${id}`);
  if (status !== 200) throw new Error(JSON.stringify(service.log.all().at(-1)));
  return body;
};
const reportOf = async (id: string): Promise<NonNullable<ImpactJobMessage['report']>> => {
  const { report } = await shown(id);
  if (report === null) throw new Error('there is no report');
  return report;
};

beforeAll(async () => {
  for (let n = 1; n <= SUBJECTS; n += 1) codes.push(await service.register(n));
  codes.sort();
  const [first = '', second = '', third = '', ...others] = codes;
  // Rungs begin at 6 points: 5 become 8 here, 3 become 6 there, and 3 by an item that nothing changes stay.
  await service.inspected(first, '2026-08-03', { 'furnaces.withLeakAlarm': 1, 'training.archiveComplete': false });
  await service.inspected(second, '2026-08-04', { 'furnaces.withLeakAlarm': 1 });
  await service.inspected(third, '2026-08-04', { 'site.productionRunning': false, 'site.waterZones': 1 });
  for (const code of others) await service.inspected(code, '2026-08-05');
  const begun = { ruleSet: FURNACE, version: '1.1.0', from: { ruleSet: FURNACE } };
  const { body } = await author.post<DraftMessage>('/rule-set-drafts', begun);
  const headers = { 'if-match': '"1"' };
  const put = await author.send<DraftMessage>('PUT', `/rule-set-drafts/${body.id}/content`, {
    body: amendedFurnace(),
    headers,
  });
  expect(put.status).toBe(200);
  draft = put.body;
}, 60_000);

describe('the impact of a draft', () => {
  let job: ImpactProgressMessage;

  it('is asked for, and queued', async () => {
    job = await ask();
    expect(job).toMatchObject({
      state: 'queued',
      asOf: '2026-08-10',
      baseline: { version: '1.0.0', draft: null },
      candidate: { version: '1.1.0', draft: draft.id, hash: draft.hash },
      progress: { done: 0, total: null, restarts: 0 },
      reportHash: null,
    });
    expect(await shown(job.id)).toEqual({ ...job, report: null });
  });

  it('is found by the queue, and streamed until it is', async () => {
    await service.app.get(JobScheduler, { strict: false }).start();
    const { payload, headers } = await service.app.inject({
      url: `/api/v1${path}/${job.id}/events`,
      headers: await author.credential(),
    });
    await service.app.get(JobScheduler, { strict: false }).onModuleDestroy();
    expect(headers['content-type']).toBe('text/event-stream');
    const events = [...payload.matchAll(/event: (\w+)\ndata: (.+)\n\n/g)];
    expect(events.map(([, name]) => name).at(-1)).toBe('done');
    expect(JSON.parse(events.at(-1)?.[2] ?? '')).toMatchObject({
      state: 'done',
      progress: { done: SUBJECTS, total: SUBJECTS },
    });
  });

  it('names who changes rung, with the points and the items that did it', async () => {
    const report = await reportOf(job.id);
    const changes = [...report.up, ...report.down];
    expect(report.direction).toBe('baseline_to_candidate');
    expect(changes.map(({ code, before, after, items }) => [code, before.total, after.total, items])).toEqual([
      [codes[0], 5, 8, [{ item: 'F09', before: 3, after: 6 }]],
      [codes[1], 3, 6, [{ item: 'F09', before: 3, after: 6 }]],
      [codes[2], 0, 6, [{ item: 'F14', before: 0, after: 6 }]],
    ]);
    expect(report).toMatchObject({
      subjects: SUBJECTS,
      totals: { before: { total: 8 }, after: { total: 20 } },
      hypothetical: {
        before: { count: 0 },
        after: { count: 1, listed: [{ code: codes[2], item: 'F14', points: 6 }] },
      },
      notReplayed: { before: { count: 0 }, after: { count: 0 } },
      newQuestions: [],
    });
    expect(Object.keys(report.groups).sort()).toEqual(['office', 'size', 'trade']);
  });

  it('is stored under the hash of exactly what is shown, and never changed', async () => {
    const { report, reportHash } = await shown(job.id);
    expect(contentHash(report ?? {})).toBe(reportHash);
    const rows = await stored.rows<{ report: object }>(`SELECT report FROM impact_report WHERE report_hash = $1`, [
      reportHash,
    ]);
    expect(rows.map((row) => canonicalJson(row.report))).toEqual([canonicalJson(report)]);
    await expect(stored.rows(`UPDATE impact_report SET report = '{}'`)).rejects.toThrow('never changed');
  });

  it('leaves an event for who asked and for the report', async () => {
    const events = await stored.rows<{ action: string; after: object }>(
      `SELECT action, after FROM audit_event WHERE entity_id = $1 ORDER BY audit_event.id`,
      [job.id],
    );
    expect(events.map(({ action }) => action)).toEqual(['impact_job.asked', 'impact_report.stored']);
    expect(events[1]?.after).toMatchObject({ hash: draft.hash, up: 3, down: 0, askedBy: job.askedBy });
  });

  it('is found anew by another job as the same', async () => {
    const other = await ask();
    await run(other.id);
    const [one, again] = [await reportOf(job.id), await reportOf(other.id)];
    expect({ ...again, recordedUntil: '' }).toEqual({ ...one, recordedUntil: '' });
  });
});

describe('a job', () => {
  it('that had to pause goes on after the last enterprise it counted, to the same report', async () => {
    const whole = await ask();
    await run(whole.id);
    const job = await ask();
    await run(job.id, () => true);
    expect(await shown(job.id)).toMatchObject({ state: 'running', progress: { done: 50, total: SUBJECTS } });
    const next = jest.spyOn(service.app.get(PopulationReader, { strict: false }), 'next');
    await run(job.id);
    expect(next.mock.calls.map(([, , { after }]) => after)).toEqual([codes[49]]);
    next.mockRestore();
    expect(await shown(job.id)).toMatchObject({ state: 'done', progress: { done: SUBJECTS, restarts: 0 } });
    expect({ ...(await reportOf(job.id)), recordedUntil: '' }).toEqual({
      ...(await reportOf(whole.id)),
      recordedUntil: '',
    });
  });

  it('begins anew, and says so, where records came to be known that it should have read', async () => {
    const job = await ask();
    await run(job.id, () => true);
    await stored.rows(`ALTER TABLE impact_job DISABLE TRIGGER USER`);
    await stored.rows(`UPDATE impact_job SET population = '{"records": 1, "entries": 1}' WHERE id = $1`, [job.id]);
    await run(job.id);
    expect(await shown(job.id)).toMatchObject({ state: 'done', progress: { done: SUBJECTS, restarts: 1 } });
    expect((await reportOf(job.id)).subjects).toBe(SUBJECTS);
  });

  it('is worked on by one process at a time', async () => {
    const job = await ask();
    const holder = stored.dataSource.createQueryRunner();
    await holder.query('SELECT pg_advisory_lock(hashtextextended($1, 0))', [job.id]);
    await run(job.id);
    await holder.query('SELECT pg_advisory_unlock(hashtextextended($1, 0))', [job.id]);
    await holder.release();
    expect((await shown(job.id)).state).toBe('queued');
  });

  it('that is cancelled stores nothing, and is cancelled once', async () => {
    const job = await ask();
    const cancel = () => author.post(`${path}/${job.id}/cancellation`);
    expect(await cancel()).toMatchObject({ status: 200, body: { state: 'cancelled', reportHash: null } });
    await run(job.id);
    expect((await shown(job.id)).state).toBe('cancelled');
    expect(refusal(await cancel())).toBe('409 conflict: impact_job_ended at /path/job');
  });

  it('that fails again and again is given up', async () => {
    const job = await ask();
    const next = jest
      .spyOn(service.app.get(PopulationReader, { strict: false }), 'next')
      .mockRejectedValue(new Error('no disk'));
    for (let tries = 0; tries < 5; tries += 1) await expect(run(job.id)).rejects.toThrow('no disk');
    next.mockRestore();
    expect((await shown(job.id)).state).toBe('failed');
  });
});

describe('where a report is required', () => {
  const approver = client.as({ role: 'rule_approver' });

  it('nobody approves a content before there is one, and an approval names it', async () => {
    const from = { ruleSet: FURNACE, version: '1.2.0', from: { ruleSet: FURNACE } };
    const { id, hash } = (await author.post<DraftMessage>('/rule-set-drafts', from)).body;
    const at = (rest: string): string => `/rule-set-drafts/${id}/${rest}`;
    expect((await author.post(at('submissions'), { hash })).status).toBe(201);
    const approve = () => approver.post<DraftMessage>(at('reviews'), { hash, verdict: 'approved' });
    expect(refusal(await approve())).toBe('409 conflict: impact_report_missing at /');
    const job = await ask({ from: '1.0.0', toDraft: id });
    await run(job.id);
    const { reportHash } = await shown(job.id);
    expect((await approve()).body).toMatchObject({ status: 'approved', reviews: [{ reportHash }] });
    service.on('2026-08-11');
    const later = await ask({ from: '1.0.0', toDraft: id });
    await run(later.id);
    expect((await shown(later.id)).reportHash).not.toBe(reportHash);
    const published = await approver.post(at('publication'), { hash, from: '2026-10-01' });
    expect(published.status).toBe(201);
  });
});

describe('an impact is not asked for', () => {
  it.each([
    [{ from: '9.0.0', to: '1.0.0' }, '404 not_found: version_unknown at /from'],
    [{ from: '1.0.0' }, '422 unprocessable: one_new_version at /to'],
    [{ to: '1.0.0' }, '400 invalid_request: property_missing at /from'],
  ])('by %j', async (body, told) => expect(refusal(await author.post(path, body))).toBe(told));

  it('by who does not reach everything, nor shown to them', async () => {
    const job = await ask();
    const [office] = await stored.rows<{ id: string }>('SELECT id FROM office ORDER BY code LIMIT 1');
    const officeId = office?.id ?? '';
    const reach = { kind: 'offices', officeIds: [officeId] } as const;
    const near = client.as({ role: 'rule_author', reach });
    for (const answer of [await near.post(path, { from: '1.0.0', to: '1.0.0' }), await near.get(`${path}/${job.id}`)]) {
      expect(refusal(answer)).toBe('403 forbidden: impact_beyond_reach at /');
    }
  });

  it('of a draft of another rule set', async () => {
    const copy = { ruleSet: 'copied-furnace', version: '1.0.0', from: { ruleSet: FURNACE, version: '1.0.0' } };
    const { body } = await author.post<DraftMessage>('/rule-set-drafts', copy);
    const answer = await author.post(path, { from: '1.0.0', toDraft: body.id });
    expect(refusal(answer)).toBe('422 unprocessable: impact_of_another_rule_set at /toDraft');
  });

  it('under the id of a job that there is not', async () => {
    const answer = await author.get(`${path}/00000000-0000-4000-8000-000000000001`);
    expect(refusal(answer)).toBe('404 not_found: impact_job_unknown at /path/job');
  });
});
