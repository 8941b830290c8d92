import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileRuleSet } from '../../../src/core/rule-set/compile';
import { contentHash } from '../../../src/core/rule-set/identity';
import { RuleSet } from '../../../src/core/rule-set/rule-set.types';
import { runScenarios } from '../../../src/core/scenarios/run-scenarios';

const FOLDER = join(__dirname, '../../../rules/examples');

const documents = readdirSync(FOLDER).flatMap((name) =>
  readdirSync(join(FOLDER, name)).map((file) => {
    const document = JSON.parse(readFileSync(join(FOLDER, name, file), 'utf8')) as RuleSet;
    return { name, file, document };
  }),
);

describe('the example regimes', () => {
  it('are seven', () => {
    expect(new Set(documents.map(({ name }) => name)).size).toBe(7);
  });

  describe.each(documents.map((one) => [`${one.name} ${one.file}`, one] as const))('when %s is run', (_, one) => {
    const { document, name, file } = one;
    const rules = compileRuleSet(document);

    it('lies where its id and version say', () => {
      expect([`${document.id}`, `${document.version}.json`]).toEqual([name, file]);
    });

    it('is an example that names its sources and its assumptions', () => {
      expect(document.status).toBe('example');
      expect(document.notice?.en).toContain('not an official text');
      expect(document.sources.some(({ url }) => url !== undefined)).toBe(true);
    });

    it('says of each scenario whether it was published or constructed', () => {
      const texts = document.scenarios?.cases.map(({ text }) => text.en) ?? [];
      expect(texts).not.toHaveLength(0);
      expect(texts.filter((text) => !/^\[(PUB|OWN)\]/.test(text))).toEqual([]);
    });

    it('comes out exactly', async () => {
      const results = await runScenarios(rules);
      expect(results.filter(({ passed }) => !passed)).toEqual([]);
    });

    it('is hashed as the document stands, without the parts of the simple form', () => {
      expect(rules.identity.hash).toBe(contentHash(document));
      expect(JSON.parse(JSON.stringify(rules.ruleSet))).toEqual(document);
    });
  });

  it('have left no trace in the program', () => {
    const codes = documents.flatMap(({ document }) => [
      document.id,
      ...(document.regime?.items ?? []).map(({ code }) => code),
      ...(document.regime?.measures ?? []).map(({ code }) => code),
    ]);
    const names = ['FEHD', 'Singapore', 'Hong Kong', 'Tianjin', 'Shangli', 'totting', 'New South Wales', '香港', '新加坡'];
    const words = [...new Set([...codes.filter((code) => code.includes('-')), ...names])];
    const arguments_ = ['grep', '-n', '-i', '-F', ...words.flatMap((word) => ['-e', word]), '--', 'src', ':!src/demo'];
    let found = '';
    try {
      found = execFileSync('git', arguments_, { cwd: join(FOLDER, '../..'), encoding: 'utf8' });
    } catch (error) {
      // git grep ends with 1 where it finds nothing.
      expect((error as { status: number }).status).toBe(1);
    }
    expect(found).toBe('');
  });
});
