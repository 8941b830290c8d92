import { contentHash, RuleSet } from '../../../src/core';
import { runCli } from '../../../src/cli/run-cli';
import { DraftMessage } from '../../../src/rule-sets/drafts/schemas/draft.schema';
import { useTestApp } from '../../support/app';
import { Answer, Client, refusal } from '../../support/client';
import { useTestDatabase } from '../../support/database';
import { edited } from '../../support/edit-json';
import { aRuleSet, aText } from '../../support/rule-set.builder';
import { useStored } from '../../support/stored';
import { TempFolder } from '../../support/temp-folder';

const database = useTestDatabase({ withRules: true });
const stored = useStored(database);
const service = useTestApp(database, {
  environment: { APPROVALS_NEEDED: '2', COVERAGE_NEEDED: '1' },
  now: '2026-08-10T09:00:00+08:00',
});
const { client, clock } = service;
const author = client.as({ role: 'rule_author' });
const approvers = [1, 2].map(() => client.as({ role: 'rule_approver' }));
const [first, second] = approvers as [Client, Client];
const ID = 'small-furnaces';

const draftOf = async (content: object): Promise<DraftMessage> => {
  const { status, body } = await author.post<DraftMessage>('/rule-set-drafts/import', content);
  expect(status).toBe(201);
  return body;
};
const act = ({ id, hash }: DraftMessage, who: Client, what: string, more: object = {}): Promise<Answer<DraftMessage>> =>
  who.post<DraftMessage>(`/rule-set-drafts/${id}/${what}`, { hash, ...more });
const approved = async (content: RuleSet): Promise<DraftMessage> => {
  const draft = await draftOf(content);
  await act(draft, author, 'submissions');
  await act(draft, first, 'reviews', { verdict: 'approved' });
  const { body } = await act(draft, second, 'reviews', { verdict: 'approved' });
  expect(body.status).toBe('approved');
  return body;
};
const publish = (draft: DraftMessage, from: string): Promise<Answer> => act(draft, first, 'publication', { from });
const states = async (): Promise<readonly string[]> => {
  const { body } = await client.get<{
    versions: { version: string; state: string; inForce: { from: string; to: string | null }[] }[];
  }>(`/rule-sets/${ID}`);
  return body.versions.map(({ version, state, inForce }) =>
    [version, state, ...inForce.map(({ from, to }) => `${from}..${to ?? ''}`)].join(' '),
  );
};

