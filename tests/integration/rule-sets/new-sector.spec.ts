import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { contentHash, RuleSet, Scenarios } from '../../../src/core';
import { selectFacts } from '../../../src/core/scenarios/select-facts';
import { DraftMessage, ProofMessage } from '../../../src/rule-sets/drafts/schemas/draft.schema';
import { Answer, refusal } from '../../support/client';
import { anInspection, inspect, RecordedInspection } from '../../support/furnace.builder';
import { useService } from '../inspections/service';

const FILE = join(__dirname, '../../../docs/examples/dust-explosion.json');
const dust = JSON.parse(readFileSync(FILE, 'utf8')) as RuleSet;

const service = useService({ now: '2026-02-10T09:00:00+08:00' });
const { client } = service;
const author = client.as({ role: 'rule_author' });
const approver = client.as({ role: 'rule_approver' });

/** As an inspector enters them: without those of the register. */
function dustFacts(set: Record<string, boolean | number | string>): object {
  const { dust: _, ...facts } = selectFacts(dust.scenarios as Scenarios, { base: 'in-order', set });
  const { dustWorkers: __, ...posts } = facts['posts'] as Record<string, unknown>;
  return { ...facts, posts };
}

describe('a sector written with the documentation alone', () => {
  let draft: DraftMessage;
  let subject: string;
  const at = (rest: string): string => `/rule-set-drafts/${draft.id}/${rest}`;
  const act = (who: typeof client, what: string, more: object = {}): Promise<Answer<DraftMessage>> =>
    who.post<DraftMessage>(at(what), { hash: draft.hash, ...more });
  const inspected = (day: string): Promise<Answer<RecordedInspection>> => {
    const facts = dustFacts({ 'systems.dryControlled': 1, 'posts.trained': 23 });
    return inspect(client, anInspection(subject, day, { ...facts }, { ruleSet: dust.id }));
  };

  it('begins empty, and is not handed in as it is', async () => {
    const answer = await author.post<DraftMessage>('/rule-set-drafts', { ruleSet: dust.id, version: dust.version });
    expect(answer).toMatchObject({ status: 201, body: { status: 'draft', proof: null } });
    draft = answer.body;
    expect(refusal(await act(author, 'submissions'))).toBe('422 unprocessable: content_not_proved at /');
  });

  it('is proved with the content of the file', async () => {
    const headers = { 'if-match': `"${draft.revision}"` };
    draft = (await author.send<DraftMessage>('PUT', at('content'), { body: dust, headers })).body;
    const { body } = await author.post<ProofMessage>(at('checks'));
    expect(body).toMatchObject({ passed: true, problems: [], hash: contentHash(dust) });
    expect(body.scenarios).toHaveLength(dust.scenarios?.cases.length ?? 0);
  });

  it('is handed in, approved by another person and published from 1 March 2026', async () => {
    expect((await act(author, 'submissions')).body).toMatchObject({ status: 'in_review' });
    expect((await act(approver, 'reviews', { verdict: 'approved' })).body).toMatchObject({ status: 'approved' });
    expect(await act(approver, 'publication', { from: '2026-03-01' })).toMatchObject({
      status: 201,
      body: { hash: contentHash(dust), state: 'scheduled', shipped: false, inForce: [{ from: '2026-03-01' }] },
    });
  });

  it('scores nothing before its day', async () => {
    service.on('2026-02-28');
    const attributes = { 'dust.kinds': ['aluminium-magnesium'], 'posts.dustWorkers': 24 };
    subject = await service.register(1, { name: '虚构的铝制品抛光企业（示例）', attributes });
    expect(await service.refused(() => inspected('2026-02-28'))).toBe(
      '422 unprocessable: no_version_in_force at /inspectedOn',
    );
  });

  it('scores from then on as its own scenario says', async () => {
    service.on('2026-03-02');
    const { status, body } = await inspected('2026-03-02');
    expect([status, body.points]).toEqual([201, 10]);
    expect(body.findings).toMatchObject([
      { item: 'D03', points: 8, deadline: '2026-03-02' },
      { item: 'D09', points: 2, deadline: '2026-03-12' },
    ]);
    expect(body.standing).toMatchObject({ total: 10, carried: 0 });
    expect(body.standing.measures.map(({ rung }) => rung)).toEqual(['L3', 'L6', 'L10']);
  });

  it('carries over on its cycle day what was not put right', async () => {
    const asked = `/subjects/${subject}/standing?ruleSet=${dust.id}&asOf=`;
    expect((await client.get(`${asked}2026-12-31`)).body).toMatchObject({ total: 10, carried: 0 });
    expect((await client.get(`${asked}2027-01-01`)).body).toMatchObject({ total: 10, carried: 10, forecast: true });
  });
});
