import { Outcome } from '../../../src/cli/run-shell';
import { runRules } from '../../../src/cli/run-rules';
import { Standing } from '../../../src/core';
import { amendedDraft } from '../../support/comparison.builder';
import { TempFolder } from '../../support/temp-folder';

// As somebody asks them who stands in the folder of the project.
const RULES = 'rules/taizhou-hailing-furnace';
const STORY = 'docs/examples/furnace-story.history.json';
const ANNULLED = 'docs/examples/furnace-story.annulled.history.json';

async function standing(history: string, asOf: string, ...more: readonly string[]): Promise<Standing> {
  const args = ['standing', '--rule-set', RULES, '--history', history, '--as-of', asOf, '--json', ...more];
  const ran = await runRules(args);
  expect(ran).toMatchObject({ exitCode: 0, stderr: '' });
  return JSON.parse(ran.stdout) as Standing;
}

const reached = ({ rungs }: Standing, only: (rung: Standing['rungs'][number]) => boolean): readonly string[] =>
  rungs.filter((rung) => rung.reached && only(rung)).map(({ code }) => code);

describe('the story', () => {
  it.each<[string, number, number, readonly string[], readonly string[]]>([
    ['2025-11-11', 0, 0, [], []],
    ['2025-11-12', 5, 0, ['R3'], ['R3']],
    ['2025-12-03', 5, 0, ['R3'], []],
    ['2025-12-10', 5, 0, ['R3'], []],
    ['2026-03-05', 11, 0, ['R3', 'R6', 'R10'], ['R6', 'R10']],
    ['2026-09-30', 11, 0, ['R3', 'R6', 'R10'], []],
    ['2026-10-01', 2, 2, [], []],
    ['2027-09-30', 2, 2, [], []],
    ['2027-10-01', 0, 0, [], []],
  ])('stands on %s at %i', async (asOf, total, carried, rungs, newRungs) => {
    const found = await standing(STORY, asOf);
    expect(found).toMatchObject({ asOf, total, carried, fullMark: 12, withoutEffect: [] });
    expect(reached(found, () => true)).toEqual(rungs);
    expect(reached(found, ({ isNew }) => isNew)).toEqual(newRungs);
  });

  it('scores the inspections as they were', async () => {
    const [F03, F09, F14] = (await standing(STORY, '2026-03-05')).postings;
    expect(F03).toMatchObject({ finding: { item: 'F03' }, points: 2, deadline: '2025-11-22' });
    expect(F09).toMatchObject({ finding: { item: 'F09' }, points: 3, deadline: '2025-12-12' });
    expect(F14).toMatchObject({ finding: { item: 'F14' }, points: 6, deadline: '2026-03-05' });
  });

  it('carries F03 over and clears the others on 1 October', async () => {
    const { postings } = await standing(STORY, '2026-10-01');
    expect(postings.map(({ finding, state }) => [finding.item, state])).toEqual([
      ['F03', 'carried'],
      ['F09', 'cleared'],
      ['F14', 'cleared'],
    ]);
  });

  it.each([
    [STORY, '2026-03-04', 5],
    [STORY, '2026-03-05', 11],
    [ANNULLED, '2026-03-20', 5],
    [ANNULLED, '2026-03-19', 11],
    [ANNULLED, '2026-03-10', 11],
  ])('%s stands on 2026-03-10, as known at %s, at %i', async (history, knownAt, total) => {
    expect((await standing(history, '2026-03-10', '--known-at', knownAt)).total).toBe(total);
  });

  it('is the same from the folder and from the file of the version', async () => {
    const args = ['--history', STORY, '--as-of', '2026-03-05', '--json'];
    const fromFile = await runRules(['standing', '--rule-set', `${RULES}/1.0.0.json`, ...args]);
    expect(fromFile.stdout).toBe((await runRules(['standing', '--rule-set', RULES, ...args])).stdout);
  });

  it.each([
    ['zh-CN', '累计记分：11 分（满分 12 分）', '参考草案，不是正式文本'],
    ['en', 'Total: 11 of 12', 'reference draft, not an official text'],
  ])('is told to people in %s, the notice of the draft first', async (lang, total, notice) => {
    const args = ['standing', '--rule-set', RULES, '--history', STORY, '--as-of', '2026-03-05', '--lang', lang];
    const { stdout, exitCode } = await runRules(args);
    expect(exitCode).toBe(0);
    expect(stdout.split('\n')[0]).toContain(notice);
    expect(stdout).toContain(total);
  });
});

