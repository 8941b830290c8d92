import { join } from 'node:path';
import { civilDate } from '../../../src/core';
import { FileProblemsError, UsageError } from '../../../src/cli/errors';
import { readHistoryFile, readJson, ruleSetFiles } from '../../../src/cli/load';
import { loadRules } from '../../../src/cli/load-rules';
import { aRuleSet } from '../../support/rule-set.builder';
import { TempFolder } from '../../support/temp-folder';

const failure = (work: () => unknown): unknown => {
  try {
    work();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
};

describe('loading files', () => {
  let folder: TempFolder;
  beforeEach(() => (folder = new TempFolder()));
  afterEach(() => folder.remove());

  describe('readJson', () => {
    it('reads UTF-8 with or without a byte order mark', () => {
      expect(readJson(folder.write('a.json', '\ufeff{"名称": 1}'))).toEqual({ 名称: 1 });
    });

    it('says where a file stops being JSON', () => {
      const file = folder.write('bad.json', '{\n  "a": 1,\n  "b": 2,\n}');
      expect(failure(() => readJson(file))).toMatchObject({
        code: 'not_json',
        params: { file, line: 4, column: 1, near: '}' },
      });
    });

    it.each<[string, string, (folder: TempFolder) => string]>([
      ['a missing file', 'file_missing', ({ path }) => join(path, 'none.json')],
      ['a folder', 'not_a_file', ({ path }) => path],
      ['GBK', 'not_utf8', (temp) => temp.write('gbk.json', Buffer.from([0x22, 0xd6, 0xd0, 0x22]))],
      ['an empty file', 'not_json', (temp) => temp.write('empty.json', '')],
      [
        'more than 64 MiB',
        'file_too_large',
        (temp) => temp.write('large.json', Buffer.alloc(64 * 1024 * 1024 + 1, 32)),
      ],
    ])('refuses %s', (_, code, file) => {
      const error = failure(() => readJson(file(folder)));
      expect(error).toBeInstanceOf(UsageError);
      expect(error).toMatchObject({ code });
    });
  });

  describe('ruleSetFiles', () => {
    it('finds the rule sets below a folder in the order of their names, and what is in force', () => {
      const files = ['b/2.0.0.json', 'b/1.0.0.json', 'a/1.0.0.json'].map((name) => folder.write(name, {}));
      const inForce = folder.write('b/in-force.json', {});
      ['schema/x.schema.json', '.hidden/1.json', 'b/notes.md', 'b/.1.json'].forEach((name) => folder.write(name, {}));
      expect(ruleSetFiles(folder.path)).toEqual({ ruleSets: [files[2], files[1], files[0]], inForce: [inForce] });
    });

    it('takes a file as it is named', () => {
      const file = folder.write('draft.txt', {});
      expect(ruleSetFiles(file)).toEqual({ ruleSets: [file], inForce: [] });
    });

    it('refuses a folder without any', () => {
      expect(failure(() => ruleSetFiles(folder.path))).toMatchObject({ code: 'no_rule_sets' });
    });
  });

  describe('readHistoryFile', () => {
    it('checks the shape before anything else', () => {
      const file = folder.write('h.json', { formatVersion: 1, records: [{ type: 'inspection', key: 'a' }] });
      const error = failure(() => readHistoryFile(file));
      expect(error).toBeInstanceOf(FileProblemsError);
      expect(error).toMatchObject({ file });
    });

    it('refuses nesting that would overflow what reads it', () => {
      const file = folder.write('h.json', `${'['.repeat(50_000)}${']'.repeat(50_000)}`);
      expect(failure(() => readHistoryFile(file))).toMatchObject({ problems: [{ code: 'limit_depth' }] });
    });
  });

  describe('loadRules', () => {
    const day = civilDate('2026-03-05');
    const inForce = (...periods: readonly object[]): unknown => ({ ruleSet: 'small-furnaces', periods });

    it('uses one file for every day', async () => {
      const rules = await loadRules(folder.write('any.json', aRuleSet()), day);
      expect(rules.rulesFor(civilDate('1999-01-01'))).toBe(rules.asOf);
    });

    it('uses the version in force on each day from a folder', async () => {
      folder.write('1.0.0.json', aRuleSet());
      folder.write('1.1.0.json', aRuleSet({ version: '1.1.0' }));
      folder.write(
        'in-force.json',
        inForce({ version: '1.0.0', from: '2021-10-01', to: '2026-01-01' }, { version: '1.1.0', from: '2026-01-01' }),
      );
      const rules = await loadRules(folder.path, day);
      const versions = ['2021-09-30', '2025-12-31', '2026-01-01'].map(
        (text) => rules.rulesFor(civilDate(text))?.identity.version,
      );
      expect(versions).toEqual([undefined, '1.0.0', '1.1.0']);
      expect(rules.asOf.identity.version).toBe('1.1.0');
    });

    it('says that no version is in force on the day asked for', async () => {
      folder.write('1.0.0.json', aRuleSet());
      const file = folder.write('in-force.json', inForce({ version: '1.0.0', from: '2026-10-01' }));
      const problems = [{ code: 'no_version_in_force', path: '/periods', value: day }];
      await expect(loadRules(folder.path, day)).rejects.toMatchObject({ file, problems });
    });

    it('refuses a folder without in-force.json, and two files of one version', async () => {
      folder.write('1.0.0.json', aRuleSet());
      await expect(loadRules(folder.path, day)).rejects.toMatchObject({ code: 'no_in_force' });
      folder.write('copy.json', aRuleSet());
      folder.write('in-force.json', inForce({ version: '1.0.0', from: '2021-10-01' }));
      await expect(loadRules(folder.path, day)).rejects.toMatchObject({ code: 'version_twice' });
    });

    it('names the file of a version that is no rule set', async () => {
      const file = folder.write('1.0.0.json', { ...aRuleSet(), items: [] });
      folder.write('in-force.json', inForce({ version: '1.0.0', from: '2021-10-01' }));
      await expect(loadRules(folder.path, day)).rejects.toMatchObject({ file });
    });
  });
});
