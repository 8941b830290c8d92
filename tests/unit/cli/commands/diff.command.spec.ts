import { runRules } from '../../../../src/cli/run-rules';
import { RuleSetComparison } from '../../../../src/core';
import { furnaceDraft, itemOf } from '../../../support/comparison.builder';
import { aRuleSet } from '../../../support/rule-set.builder';
import { TempFolder } from '../../../support/temp-folder';

const FURNACE = 'taizhou-hailing-furnace@1.0.0';

describe('diff', () => {
  let folder: TempFolder;
  beforeEach(() => (folder = new TempFolder()));
  afterEach(() => folder.remove());

  const amended = (): string => {
    const draft = furnaceDraft();
    draft.version = '1.1.0';
    itemOf(draft, 'F09').points = 6;
    return folder.write('amended.json', draft);
  };

  it('tells what lies between an installed version and a file, after what both are', async () => {
    const { stdout, stderr, exitCode } = await runRules(['diff', FURNACE, amended(), '--lang', 'en']);
    expect([stderr, exitCode]).toEqual(['', 0]);
    expect(stdout).toMatch(/^\[reference draft, not an official text\] taizhou-hailing-furnace 1\.0\.0\n/);
    expect(stdout).toContain('[reference draft, not an official text] taizhou-hailing-furnace 1.1.0');
    expect(stdout).toContain(
      'Against taizhou-hailing-furnace 1.0.0 as the baseline, taizhou-hailing-furnace 1.1.0 is stricter as a whole.',
    );
    expect(stdout).toContain('F09 goes from 3 points (violated) to 6 points (violated).');
  });

  it('makes a table of amendments, with what both are as a quotation', async () => {
    const { stdout, exitCode } = await runRules(['diff', FURNACE, amended(), '--format', 'markdown']);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^> 【参考草案，不是正式文本】taizhou-hailing-furnace 1\.0\.0\n> /);
    expect(stdout).toContain('\n\n# 修改对照表\n');
    expect(stdout).toContain('| 3 分 | 6 分 |');
  });

  it.each([['--json'], ['--format=json']])('gives programs the comparison: %s', async (option) => {
    const { stdout, exitCode } = await runRules(['diff', FURNACE, amended(), option]);
    expect(exitCode).toBe(0);
    const found = JSON.parse(stdout) as RuleSetComparison;
    expect(found).toMatchObject({ equal: false, old: { version: '1.0.0' }, new: { version: '1.1.0' } });
    expect(found.items.map(({ code }) => code)).toEqual(['F09']);
  });

  it('has the same exit code where nothing differs', async () => {
    const { stdout, exitCode } = await runRules(['diff', FURNACE, FURNACE]);
    expect(exitCode).toBe(0);
    expect(stdout).toContain('两者内容完全相同。');
  });

  it('names the file that is no rule set, and what to mend', async () => {
    const file = folder.write('broken.json', aRuleSet({ status: 'final' as never }));
    const { stdout, stderr, exitCode } = await runRules(['diff', FURNACE, file, '--lang', 'en']);
    expect([stdout, exitCode]).toEqual(['', 1]);
    expect(stderr).toContain('/status');
  });

  it.each([
    [['diff', FURNACE, 'none@1.0.0'], '找不到文件 rules/none/1.0.0.json。'],
    [['diff', FURNACE], '没有写明文件（new）。'],
    [['diff', FURNACE, FURNACE, '--format', 'pdf'], '选项的值不可用：--format <format> → pdf。'],
  ])('%j has exit code 2 and says why', async (args, expected) => {
    const { stdout, stderr, exitCode } = await runRules(args);
    expect([stdout, exitCode]).toEqual(['', 2]);
    expect(stderr.split('\n')[0]).toBe(expected);
  });

  it('tells programs a failure as JSON too', async () => {
    const { stdout, exitCode } = await runRules(['diff', FURNACE, 'none.json', '--format', 'json']);
    expect(exitCode).toBe(2);
    expect(JSON.parse(stdout)).toMatchObject({ problems: [{ code: 'file_missing', file: 'none.json' }] });
  });
});