describe('what comes with the product', () => {
  it('scores the inspection of 2026-03-05', async () => {
    const args = ['score', '--rule-set', `${RULES}/1.0.0.json`, '--facts', 'docs/examples/furnace-facts.json'];
    expect(JSON.parse((await runRules([...args, '--json'])).stdout)).toMatchObject({ points: 6, complete: true });
    expect((await runRules([...args, '--explain'])).stdout).toContain('工贸企业重大事故隐患判定标准');
  });

  it('is valid, and the scenarios of its rule sets hold', async () => {
    expect(await runRules(['validate', 'rules'])).toMatchObject({ exitCode: 0, stderr: '' });
    const { stdout, exitCode } = await runRules(['test', 'rules', '--json']);
    const { files } = JSON.parse(stdout) as { files: { scenarios: number; passed: number }[] };
    expect(exitCode).toBe(0);
    expect(files.every(({ scenarios, passed }) => scenarios > 0 && scenarios === passed)).toBe(true);
  });

  it('shows by its scenarios everything there is to see of the furnace measures', async () => {
    const ran = await runRules(['coverage', `${RULES}/1.0.0.json`, '--threshold', '100', '--json']);
    expect(ran).toMatchObject({ exitCode: 0, stderr: '' });
    expect(JSON.parse(ran.stdout)).toMatchObject({ files: [{ seen: 292, total: 292, ratio: 1, notSeen: [] }] });
  });

  it.each(['validate', 'test', 'coverage'])('passes %s with the example of a new sector', async (command) => {
    const more = command === 'coverage' ? ['--threshold', '100'] : [];
    const ran = await runRules([command, 'docs/examples/dust-explosion.json', ...more]);
    expect(ran).toMatchObject({ exitCode: 0, stderr: '' });
  });

  it('has the exit code 1 where the scenarios show less than is asked for', async () => {
    const fireworks = 'rules/examples/shangli-fireworks/1.0.0.json';
    const ran = await runRules(['coverage', fireworks, '--threshold', '90', '--lang', 'en']);
    expect(ran).toMatchObject({ exitCode: 1, stderr: '' });
    expect(ran.stdout).toContain('Below the threshold of 90 %.');
  });
});

describe('an amendment', () => {
  const folder = new TempFolder();
  afterAll(() => folder.remove());

  it('is told with what it changes for whom', async () => {
    const amended = folder.write('amended.json', amendedDraft());
    const { stdout, stderr, exitCode } = await runRules(['diff', 'taizhou-hailing-furnace@1.0.0', amended]);
    expect([exitCode, stderr]).toEqual([0, '']);
    expect(stdout).toContain('以 taizhou-hailing-furnace 1.0.0 为基准，taizhou-hailing-furnace 1.1.0 有严有宽。');
    expect(stdout).toContain('F09 由 3 分（违规）变为 6 分（违规）。');
    expect(stdout).toContain('截至 2027-10-01：累计记分由 2 分变为 0 分');
  });
});

it.each([
  [1, ['validate', 'docs/examples/furnace-facts.json'], '缺少必填项', 'is missing'],
  [1, ['standing', '--rule-set', RULES, '--history', STORY, '--as-of', '2021-09-30'], '没有施行中', 'in force on'],
  [2, ['validate', 'no-such-file.json'], '找不到文件', 'There is no file'],
  [2, ['validate', 'README.md'], '不是有效的 JSON', 'is not JSON'],
  [2, ['validate', '--no-such-option', RULES], '没有选项', 'There is no option'],
])('has the exit code %i for %j, in both languages', async (code, args, chinese, english) => {
  const [inChinese, inEnglish] = [await runRules(args), await runRules([...args, '--lang', 'en'])];
  expect([inChinese.exitCode, inEnglish.exitCode]).toEqual([code, code]);
  // Tables break the lines.
  const flat = ({ stdout, stderr }: Outcome): string => `${stdout}${stderr}`.replace(/[\s│]+/g, ' ');
  expect(flat(inChinese).replace(/ /g, '')).toContain(chinese.replace(/ /g, ''));
  expect(flat(inEnglish)).toContain(english);
  const { stdout } = await runRules([...args, '--json']);
  expect(() => JSON.parse(stdout) as unknown).not.toThrow();
});
