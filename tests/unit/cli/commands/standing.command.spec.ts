import { runRules } from '../../../../src/cli/run-rules';
import { aRegimeRuleSet } from '../../../support/regime.builder';
import { aRuleSet, aText } from '../../../support/rule-set.builder';
import { TempFolder } from '../../../support/temp-folder';

const facts = {
  furnaces: { total: 4, idle: 0 },
  alarm: { kind: 'none', tested: '2026-01-05' },
  site: { closed: false },
};
const records = [
  { type: 'inspection', key: 'i1', inspectedOn: '2026-03-02', facts },
  { type: 'rectification', key: 'done', finding: { inspection: 'i1', item: 'A1' }, completedOn: '2026-03-09' },
  { type: 'inspection', key: 'i2', inspectedOn: '2026-03-12', facts },
  { type: 'annulment', key: 'undo', decidedOn: '2026-03-20', annuls: { finding: { inspection: 'i1', item: 'A1' } } },
];

describe('standing', () => {
  let folder: TempFolder;
  beforeEach(() => (folder = new TempFolder()));
  afterEach(() => folder.remove());

  const standing = (history: unknown, ...more: readonly string[]): ReturnType<typeof runRules> => {
    const [ruleSet, file] = [folder.write('rules.json', aRuleSet()), folder.write('history.json', history)];
    return runRules(['standing', '--rule-set', ruleSet, '--history', file, ...more]);
  };
  const document = { formatVersion: 1, subject: { code: '91000000MA0000001R', name: '虚构企业' }, records };

  it('shows people the standing, its rungs and its findings', async () => {
    const { stdout, exitCode } = await standing(document, '--as-of', '2026-03-12', '--known-at', '2026-03-19');
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^【示例，不是正式文本】/);
    expect(stdout).toContain('企业：91000000MA0000001R 虚构企业');
    expect(stdout).toContain('所知截止：2026-03-19（即 2026-03-19T15:59:59.999Z）');
    expect(stdout).toContain('累计记分：3.5 分（满分 12 分）');
    expect(stdout).toContain('距下一档：warning（6 分），相差 2.5 分');
    expect(stdout).toMatch(/│ visit +│ +3 │ 2026-03-02 起 +│ 中文：Town/);
    expect(stdout).toMatch(/│ i2 +│ A1 .*│ 未记分 +│ 同一事项的问题尚未复查合格/);
    expect(stdout).not.toContain('未产生效力的记录');
  });

  it('shows the scores, measures and cases of a regime', async () => {
    const regime = aRegimeRuleSet({
      ladders: [
        {
          ...{ code: 'L', score: 'points' },
          rungs: [{ code: 'five', text: aText('Five'), at: 5, measures: ['stop'] }],
        },
      ],
      measures: [{ code: 'stop', text: aText('Stop'), length: { days: 7 } }],
    });
    const cases = [
      { type: 'case', key: 'c1', item: 'P6', dates: { on: '2026-03-02' } },
      { type: 'credit', key: 'odd', credit: 'none', on: '2026-03-03' },
    ];
    const ask = (records: unknown) =>
      runRules([
        ...['standing', '--rule-set', folder.write('regime.json', regime), '--as-of', '2026-03-04', '--lang', 'en'],
        ...['--history', folder.write('cases.json', { formatVersion: 1, records })],
      ]);
    const { stdout, exitCode } = await ask(cases.slice(0, 1));
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/│ Points +│ 6 +│ — +│ 0 +│ 0 +│/);
    expect(stdout).toMatch(/│ Stop +│ five +│ +6 │ 2026-03-02 +│ 2026-03-02 +│ 2026-03-08 +│ running +│/);
    expect(stdout).toMatch(/│ c1 +│ P6 P6 +│ +6 │ counts +│/);
    expect(stdout).not.toContain('Next cycle day');
    expect(await ask(cases)).toMatchObject({ exitCode: 1 });
  });

  it('lists what an annulment left without effect, about the right finding', async () => {
    const { stdout } = await standing(document, '--as-of', '2026-03-21', '--lang', 'en');
    expect(stdout).toContain('As known at: every record');
    expect(stdout).toMatch(/│ done +│ The finding "i1\/A1" has been annulled\. │/);
  });

  it('shows a finding that is overdue', async () => {
    const history = { formatVersion: 1, records: records.slice(0, 1) };
    const { stdout } = await standing(history, '--as-of', '2026-04-01', '--lang', 'en');
    expect(stdout).toContain('Subject: —');
    expect(stdout).toContain('(overdue)');
  });

  it('says that there is nothing where there is nothing', async () => {
    const { stdout } = await standing({ formatVersion: 1, records: [] }, '--as-of', '2026-03-12');
    expect(stdout).toContain('没有违规记录。');
  });

  it('gives programs the standing', async () => {
    const { stdout } = await standing(document, '--as-of', '2026-03-12', '--json');
    expect(JSON.parse(stdout)).toMatchObject({ asOf: '2026-03-12', knownAt: null, total: 3.5, sum: 3.5 });
  });

  it('refuses records that cannot be, each with its place', async () => {
    const late = { type: 'rectification', finding: { inspection: 'i9', item: 'A1' }, completedOn: '2026-03-13' };
    const history = { ...document, records: [...records, late] };
    const { stdout, exitCode } = await standing(history, '--as-of', '2026-03-12', '--json', '--lang', 'en');
    expect(exitCode).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ problems: [{ code: 'no_such_finding', path: '/records/4' }] });
  });

  it('refuses what is no history', async () => {
    const { stderr, exitCode } = await standing({ formatVersion: 2, records: [] }, '--as-of', '2026-03-12');
    expect(exitCode).toBe(1);
    expect(stderr).toContain('/formatVersion');
  });

  it('takes an instant for --known-at, and refuses what is neither a day nor an instant', async () => {
    const known = ['--as-of', '2026-03-12', '--known-at'];
    expect((await standing(document, ...known, '2026-03-19T09:00:00+08:00')).exitCode).toBe(0);
    expect((await standing(document, ...known, 'yesterday')).exitCode).toBe(2);
  });
});
