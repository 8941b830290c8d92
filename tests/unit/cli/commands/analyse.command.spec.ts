import { runRules } from '../../../../src/cli/run-rules';
import { edited } from '../../../support/edit-json';
import { aRuleSet } from '../../../support/rule-set.builder';
import { TempFolder } from '../../../support/temp-folder';

describe('analyse', () => {
  let folder: TempFolder;
  beforeEach(() => (folder = new TempFolder()));
  afterEach(() => folder.remove());

  const faulty = (): unknown => {
    const ruleSet = aRuleSet();
    const [first, ...others] = ruleSet.items;
    const condition = { fact: 'furnaces.total', operator: 'greaterThan', value: 100 };
    return { ...ruleSet, scenarios: undefined, items: [{ ...first, condition, variants: undefined }, ...others] };
  };

  it('ends well where nothing is amiss', async () => {
    const { stdout, exitCode } = await runRules(['analyse', folder.write('1.json', aRuleSet()), '--lang', 'en']);
    expect(exitCode).toBe(0);
    expect(stdout).toContain('small-furnaces 1.0.0: 2 items analysed, and 0 pairs of items (0 left out).');
    expect(stdout).toContain('Nothing was found amiss.');
  });

  it('tells what is amiss with its severity, path and mend, and ends with 1 for an error', async () => {
    const file = folder.write('1.json', faulty());
    const { stdout, exitCode } = await runRules(['analyse', file]);
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(/│ 错误 +│ \/items\/0\/condition +│ 事项 A1 不可能违规/);
    expect(stdout).toMatch(/│ 警告 +│ \/facts\/1 +│/);
  });

  it('tells programs the same, with an example', async () => {
    const file = folder.write('1.json', faulty());
    const { stdout } = await runRules(['analyse', file, '--json', '--lang', 'en']);
    const { files } = JSON.parse(stdout) as { files: [{ findings: { code: string }[] }] };
    expect(files).toMatchObject([{ file, id: 'small-furnaces', pairs: { searched: 0, leftOut: 0 }, problems: [] }]);
    expect(files[0].findings.find(({ code }) => code === 'item_never_violated')).toMatchObject({
      severity: 'error',
      path: '/items/0/condition',
      facts: { 'site.closed': false },
    });
  });

  it('ends well with warnings alone, and tells the problems of what is no rule set', async () => {
    const unread = {
      path: 'site.extra',
      type: 'boolean',
      text: { 'zh-CN': '另', en: 'Extra' },
      suppliedBy: 'inspector',
    };
    const warned = folder.write('1.json', { ...aRuleSet(), facts: [...aRuleSet().facts, unread] });
    expect(await runRules(['analyse', warned, '--lang', 'en'])).toMatchObject({ exitCode: 0 });
    const broken = folder.write('2.json', edited(aRuleSet(), [{ at: '/items/0/points', to: 'many' }]));
    const { stdout, exitCode } = await runRules(['analyse', broken, '--lang', 'en']);
    expect(exitCode).toBe(1);
    expect(stdout).toContain('/items/0/points');
  });
});
