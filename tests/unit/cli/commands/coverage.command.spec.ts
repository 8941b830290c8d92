import { runRules } from '../../../../src/cli/run-rules';
import { edited } from '../../../support/edit-json';
import { aRuleSet } from '../../../support/rule-set.builder';
import { TempFolder } from '../../../support/temp-folder';

describe('coverage', () => {
  let folder: TempFolder;
  beforeEach(() => (folder = new TempFolder()));
  afterEach(() => folder.remove());

  it('tells what is seen by group, what is not with path and mend, and the whole', async () => {
    const { stdout, exitCode } = await runRules(['coverage', folder.write('1.json', aRuleSet()), '--lang', 'en']);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/│ small-furnaces 1\.0\.0 +│ Seen │ +Of │/);
    expect(stdout).toMatch(/│ outcomes of items +│ +2 │ +5 │/);
    expect(stdout).toMatch(/│ \/items\/0\/variants\/0 +│ In no scenario does item A1 cost 6/);
    expect(stdout).toContain('Coverage 25.7 % (9 of 35).');
  });

  it('tells it in Chinese', async () => {
    const { stdout } = await runRules(['coverage', folder.write('1.json', aRuleSet())]);
    expect(stdout).toMatch(/│ 事项结论 +│ +2 │ +5 │/);
    expect(stdout).toContain('没有情景使事项 A2 违规。');
    expect(stdout).toContain('覆盖率 25.7%（9/35）。');
  });

  it('tells programs the same', async () => {
    const file = folder.write('1.json', aRuleSet());
    const { stdout } = await runRules(['coverage', file, '--json', '--lang', 'en']);
    const { files } = JSON.parse(stdout) as { files: [{ notSeen: { code: string; path: string; mend: string }[] }] };
    expect(files).toMatchObject([
      {
        ...{ file, id: 'small-furnaces', version: '1.0.0', status: 'example', seen: 9, total: 35, ratio: 9 / 35 },
        scenarios: { passed: 2, failed: 0 },
        groups: { items: { seen: 2, total: 5 }, comparisons: { seen: 5, total: 10 } },
        problems: [],
      },
    ]);
    expect(files[0].notSeen).toHaveLength(26);
    expect(files[0].notSeen[0]).toEqual({
      ...{ code: 'item_compliant', path: '/items/0', message: 'In no scenario is item A1 compliant.' },
      mend: 'Add a scoring scenario with facts that comply with it.',
    });
  });

  it.each([
    ['25', 0],
    ['26', 1],
    ['100', 1],
    ['0', 0],
  ])('with a threshold of %s ends with %d', async (threshold, expected) => {
    const file = folder.write('1.json', aRuleSet());
    const { stdout, exitCode } = await runRules(['coverage', file, '--threshold', threshold, '--lang', 'en']);
    expect(exitCode).toBe(expected);
    expect(stdout.includes(`Below the threshold of ${threshold} %.`)).toBe(expected === 1);
  });

  it.each(['101', '-1', 'half', ' '])('refuses %j as a threshold', async (threshold) => {
    const { exitCode, stderr } = await runRules(['coverage', 'x.json', '--threshold', threshold, '--lang', 'en']);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('The value cannot be used');
  });

  it('fails where a scenario fails, which shows nothing', async () => {
    const file = folder.write('1.json', edited(aRuleSet(), [{ at: '/scenarios/cases/0/expect/points', to: 4 }]));
    const { stdout, exitCode } = await runRules(['coverage', file, '--lang', 'en']);
    expect(exitCode).toBe(1);
    expect(stdout).toContain('/scenarios/cases/0');
    expect(stdout).toMatch(/│ outcomes of items +│ +0 │ +5 │/);
  });

  it('goes on after a file that holds no rule set', async () => {
    folder.write('1.json', '{');
    folder.write('2.json', aRuleSet());
    const { stdout, exitCode } = await runRules(['coverage', folder.path, '--json']);
    const { files } = JSON.parse(stdout) as { files: { problems: { code: string }[]; total?: number }[] };
    expect(files.map(({ problems, total }) => [problems[0]?.code, total])).toEqual([
      ['not_json', undefined],
      [undefined, 35],
    ]);
    expect(exitCode).toBe(2);
  });
});
