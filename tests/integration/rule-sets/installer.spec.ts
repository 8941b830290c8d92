import { Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AuditService } from '../../../src/audit/audit.service';
import { readSettings } from '../../../src/config/read-settings';
import { contentHash, RuleSet } from '../../../src/core';
import { createDataSource } from '../../../src/database/data-source';
import { Readiness } from '../../../src/health/readiness';
import { RuleSetsInstaller } from '../../../src/rule-sets/rule-sets.installer';
import { useTestDatabase } from '../../support/database';
import { aRuleSet, aText } from '../../support/rule-set.builder';
import { useStored } from '../../support/stored';
import { TempFolder } from '../../support/temp-folder';
import { TestClock } from '../../support/test-clock';

const ID = 'small-furnaces';
const V1 = aRuleSet();
const V2 = aRuleSet({ version: '1.1.0', title: aText('Amended') });
const broken = (version: string): RuleSet => {
  const ruleSet = aRuleSet({ version });
  const [first, ...rest] = ruleSet.items;
  return { ...ruleSet, items: [{ ...first!, points: 4 }, ...rest] };
};

describe('installing rule sets', () => {
  const database = useTestDatabase();
  const stored = useStored(database);
  let service: DataSource;
  let folder: TempFolder;
  let readiness: Readiness;

  const installer = (): RuleSetsInstaller => {
    const clock = new TestClock('2026-06-15T09:00:00+08:00');
    const settings = readSettings({ RULES_DIR: folder.path });
    readiness = new Readiness();
    return new RuleSetsInstaller(service, settings, clock, new AuditService(clock), readiness);
  };
  const install = () => installer().install();
  const versions = () => stored.rows('SELECT version, hash, shipped, canonical FROM rule_set_version ORDER BY version');
  const periods = async (): Promise<string[]> =>
    (
      await stored.rows<{ text: string }>(
        `SELECT v.version || ' ' || p.days AS text FROM rule_set_period p JOIN rule_set_version v ON v.id = p.version_id
          ORDER BY p.days`,
      )
    ).map(({ text }) => text);
  const inForce = (...list: readonly (readonly [string, string, string?])[]): void => {
    const all = list.map(([version, from, to]) => ({ version, from, ...(to === undefined ? {} : { to }) }));
    folder.write(`${ID}/in-force.json`, { ruleSet: ID, periods: all });
  };

  beforeAll(async () => {
    // There is no application here that would take its lines.
    Logger.overrideLogger(false);
    service = await createDataSource({ url: database.serviceUrl }).initialize();
  });
  afterAll(() => service.destroy());

  beforeEach(async () => {
    folder = new TempFolder();
    folder.write(`${ID}/1.0.0.json`, V1);
    inForce(['1.0.0', '2025-10-01']);
    await emptyTables(stored);
  });
  afterEach(() => folder.remove());

  it('adds a version with its canonical content, hash and period, and an event for each', async () => {
    expect(await install()).toEqual({ added: [`${ID} 1.0.0`], drafted: [] });
    const [version] = await versions();
    expect(version).toMatchObject({ version: '1.0.0', hash: contentHash(V1), shipped: true });
    expect(JSON.parse(String(version?.['canonical']))).toEqual(V1);
    expect(await periods()).toEqual(['1.0.0 [2025-10-01,)']);
    expect(await stored.rows('SELECT actor, action, entity_id AS id FROM audit_event ORDER BY audit_event.id')).toEqual(
      [
        { actor: 'system', action: 'rule_set_version.published', id: `${ID}/1.0.0` },
        { actor: 'system', action: 'rule_set_version.period_added', id: `${ID}/1.0.0` },
      ],
    );
  });

  it('does nothing the second time, whatever the order of keys and the whitespace', async () => {
    await install();
    const before = await stored.everything();
    const shuffled = Object.fromEntries(Object.entries(V1).reverse());
    folder.write(`${ID}/1.0.0.json`, JSON.stringify(shuffled, null, 4));
    expect(await install()).toEqual({ added: [], drafted: [] });
    expect(await stored.everything()).toEqual(before);
  });

  it('happens once when two processes start at the same moment', async () => {
    const runs = await Promise.all([install(), install(), install()]);
    expect(runs.flatMap(({ added }) => added)).toEqual([`${ID} 1.0.0`]);
    expect(await periods()).toEqual(['1.0.0 [2025-10-01,)']);
  });

  const drafts = () =>
    stored.rows('SELECT version, hash, status, authors, origin FROM rule_set_draft ORDER BY version');

  it('takes a new file as a draft once the database is in use, whether it holds or not, and once', async () => {
    await install();
    folder.write(`${ID}/1.1.0.json`, V2);
    folder.write(`${ID}/1.2.0.json`, broken('1.2.0'));
    inForce(['1.0.0', '2025-10-01', '2026-10-01'], ['1.1.0', '2026-10-01']);
    expect(await install()).toEqual({ added: [], drafted: [`${ID} 1.1.0`, `${ID} 1.2.0`] });
    expect(await drafts()).toMatchObject([
      { version: '1.1.0', hash: contentHash(V2), status: 'draft', authors: ['system'], origin: { kind: 'product' } },
      { version: '1.2.0' },
    ]);
    expect(await periods()).toEqual(['1.0.0 [2025-10-01,)']);
    expect((await versions()).map(({ version }) => version)).toEqual(['1.0.0']);
    const before = await stored.everything();
    expect(await install()).toEqual({ added: [], drafted: [] });
    expect(await stored.everything()).toEqual(before);
  });

  it('takes a rule set that is new as a draft, too', async () => {
    await install();
    folder.write('dust/1.0.0.json', aRuleSet({ id: 'dust' }));
    folder.write('dust/in-force.json', { ruleSet: 'dust', periods: [{ version: '1.0.0', from: '2026-01-01' }] });
    expect(await install()).toEqual({ added: [], drafted: ['dust 1.0.0'] });
    expect(await stored.rows('SELECT id FROM rule_set')).toEqual([{ id: ID }]);
  });

  const stops = async (...told: readonly string[]): Promise<void> => {
    const before = await stored.everything();
    const message = await install().then(
      () => 'installed',
      (error: Error) => error.message,
    );
    for (const part of ['规则集未能安装，服务未启动。', ...told]) expect(message).toContain(part);
    expect(await stored.everything()).toEqual(before);
  };

  it('stops where the file of a published version was changed, and says which and what to do', async () => {
    await install();
    const changed = aRuleSet({ title: aText('Changed') });
    folder.write(`${ID}/1.0.0.json`, changed);
    await stops(
      `${ID}/1.0.0.json`,
      contentHash(V1),
      contentHash(changed),
      '请恢复原文件；需要修改规则的，以新版本号另存。',
      'Restore the file; to amend the rules, add a file with a new version number.',
    );
  });

  it('installs all or nothing: a new version whose scenario fails stops the others, too', async () => {
    folder.write(`${ID}/1.1.0.json`, broken('1.1.0'));
    await stops(`${ID}/1.1.0.json`, 'four-furnaces');
    expect(await versions()).toEqual([]);
  });

  it.each<[string, string, unknown, string]>([
    ['no JSON', `${ID}/1.1.0.json`, '{"id":', 'It is no valid JSON'],
    ['no rule set', `${ID}/1.1.0.json`, { id: ID, version: '1.1.0' }, '/formatVersion'],
    ['a version of another name', `${ID}/1.2.0.json`, V2, 'version 1.1.0 of the rule set small-furnaces'],
    ['a rule set of another name', 'other/1.1.0.json', V2, 'which its place does not say'],
    ['no periods', 'empty/readme.txt', 'x', 'It has no in-force.json'],
    ['overlapping periods', `${ID}/in-force.json`, periodsOf('2025-10-01', '2026-01-01'), '/periods/1/from'],
  ])('stops at a folder with %s', async (_, name, content, told) => {
    folder.write(name, content);
    await stops(told);
  });

  it('stops where there is no such folder', async () => {
    folder.remove();
    await stops('ENOENT', 'RULES_DIR');
  });

  it('proves examples and does not install them; schemas are none', async () => {
    folder.write('schema/rule-set.schema.json', { type: 'object' });
    folder.write('schema/anything.json', 'not looked at');
    folder.write('examples/dust.json', aRuleSet({ id: 'dust-example' }));
    folder.write('examples/deep/1.0.0.json', aRuleSet({ id: 'deep-example' }));
    expect(await install()).toEqual({ added: [`${ID} 1.0.0`], drafted: [] });
    expect(await stored.rows('SELECT id FROM rule_set')).toEqual([{ id: ID }]);
  });

  it('stops at an example that does not hold', async () => {
    folder.write('examples/deep/1.0.0.json', broken('1.0.0'));
    await stops('examples/deep/1.0.0.json', 'four-furnaces');
  });

  it('is told by the readiness, which sees whether the database still has it', async () => {
    const running = installer();
    await running.onApplicationBootstrap();
    expect(await readiness.examine()).toEqual(new Map([['rule_sets', true]]));
    await emptyTables(stored);
    expect(await readiness.examine()).toEqual(new Map([['rule_sets', false]]));
  });
});

/** Only the tests empty these tables: their triggers stand in the way of everybody. */
async function emptyTables(stored: ReturnType<typeof useStored>): Promise<void> {
  const triggers = (state: 'DISABLE' | 'ENABLE'): string =>
    [
      'rule_set_version',
      'rule_set_draft',
      'rule_set_review',
      'rule_set_life_event',
      'record',
      'inspection',
      'finding',
      'measure_event',
      'audit_event',
      'audit_link',
      'audit_chain',
    ]
      .map((table) => `ALTER TABLE ${table} ${state} TRIGGER USER;`)
      .join(' ');
  await stored.rows(
    `${triggers('DISABLE')} TRUNCATE rule_set, rule_set_draft, audit_event, audit_link, audit_chain CASCADE; ${triggers('ENABLE')}`,
  );
}

function periodsOf(...days: readonly string[]): unknown {
  return { ruleSet: ID, periods: days.map((from) => ({ version: '1.0.0', from })) };
}