describe('a draft', () => {
  it('begins empty, and tells what it lacks', async () => {
    const { body } = await author.post<DraftMessage>('/rule-set-drafts', { ruleSet: 'dust', version: '1.0.0' });
    expect(body).toMatchObject({
      content: { id: 'dust', version: '1.0.0' },
      origin: { kind: 'empty' },
      status: 'draft',
    });
    const proof = await author.post(`/rule-set-drafts/${body.id}/checks`);
    expect(proof).toMatchObject({
      status: 200,
      body: { passed: false, scenarios: [], coverage: null, analysis: null },
    });
  });

  it('begins from another sector under its own name', async () => {
    const from = { ruleSet: 'taizhou-hailing-furnace', version: '1.0.0' };
    const { body } = await author.post<DraftMessage>('/rule-set-drafts', { ruleSet: 'dust', version: '1.0.0', from });
    expect(body).toMatchObject({ ruleSet: 'dust', content: { id: 'dust', version: '1.0.0' } });
    expect((await author.post(`/rule-set-drafts/${body.id}/checks`)).body).toMatchObject({
      passed: true,
      coverage: { seen: 292, total: 292, notSeen: [] },
      analysis: { findings: [], pairs: { searched: 13, leftOut: 0 } },
    });
  });

  it.each([
    [{ from: { ruleSet: 'none' } }, '422 unprocessable: source_unknown at /from/ruleSet'],
    [
      { from: { ruleSet: 'taizhou-hailing-furnace', version: '9.0.0' } },
      '422 unprocessable: source_version_unknown at /from/version',
    ],
    [{ template: 'none' }, '422 unprocessable: template_unknown at /template'],
    [{ template: 'none', from: { ruleSet: 'x' } }, '422 unprocessable: origin_twice at /template'],
  ])('does not begin from %j', async (origin, told) => {
    expect(refusal(await author.post('/rule-set-drafts', { ruleSet: 'dust', version: '1.0.0', ...origin }))).toBe(told);
  });

  it('is changed only by whoever has seen its latest revision', async () => {
    const draft = await draftOf(aRuleSet());
    const change = (headers: Record<string, string>, body: object = aRuleSet({ status: 'reference_draft' })) =>
      author.send('PUT', `/rule-set-drafts/${draft.id}/content`, { body, headers });
    expect(refusal(await change({}))).toBe('428 precondition_required: revision_missing at /headers/if-match');
    expect(refusal(await change({ 'if-match': '"2"' }))).toBe(
      '412 precondition_failed: revision_stale at /headers/if-match',
    );
    expect(await change({ 'if-match': '"1"' })).toMatchObject({ status: 200, headers: { etag: '"2"' } });
    expect(refusal(await change({ 'if-match': '"1"' }))).toContain('412');
    const other = await change({ 'if-match': '"2"' }, aRuleSet({ id: 'other' }));
    expect(refusal(other)).toBe('422 unprocessable: draft_of_another_rule_set at /id');
    const both = await Promise.all(
      ['1.2.0', '1.3.0'].map((version) => change({ 'if-match': '"2"' }, aRuleSet({ version }))),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
  });

  it('is discarded as long as nobody was asked about it', async () => {
    const draft = await draftOf(aRuleSet());
    expect((await author.send('DELETE', `/rule-set-drafts/${draft.id}`)).status).toBe(204);
    expect(refusal(await client.get(`/rule-set-drafts/${draft.id}`))).toBe(
      '404 not_found: draft_unknown at /path/draft',
    );
    const reviewed = await draftOf(aRuleSet());
    await act(reviewed, author, 'submissions');
    await act(reviewed, first, 'reviews', { verdict: 'rejected', comment: 'why?' });
    const told = refusal(await author.send('DELETE', `/rule-set-drafts/${reviewed.id}`));
    expect(told).toBe('409 conflict: draft_reviewed at /');
    await expect(stored.rows(`DELETE FROM rule_set_draft WHERE id = '${reviewed.id}'`)).rejects.toThrow(
      'never deleted',
    );
  });

  it('stands in the list by its rule set and status', async () => {
    const { body } = await client.get<{ items: DraftMessage[] }>(`/rule-set-drafts?ruleSet=dust&status=draft`);
    expect(body.items.map(({ ruleSet }) => ruleSet)).toEqual(['dust', 'dust']);
    expect((await client.get<{ items: unknown[] }>('/rule-set-drafts?status=approved')).body.items).toEqual([]);
  });
});

describe('a review', () => {
  it('takes as many approvals as the jurisdiction wants, of different people', async () => {
    const draft = await draftOf(aRuleSet());
    expect(refusal(await act(draft, first, 'reviews', { verdict: 'approved' }))).toBe(
      '409 conflict: state_forbids at /',
    );
    await act(draft, author, 'submissions');
    expect((await act(draft, first, 'reviews', { verdict: 'approved' })).body.status).toBe('in_review');
    const again = refusal(await act(draft, first, 'reviews', { verdict: 'approved' }));
    expect(again).toBe('409 conflict: reviewed_already at /');
    expect(refusal(await publish(draft, '2026-10-01'))).toBe('409 conflict: state_forbids at /');
    expect((await act(draft, second, 'reviews', { verdict: 'approved' })).body.status).toBe('approved');
  });

  it('sends back with a reason; what was approved before does not count in the next round', async () => {
    const draft = await draftOf(aRuleSet());
    await act(draft, author, 'submissions');
    await act(draft, first, 'reviews', { verdict: 'approved' });
    clock.advance(1000);
    const silent = refusal(await act(draft, second, 'reviews', { verdict: 'rejected' }));
    expect(silent).toBe('422 unprocessable: comment_missing at /comment');
    const back = await act(draft, second, 'reviews', { verdict: 'rejected', comment: '请补充情景' });
    expect(back.body).toMatchObject({ status: 'draft', reviews: [{}, { verdict: 'rejected', comment: '请补充情景' }] });
    await act(draft, author, 'submissions');
    expect((await act(draft, second, 'reviews', { verdict: 'approved' })).body).toMatchObject({
      status: 'in_review',
      approvals: 1,
    });
  });

  it('is not for those who may only look', async () => {
    const draft = await draftOf(aRuleSet());
    await act(draft, author, 'submissions');
    expect(refusal(await act(draft, author, 'reviews', { verdict: 'approved' }))).toContain('permission_missing');
  });

  it('is told for ever: nobody changes or deletes it', async () => {
    for (const table of ['rule_set_review', 'rule_set_proof']) {
      await expect(stored.rows(`UPDATE ${table} SET hash = hash`)).rejects.toThrow('never changed or deleted');
      await expect(stored.rows(`DELETE FROM ${table}`)).rejects.toThrow('never changed or deleted');
    }
  });
});

describe('publishing', () => {
  it('sets the days in force, and each version ends where the next begins', async () => {
    const one = await approved(aRuleSet());
    expect(refusal(await publish(one, '2026-08-09'))).toBe('422 unprocessable: effective_day_past at /from');
    expect((await publish(one, '2026-08-10')).status).toBe(201);
    expect(await states()).toEqual(['1.0.0 in_force 2026-08-10..']);
    expect(refusal(await publish(one, '2026-10-01'))).toBe('409 conflict: state_forbids at /');
    const same = await approved(aRuleSet({ title: aText('Other') }));
    expect(refusal(await publish(same, '2026-10-01'))).toBe('409 conflict: version_taken at /');
    const two = await approved(aRuleSet({ version: '1.1.0' }));
    expect(refusal(await publish(two, '2026-08-10'))).toBe('422 unprocessable: effective_day_past at /from');
    expect((await publish(two, '2026-10-01')).status).toBe(201);
    expect(await states()).toEqual(['1.0.0 in_force 2026-08-10..2026-10-01', '1.1.0 scheduled 2026-10-01..']);
    const three = await approved(aRuleSet({ version: '1.2.0' }));
    expect(refusal(await publish(three, '2026-09-01'))).toBe('409 conflict: effective_day_taken at /from');
    expect((await publish(three, '2026-12-01')).status).toBe(201);
  });

  it('is refused to what its scenarios do not show, and names it', async () => {
    const { scenarios: _, ...bare } = aRuleSet({ version: '1.3.0' });
    const answer = await publish(await approved(bare), '2027-01-01');
    expect(refusal(answer)).toBe('409 conflict: coverage_low at /');
    expect(JSON.stringify(answer.body)).toContain('/items/0');
  });

  it('is refused to rules that nobody can break, and not to facts that nothing reads', async () => {
    const ruleSet = aRuleSet({ version: '1.4.0' });
    const never = [
      { at: '/items/1/condition', to: { fact: 'furnaces.total', operator: 'greaterThan', value: 100 } },
      { at: '/facts/-', to: { ...ruleSet.facts[5], path: 'site.extra' } },
    ];
    const draft = await approved(edited(ruleSet, never) as RuleSet);
    expect(draft.proof?.analysis?.findings).toContainEqual(
      expect.objectContaining({ severity: 'error', code: 'item_never_violated', path: '/items/1/condition' }),
    );
    expect(draft.proof?.analysis?.findings).toContainEqual(
      expect.objectContaining({ severity: 'warning', code: 'fact_never_read', path: '/facts/6', facts: null }),
    );
    const answer = await publish(draft, '2027-01-01');
    expect(refusal(answer)).toContain('analysis_errors at /');
    expect(JSON.stringify(answer.body)).toContain('/items/1/condition');
  });

  const end = (version: string, how: string, body: object): Promise<Answer> =>
    first.post(`/rule-sets/${ID}/versions/${version}/${how}`, body);

  it('is taken back before the day, from the last version on, and what it ended is open again', async () => {
    const reason = { reason: '文件未印发' };
    const early = refusal(await end('1.1.0', 'withdrawal', reason));
    expect(early).toBe('409 conflict: withdrawal_followed at /path/version');
    expect((await end('1.2.0', 'withdrawal', reason)).status).toBe(201);
    expect(await states()).toContain('1.1.0 scheduled 2026-10-01..');
    expect((await end('1.1.0', 'withdrawal', reason)).body).toMatchObject({ state: 'withdrawn', inForce: [] });
    expect(await states()).toEqual(['1.0.0 in_force 2026-08-10..', '1.1.0 withdrawn', '1.2.0 withdrawn']);
    expect(refusal(await end('1.0.0', 'withdrawal', reason))).toBe('409 conflict: state_forbids at /');
    expect(refusal(await end('1.1.0', 'withdrawal', reason))).toBe('409 conflict: state_forbids at /');
  });

  it('happens once when two are published for the same day at the same moment', async () => {
    const drafts = [await approved(aRuleSet({ version: '2.0.0' })), await approved(aRuleSet({ version: '2.0.1' }))];
    const answers = await Promise.all(drafts.map((draft) => publish(draft, '2026-11-01')));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    const scheduled = (await states()).filter((state) => state.includes('scheduled'));
    expect(scheduled).toHaveLength(1);
    clock.set('2026-11-01T00:00:00+08:00');
    expect((await states()).filter((state) => state.includes('in_force'))).toEqual([
      scheduled[0]!.replace('scheduled', 'in_force'),
    ]);
    expect(await states()).toContain('1.0.0 superseded 2026-08-10..2026-11-01');
  });

  it('ends by retiring, without another version, on a later day', async () => {
    const version = (await states()).find((state) => state.includes('in_force'))?.split(' ')[0] ?? '';
    const to = (day: string): object => ({ to: day, reason: '另行制定' });
    expect(refusal(await end(version, 'retirement', to('2026-11-01')))).toContain('retirement_day_past at /to');
    expect((await end(version, 'retirement', to('2026-12-01'))).body).toMatchObject({ state: 'in_force' });
    expect(refusal(await end(version, 'retirement', to('2026-12-02')))).toContain('retired_already');
    clock.set('2026-12-01T00:00:00+08:00');
    expect(await states()).toContain(`${version} retired 2026-11-01..2026-12-01`);
    expect((await client.get<{ inForce: unknown }>(`/rule-sets/${ID}`)).body.inForce).toBeNull();
  });

  it('is told to the audit with the version that it is about, whether withdrawn or retired', async () => {
    const rows = await stored.rows<{ entity: string; action: string; told: string; hash: string }>(
      `SELECT action, entity_id AS entity, rule_set->>'id' || '/' || (rule_set->>'version') AS told, rule_set->>'hash' AS hash
         FROM audit_event WHERE action IN ('rule_set_version.withdrawn', 'rule_set_version.retired') ORDER BY audit_event.id`,
    );
    const actions = rows.map(({ action }) => action.replace('rule_set_version.', ''));
    expect(actions).toEqual(['withdrawn', 'withdrawn', 'retired']);
    for (const { entity, told, hash } of rows) {
      expect(told).toBe(entity);
      expect(hash).toMatch(/^sha256:/);
    }
  });
});

describe('npm run cli -- import', () => {
  const folder = new TempFolder();
  afterAll(() => folder.remove());

  it('begins a draft with what a file holds, in the name of the key, and tells what is refused', async () => {
    await service.app.listen({ host: '127.0.0.1', port: 0 });
    const { authorization = '' } = await client.credential();
    const key = folder.write('key', `${authorization.replace('Bearer ', '')}\n`);
    const to = `${await service.app.getUrl()}/`;
    const content = aRuleSet({ version: '2.0.0', title: aText('Brought') });
    const brought = (file: string, ...more: string[]) => runCli(['import', file, '--to', to, '--key', key, ...more]);
    const { stdout, stderr, exitCode } = await brought(folder.write('2.0.0.json', content), '--json');
    expect([stderr, exitCode]).toEqual(['', 0]);
    const told = JSON.parse(stdout) as { id: string };
    expect(told).toMatchObject({ ruleSet: ID, version: '2.0.0', hash: contentHash(content), same: true });
    const { body } = await author.get<DraftMessage>(`/rule-set-drafts/${told.id}`);
    expect(body).toMatchObject({ content, origin: { kind: 'import' }, authors: [expect.stringMatching(/^api_key:/)] });

    const unnamed = await brought(folder.write('none.json', { version: '1.0.0' }), '--lang', 'en');
    expect([unnamed.exitCode, unnamed.stdout]).toEqual([1, expect.stringMatching(/^422 /)]);
    const nobody = await runCli([
      'import',
      folder.write('a.json', content),
      '--to',
      to,
      '--key',
      folder.write('no', 'x'),
    ]);
    expect([nobody.exitCode, nobody.stdout]).toEqual([1, expect.stringMatching(/^401 /)]);
    const nowhere = ['--to', 'http://127.0.0.1:1', '--key', key];
    expect(await runCli(['import', folder.write('b.json', content), ...nowhere])).toMatchObject({ exitCode: 2 });
  });
});
