import { runRules } from '../../../../src/cli/run-rules';
import { aRuleSet } from '../../../support/rule-set.builder';
import { TempFolder } from '../../../support/temp-folder';

describe('score', () => {
  let folder: TempFolder;
  beforeEach(() => (folder = new TempFolder()));
  afterEach(() => folder.remove());

  const score = (facts: unknown, ...more: readonly string[]): ReturnType<typeof runRules> => {
    const [ruleSet, file] = [folder.write('rules.json', aRuleSet()), folder.write('facts.json', facts)];
    return runRules(['score', '--rule-set', ruleSet, '--facts', file, ...more]);
  };
  const busy = { furnaces: { total: 9, idle: 1 }, alarm: { kind: 'none' }, site: { closed: false } };

  it('shows every item with its outcome and points, after what the rule set is', async () => {
    const { stdout, exitCode } = await score(busy, '--lang', 'en');
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^\[worked example, not an official text\] small-furnaces 1\.0\.0\n/);
    expect(stdout).toMatch(/│ A1 +│ Too many furnaces in use │ violated +│ +6 │/);
    expect(stdout).toMatch(/│ A2 +│ No alarm, or not tested +│ not checked │ +0 │ missing: alarm\.tested │/);
    expect(stdout).toContain('Points of this inspection: 6.');
    expect(stdout).toContain('Items not checked: 1; once they are, the points lie between 6 and 6.5.');
  });

  it('says in Chinese that all was checked', async () => {
    const { stdout } = await score({ ...busy, alarm: { kind: 'none', tested: '2026-01-05' } });
    expect(stdout).toContain('本次检查记 6.5 分。\n全部事项均已检查。');
    expect(stdout).toContain('违规');
  });

  it('explains each violation leaf by leaf', async () => {
    const { stdout } = await score(busy, '--explain', '--lang', 'en');
    expect(stdout).toMatch(/│ applies when: +│ +│ +│ +│ true +│/);
    expect(stdout).toMatch(/│ 　Closed down +│ no +│ is +│ no +│ true +│/);
    expect(stdout).toMatch(/│ 　Furnaces in use +│ 8 +│ is more than │ 2 +│ true +│/);
    expect(stdout).toMatch(/│ costs 6 when:/);
    expect(stdout).toMatch(/│ 　　Furnaces in use +│ 8 +│ is at most +│ 5 +│ false +│/);
    expect(stdout).toContain('Legal basis: Notice 1 Article 5');
  });

  it('gives programs the score with its traces', async () => {
    const { stdout } = await score(busy, '--json');
    expect(JSON.parse(stdout)).toMatchObject({
      points: 6,
      pointsRange: { min: 6, max: 6.5 },
      complete: false,
      items: [
        { item: 'A1', trace: { condition: { fact: 'furnaces.busy', found: 8 } } },
        { item: 'A2', missingFacts: ['alarm.tested'] },
      ],
    });
  });

  it('names the file and the fact that does not fit', async () => {
    const facts = { furnaces: { total: 'two' }, alarms: 1 };
    const { stdout, stderr, exitCode } = await score(facts, '--lang', 'en');
    expect([stdout, exitCode]).toEqual(['', 1]);
    ['facts.json', '/furnaces/total', '"two"', '/alarms', 'Problems found: 2.'].forEach((text) =>
      expect(stderr).toContain(text),
    );
    const json = await score(facts, '--json');
    expect(json.exitCode).toBe(1);
    expect(JSON.parse(json.stdout)).toMatchObject({ problems: [{ path: '/furnaces/total' }, { path: '/alarms' }] });
  });
});
