import { runRules } from '../../../../src/cli/run-rules';
import { edited } from '../../../support/edit-json';
import { aRuleSet } from '../../../support/rule-set.builder';
import { TempFolder } from '../../../support/temp-folder';

describe('validate and test', () => {
  let folder: TempFolder;
  beforeEach(() => (folder = new TempFolder()));
  afterEach(() => folder.remove());

  const failing = (): unknown => edited(aRuleSet(), [{ at: '/scenarios/cases/0/expect/points', to: 4 }]);

  it('finds a good rule set good, and tells what it is', async () => {
    const file = folder.write('1.0.0.json', aRuleSet());
    const { stdout, exitCode } = await runRules(['validate', file]);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^【示例，不是正式文本】small-furnaces 1\.0\.0\n/);
    expect(stdout).toMatch(/sha256:[0-9a-f]{64} {2}small-furnaces 1\.0\.0\n/);
    expect(stdout).toContain('未发现问题。');
    const { stdout: json } = await runRules(['validate', file, '--json']);
    expect(JSON.parse(json)).toMatchObject({
      files: [{ file, valid: true, id: 'small-furnaces', version: '1.0.0', items: 2, scenarios: 2, problems: [] }],
    });
  });

  it('tells where, what, the value and the mend of every problem', async () => {
    const file = folder.write('bad.json', edited(aRuleSet(), [{ at: '/items/0/points', to: -1 }, { at: '/title' }]));
    const { stdout, exitCode } = await runRules(['validate', file, '--lang', 'en']);
    expect(exitCode).toBe(1);
    ['/items/0/points', '-1', '/title', 'Problems found: 2.'].forEach((text) => expect(stdout).toContain(text));
    const json = JSON.parse((await runRules(['validate', file, '--json'])).stdout) as {
      files: { valid: boolean; problems: { path: string; mend: string }[] }[];
    };
    expect(json.files[0]?.valid).toBe(false);
    expect(json.files[0]?.problems.map(({ path }) => path)).toEqual(expect.arrayContaining(['/items/0/points']));
    expect(json.files[0]?.problems.every(({ mend }) => mend !== '')).toBe(true);
  });

  it('takes a scenario that fails as a problem of the rule set', async () => {
    const file = folder.write('failing.json', failing());
    const { stdout, exitCode } = await runRules(['validate', file, '--lang', 'en']);
    expect(exitCode).toBe(1);
    expect(stdout).toContain('/scenarios/cases/0');
  });

  it('goes on after a file that is no JSON, which is the graver failure', async () => {
    folder.write('1.json', '{');
    folder.write('2.json', failing());
    const { stdout, exitCode } = await runRules(['validate', folder.path, '--json']);
    const { files } = JSON.parse(stdout) as { files: { problems: { code: string }[] }[] };
    expect(files.map(({ problems }) => problems[0]?.code)).toEqual(['not_json', 'scenario_failed']);
    expect(exitCode).toBe(2);
  });

  it('checks the periods in force against the versions beside them', async () => {
    folder.write('1.0.0.json', aRuleSet());
    const periods = [{ version: '2.0.0', from: '2021-10-01' }];
    folder.write('in-force.json', { ruleSet: 'small-furnaces', periods });
    const { stdout, exitCode } = await runRules(['validate', folder.path, '--lang', 'en']);
    expect(exitCode).toBe(1);
    expect(stdout).toContain('/periods/0/version');
    expect(stdout).toContain('Problems found: 1.');
  });

  it('counts the scenarios of several rule sets', async () => {
    folder.write('1.json', aRuleSet());
    folder.write('2.json', aRuleSet({ version: '1.1.0' }));
    const { stdout, exitCode } = await runRules(['test', folder.path]);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/│ 合计 +│ +│ +4 │ +4 │/);
    expect(stdout).toContain('全部情景通过。');
  });

  it('tells what a failing scenario expected and found', async () => {
    const file = folder.write('failing.json', failing());
    const { stdout, exitCode } = await runRules(['test', file, '--lang', 'en']);
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(/│ four-furnaces Four furnaces in use +│ points │ 4 +│ 3 +│/);
    const json = JSON.parse((await runRules(['test', file, '--json'])).stdout) as unknown;
    expect(json).toMatchObject({
      files: [
        { scenarios: 2, passed: 1, failed: [{ code: 'four-furnaces', mismatches: [{ expected: 4, found: 3 }] }] },
      ],
    });
  });

  it('says so where there is nothing to test', async () => {
    const file = folder.write('bare.json', edited(aRuleSet(), [{ at: '/scenarios' }]));
    const { stdout, exitCode } = await runRules(['test', file]);
    expect(exitCode).toBe(0);
    expect(stdout).toContain('没有情景可供测试。');
  });

  it('shows why a file could not be tested', async () => {
    const file = folder.write('bad.json', edited(aRuleSet(), [{ at: '/items/0/points', to: -1 }]));
    const { stdout, exitCode } = await runRules(['test', file]);
    expect(exitCode).toBe(1);
    expect(stdout).toContain('/items/0/points');
  });
});
