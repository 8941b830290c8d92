import { createHash } from 'node:crypto';
import { contentHash, RuleSet, RuleSetComparison } from '../../../src/core';
import { AccountRole } from '../../../src/access/account-roles';
import { DraftMessage, ProofMessage } from '../../../src/rule-sets/drafts/schemas/draft.schema';
import { amendedFurnace, withMendedScenarios } from '../../support/amended-furnace.builder';
import { Answer, refusal } from '../../support/client';
import { anInspection, FURNACE, furnaceFacts, inspect } from '../../support/furnace.builder';
import { useService } from '../inspections/service';

const service = useService({ now: '2026-08-10T09:00:00+08:00' });
const { client } = service;
const author = client.as({ role: 'rule_author' });
const approver = client.as({ role: 'rule_approver' });

const MISSING = {
  code: 'water-while-stopped',
  text: { 'zh-CN': '停产期间有积水', en: 'Standing water while production is stopped' },
  facts: { base: 'compliant_machinery', set: { 'site.productionRunning': false, 'site.waterZones': 1 } },
  expect: { points: 6, items: { F14: { outcome: 'violated', points: 6 } } },
};

describe('an amendment of the furnace measures', () => {
  let draft: DraftMessage;
  let mended: RuleSet;
  const at = (rest = ''): string => `/rule-set-drafts/${draft.id}${rest}`;
  const put = async (content: object): Promise<DraftMessage> => {
    const headers = { 'if-match': `"${draft.revision}"` };
    const answer = await author.send<DraftMessage>('PUT', at('/content'), { body: content, headers });
    expect(answer).toMatchObject({ status: 200, headers: { etag: `"${answer.body.revision}"` } });
    return (draft = answer.body);
  };
  const act = (who: typeof client, what: string, more: object = {}): Promise<Answer<DraftMessage>> =>
    who.post<DraftMessage>(at(`/${what}`), { hash: draft.hash, ...more });

  /** By number: the clock of the installation is that of the machine. */
  const versions = async (): Promise<readonly { readonly version: string }[]> => {
    const { body } = await client.get<{ versions: { version: string }[] }>(`/rule-sets/${FURNACE}`);
    return body.versions.toSorted((a, b) => (a.version < b.version ? -1 : 1));
  };

  const authorsRoles = async (...roles: readonly AccountRole[]): Promise<void> => {
    const { id } = (await author.get<{ id: string }>('/me')).body;
    const { status } = await client.as({ role: 'system_administrator' }).patch(`/accounts/${id}`, { roles });
    expect(status).toBe(200);
  };

  it('begins as the version in force under another number', async () => {
    const body = { ruleSet: FURNACE, version: '1.1.0', from: { ruleSet: FURNACE } };
    const answer = await author.post<DraftMessage>('/rule-set-drafts', body);
    expect(answer).toMatchObject({
      status: 201,
      headers: { etag: '"1"' },
      body: { status: 'draft', version: '1.1.0', origin: { kind: 'version', version: '1.0.0' }, proof: null },
    });
    draft = answer.body;
    expect(draft.hash).toBe(contentHash(draft.content));
  });

  it('is not handed in while scenarios it inherited fail', async () => {
    await put(amendedFurnace());
    const { body } = await author.post<ProofMessage>(at('/checks'));
    expect(body.passed).toBe(false);
    expect(new Set(body.problems.map(({ code }) => code))).toEqual(new Set(['scenario_failed']));
    expect(body.scenarios.filter(({ passed }) => !passed).map(({ code }) => code)).toContain('story');
    expect(refusal(await act(author, 'submissions'))).toBe('422 unprocessable: content_not_proved at /');
    expect(refusal(await act(client.as({ role: 'rule_approver' }), 'publication', { from: '2026-10-01' }))).toBe(
      '409 conflict: state_forbids at /',
    );
  });

  it('is handed in once its scenarios are mended', async () => {
    mended = await withMendedScenarios(amendedFurnace(), MISSING);
    await put(mended);
    const { body } = await author.post<ProofMessage>(at('/checks'));
    expect(body).toMatchObject({ passed: true, problems: [], hash: contentHash(mended) });
    expect((await act(author, 'submissions')).body).toMatchObject({ status: 'in_review', approvals: 0 });
  });

  it('is approved by somebody who wrote none of it', async () => {
    await authorsRoles('rule_author', 'rule_approver');
    expect(refusal(await act(author, 'reviews', { verdict: 'approved' }))).toBe('403 forbidden: author_reviews at /');
    await authorsRoles('rule_author');
    expect((await act(approver, 'reviews', { verdict: 'approved' })).body).toMatchObject({
      status: 'approved',
      approvals: 1,
      reviews: [
        { reviewer: expect.stringMatching(/^account:/) as string, verdict: 'approved', hash: draft.hash, round: 1 },
      ],
    });
  });

  it('loses its approval by any change, and needs another', async () => {
    const approved = draft.hash;
    mended = { ...mended, title: { ...mended.title, en: `${mended.title.en}, amended` } };
    expect(await put(mended)).toMatchObject({ status: 'draft', approvals: 0, proof: null });
    const publish = { from: '2026-10-01' };
    expect(refusal(await act(approver, 'publication', publish))).toBe('409 conflict: state_forbids at /');
    const stale = { hash: approved, ...publish };
    expect(refusal(await approver.post(at('/publication'), stale))).toBe('409 conflict: content_changed at /hash');
    await act(author, 'submissions');
    expect((await act(approver, 'reviews', { verdict: 'approved' })).body.status).toBe('approved');
  });

  it('is published from 1 October 2026', async () => {
    expect(await act(approver, 'publication', { from: '2026-10-01' })).toMatchObject({
      status: 201,
      body: {
        version: '1.1.0',
        hash: draft.hash,
        state: 'scheduled',
        shipped: false,
        inForce: [{ from: '2026-10-01' }],
      },
    });
    expect(await versions()).toMatchObject([
      { version: '1.0.0', state: 'in_force', inForce: [{ from: '2021-10-01', to: '2026-10-01' }] },
      { version: '1.1.0', state: 'scheduled', inForce: [{ from: '2026-10-01', to: null }] },
    ]);
  });

  describe('compared with the version before', () => {
    const path = `/rule-sets/${FURNACE}/comparison`;
    const query = `${path}?from=1.0.0&to=1.1.0`;
    type Compared = Pick<RuleSetComparison, 'old' | 'new' | 'equal' | 'direction' | 'items' | 'asks'>;

    it('tells items, points and direction, with facts that are scored differently', async () => {
      const { status, body } = await client.get<Compared>(query);
      expect(status).toBe(200);
      expect(body).toMatchObject({
        old: { version: '1.0.0' },
        new: { version: '1.1.0', hash: draft.hash },
        equal: false,
        direction: { direction: 'mixed' },
        asks: { added: [], dropped: [{ path: 'site.productionRunning' }] },
      });
      const items = Object.fromEntries(body.items.map((item) => [item.code, item]));
      expect(Object.keys(items)).toEqual(['F03', 'F09', 'F14']);
      expect(items['F03']?.deadline).toMatchObject({ direction: 'milder' });
      expect(items['F09']?.points).toMatchObject({ whole: true, more: { total: { old: 3, new: 6 } }, fewer: null });
      expect(items['F14']?.points.more?.facts.filter(({ deciding }) => deciding).map(({ path: fact }) => fact)).toEqual(
        ['site.productionRunning', 'site.waterZones'],
      );
    });

    it('is the other way round with the other baseline', async () => {
      const { body } = await client.get<Compared>(`${path}?from=1.1.0&to=1.0.0`);
      const points = body.items.find(({ code }) => code === 'F09')?.points;
      expect(points).toMatchObject({ direction: 'milder', more: null, fewer: { total: { old: 6, new: 3 } } });
    });

    it.each([
      [{}, '&format=text', 'text/plain', /^【参考草案，非正式文本】[^]*F09/],
      [{ 'accept-language': 'en' }, '&format=text', 'text/plain', /^\[reference draft, not an official text\] [^]*F09/],
      [{ accept: 'text/markdown' }, '', 'text/markdown', /^> 【参考草案[^]*\n\| --- \|/],
      [
        { accept: 'text/markdown', 'accept-language': 'en' },
        '',
        'text/markdown',
        /^> \\\[reference draft[^]*\n\| --- \|/,
      ],
    ] as const)('is told with %j%s as %s', async (headers, more, type, told) => {
      const answer = await client.get<string>(`${query}${more}`, { headers });
      expect(answer.headers).toMatchObject({
        'content-type': `${type}; charset=utf-8`,
        vary: 'Accept, Accept-Language',
      });
      expect(answer.body).toMatch(told);
    });

    it('is found against a draft as against the version made of it', async () => {
      const both = [
        await client.get<Compared>(query),
        await author.get<Compared>(`${path}?from=1.0.0&toDraft=${draft.id}`),
      ];
      expect(both[1]?.body).toEqual(both[0]?.body);
    });

    it('is not told of a draft to whoever may not see drafts', async () => {
      const key = client.as({ permissions: ['comparisons.create', 'rule_sets.read'] });
      expect((await key.get(query)).status).toBe(200);
      const asked = await key.get(`${path}?from=1.0.0&toDraft=${draft.id}`);
      expect(refusal(asked)).toBe('403 forbidden: permission_missing at /query/toDraft');
    });

    it('is told across rule sets', async () => {
      const copy = { ruleSet: 'copied-furnace', version: '1.0.0', from: { ruleSet: FURNACE, version: '1.0.0' } };
      const { body: other } = await author.post<DraftMessage>('/rule-set-drafts', copy);
      const { body } = await author.get<Compared & { sameRuleSet: boolean }>(`${path}?from=1.0.0&toDraft=${other.id}`);
      expect(body).toMatchObject({ sameRuleSet: false, equal: false, items: [], new: { id: 'copied-furnace' } });
      const across = await client.get(`/rule-sets/${FURNACE}/comparison?from=1.0.0&to=1.1.0&toRuleSet=${FURNACE}`);
      expect(across.body).toEqual((await client.get(query)).body);
    });

    it.each([
      ['?from=9.0.0&to=1.1.0', '404 not_found: version_unknown at /query/from'],
      ['?from=1.0.0&to=9.0.0', '404 not_found: version_unknown at /query/to'],
      ['?from=1.0.0&to=1.0.0&toRuleSet=none', '404 not_found: rule_set_unknown at /query/toRuleSet'],
      ['?from=1.0.0', '422 unprocessable: one_new_version at /query/to'],
      [
        '?from=1.0.0&to=1.1.0&toDraft=00000000-0000-4000-8000-000000000001',
        '422 unprocessable: one_new_version at /query/to',
      ],
      ['?from=1.0.0&toDraft=00000000-0000-4000-8000-000000000001', '404 not_found: draft_unknown at /query/toDraft'],
      ['?from=1.0.0&to=1.1.0&format=pdf', '400 invalid_request: not_allowed at /query/format'],
    ])('is not made of %s', async (asked, told) => expect(refusal(await client.get(`${path}${asked}`))).toBe(told));

    it('is not made with a draft that holds no rule set yet', async () => {
      const { body } = await author.post<DraftMessage>('/rule-set-drafts', { ruleSet: 'dust', version: '1.0.0' });
      const answer = await author.get(`${path}?from=1.0.0&toDraft=${body.id}`);
      expect(refusal(answer)).toBe('422 unprocessable: content_incomparable at /query/toDraft');
    });
  });

  it('comes out as the bytes that its hash is over, and goes in again as the same', async () => {
    const bytes = async (path: string): Promise<string> => {
      const { payload } = await service.app.inject({ url: `/api/v1${path}`, headers: await client.credential() });
      return payload;
    };
    const exported = await bytes(`/rule-sets/${FURNACE}/versions/1.1.0/export`);
    expect(`sha256:${createHash('sha256').update(exported).digest('hex')}`).toBe(draft.hash);
    const imported = await author.post<DraftMessage>('/rule-set-drafts/import', exported);
    expect(imported).toMatchObject({ status: 201, body: { hash: draft.hash, origin: { kind: 'import' } } });
    expect(await bytes(`/rule-set-drafts/${imported.body.id}/export`)).toBe(exported);
  });

  it('scores what is inspected from its day on, and nothing before', async () => {
    const subjects = [await service.register(1), await service.register(2)];
    const found = { 'furnaces.withLeakAlarm': 1, 'training.archiveComplete': false };
    const facts = { 'site.productionRunning': false, 'site.waterZones': 1, ...found };
    const on = async (day: string): Promise<unknown> => {
      service.on(day);
      const subject = subjects.shift() ?? '';
      const { body } = await inspect(client, anInspection(subject, day, furnaceFacts(facts)));
      return body;
    };
    expect(await on('2026-09-30')).toMatchObject({
      ruleSet: { version: '1.0.0' },
      points: 5,
      findings: [
        { item: 'F03', deadline: '2026-10-10' },
        { item: 'F09', points: 3 },
      ],
    });
    expect(await on('2026-10-01')).toMatchObject({
      ruleSet: { version: '1.1.0', hash: draft.hash },
      points: 14,
      findings: [
        { item: 'F03', deadline: '2026-10-16' },
        { item: 'F09', points: 6 },
        { item: 'F14', points: 6 },
      ],
    });
    expect(await versions()).toMatchObject([{ state: 'superseded' }, { state: 'in_force' }]);
  });

  it('has left an event for every step, each with the hash', async () => {
    const rows = await service.stored.rows<{ action: string; actor: string; after: { hash?: string } }>(
      `SELECT action, actor_name AS actor, after FROM audit_event
        WHERE entity_id = '${draft.id}' OR entity_id LIKE '${FURNACE}/1.1.0%' ORDER BY audit_event.id`,
    );
    expect(rows.map(({ action, actor }) => `${action} by ${actor.split('-')[0]}`)).toEqual([
      'rule_set_draft.begun by rule_author',
      'rule_set_draft.changed by rule_author',
      'rule_set_draft.changed by rule_author',
      'rule_set_draft.submitted by rule_author',
      'rule_set_draft.approved by rule_approver',
      'rule_set_draft.changed by rule_author',
      'rule_set_draft.submitted by rule_author',
      'rule_set_draft.approved by rule_approver',
      'rule_set_version.published by rule_approver',
    ]);
    expect(rows.every(({ after }) => after.hash?.startsWith('sha256:'))).toBe(true);
  });

  it('is named, as the version before is, by the events that tell of the two', async () => {
    const rows = await service.stored.rows(
      `SELECT action, rule_set AS "ruleSet" FROM audit_event
        WHERE entity_id LIKE '${FURNACE}/%' AND action IN ('rule_set_version.published', 'rule_set_version.period_ended')
        ORDER BY audit_event.id DESC LIMIT 2`,
    );
    expect(rows).toMatchObject([
      { action: 'rule_set_version.published', ruleSet: { id: FURNACE, version: '1.1.0', hash: draft.hash } },
      { action: 'rule_set_version.period_ended', ruleSet: { id: FURNACE, version: '1.0.0' } },
    ]);
  });
});
