import { canonicalJson, contentHash } from '../../../src/core';
import { useTestApp } from '../../support/app';
import { refusal } from '../../support/client';
import { useTestDatabase } from '../../support/database';
import { aRuleSet, aText } from '../../support/rule-set.builder';
import { TempFolder } from '../../support/temp-folder';

const folder = new TempFolder();
const V1 = aRuleSet();
const V2 = aRuleSet({ version: '1.10.0', title: aText('Amended') });
const DUST = aRuleSet({ id: 'dust' });
folder.write('small-furnaces/1.0.0.json', V1);
folder.write('small-furnaces/1.10.0.json', V2);
folder.write('small-furnaces/in-force.json', {
  ruleSet: 'small-furnaces',
  periods: [
    { version: '1.0.0', from: '2025-10-01', to: '2026-07-01' },
    { version: '1.10.0', from: '2026-07-01' },
  ],
});
folder.write('dust/1.0.0.json', DUST);
folder.write('dust/in-force.json', { ruleSet: 'dust', periods: [{ version: '1.0.0', from: '2027-01-01' }] });
afterAll(() => folder.remove());

const database = useTestDatabase();
const { client, clock } = useTestApp(database, {
  environment: { RULES_DIR: folder.path },
  now: '2026-06-30T15:59:59Z',
});

interface Listed {
  readonly items: readonly { readonly id: string; readonly title: unknown; readonly inForce: unknown }[];
  readonly next: string | null;
}
const PUBLISHED = '2026-06-30T15:59:59.000Z';

describe('the list of rule sets', () => {
  it('has each with its version in force today, by the days of its own time zone', async () => {
    const { body } = await client.get<Listed>('/rule-sets');
    expect(body).toMatchObject({
      items: [
        { id: 'dust', inForce: null },
        { id: 'small-furnaces', title: V1.title, inForce: { version: '1.0.0', hash: contentHash(V1) } },
      ],
      next: null,
    });
    clock.set('2026-06-30T16:00:00Z');
    const next = await client.get<Listed>('/rule-sets');
    expect(next.body.items[1]).toMatchObject({ title: V2.title, inForce: { version: '1.10.0' } });
  });

  it('is paged', async () => {
    const { body } = await client.get<Listed>('/rule-sets?limit=1');
    expect(body.items.map(({ id }) => id)).toEqual(['dust']);
    const second = await client.get<Listed>(`/rule-sets?limit=1&cursor=${body.next}`);
    expect(second.body).toMatchObject({ items: [{ id: 'small-furnaces' }], next: null });
  });
});

describe('a rule set', () => {
  it('has its versions with hash and days in force', async () => {
    const { status, body } = await client.get('/rule-sets/small-furnaces');
    const common = { shipped: true, publishedAt: PUBLISHED };
    expect(status).toBe(200);
    expect(body).toMatchObject({
      id: 'small-furnaces',
      versions: [
        { ...common, version: '1.0.0', hash: contentHash(V1), inForce: [{ from: '2025-10-01', to: '2026-07-01' }] },
        { ...common, version: '1.10.0', hash: contentHash(V2), inForce: [{ from: '2026-07-01', to: null }] },
      ],
    });
  });

  it('has the content of a version as it was published, so that its hash can be taken anew', async () => {
    const { body } = await client.get<{ content: unknown; hash: string }>('/rule-sets/small-furnaces/versions/1.10.0');
    expect(canonicalJson(body.content)).toBe(canonicalJson(V2));
    expect(body).toMatchObject({ id: 'small-furnaces', version: '1.10.0', hash: contentHash(body.content) });
  });

  it.each([
    ['/rule-sets/none', '404 not_found: rule_set_unknown at /path/id'],
    ['/rule-sets/none/versions/1.0.0', '404 not_found: rule_set_unknown at /path/id'],
    ['/rule-sets/dust/versions/9.0.0', '404 not_found: version_unknown at /path/version'],
    ['/rule-sets/Dust', '400 invalid_request: format_unmet at /path/id'],
    ['/rule-sets/dust/versions/1.0', '400 invalid_request: format_unmet at /path/version'],
  ])('at %s is %s', async (path, told) => {
    expect(refusal(await client.get(path))).toBe(told);
  });

  it('is part of the readiness', async () => {
    const { status, body } = await client.get<{ checks: string[] }>('/health/ready');
    expect(status).toBe(200);
    expect(body.checks).toContain('rule_sets');
  });
});
