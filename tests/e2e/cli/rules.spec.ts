import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { Standing } from '../../../src/core';
import { furnaceDraft, itemOf } from '../../support/comparison.builder';
import { TempFolder } from '../../support/temp-folder';

const ROOT = resolve(__dirname, '../../..');
const RULES = 'rules/taizhou-hailing-furnace';
const STORY = 'docs/examples/furnace-story.history.json';
const ANNULLED = 'docs/examples/furnace-story.annulled.history.json';

interface Ran {
  readonly stdout: string;
  readonly stderr: string;
  readonly status: number | null;
}

function node(args: readonly string[], timeZone = 'UTC'): Ran {
  const env = { ...process.env, TZ: timeZone };
  return spawnSync(process.execPath, args, { cwd: ROOT, env, encoding: 'utf8' });
}

function rules(...args: readonly string[]): Ran {
  return node(['dist/src/cli/rules.js', ...args]);
}

function standing(history: string, asOf: string, ...more: readonly string[]): Standing {
  const ran = rules('standing', '--rule-set', RULES, '--history', history, '--as-of', asOf, '--json', ...more);
  expect(ran).toMatchObject({ status: 0, stderr: '' });
  return JSON.parse(ran.stdout) as Standing;
}

const reached = ({ rungs }: Standing, only: (rung: Standing['rungs'][number]) => boolean): readonly string[] =>
  rungs.filter((rung) => rung.reached && only(rung)).map(({ code }) => code);

// Every test starts processes, and the machine may be busy.
jest.setTimeout(60_000);

describe('npm run rules', () => {
  beforeAll(() => {
    // Compiles when something changed, as `npm run rules` does.
    const built = node(['.config/run-built.mjs', 'tsconfig.build.json', 'src/cli/rules.ts', '--help']);
    if (built.status !== 0) throw new Error(`${built.stdout}${built.stderr}`);
  }, 180_000);

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
    ])('stands on %s at %i', (asOf, total, carried, rungs, newRungs) => {
      const found = standing(STORY, asOf);
      expect(found).toMatchObject({ asOf, total, carried, fullMark: 12, withoutEffect: [] });
      expect(reached(found, () => true)).toEqual(rungs);
      expect(reached(found, ({ isNew }) => isNew)).toEqual(newRungs);
    });

    it('scores the inspections as they were', () => {
      const [F03, F09, F14] = standing(STORY, '2026-03-05').postings;
      expect(F03).toMatchObject({ finding: { item: 'F03' }, points: 2, deadline: '2025-11-22' });
      expect(F09).toMatchObject({ finding: { item: 'F09' }, points: 3, deadline: '2025-12-12' });
      expect(F14).toMatchObject({ finding: { item: 'F14' }, points: 6, deadline: '2026-03-05' });
    });

    it('carries F03 over and clears the others on 1 October', () => {
      const states = standing(STORY, '2026-10-01').postings.map(({ finding, state }) => [finding.item, state]);
      expect(states).toEqual([
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
    ])('%s stands on 2026-03-10, as known at %s, at %i', (history, knownAt, total) => {
      expect(standing(history, '2026-03-10', '--known-at', knownAt).total).toBe(total);
    });

    it('is the same from the folder and from the file of the version', () => {
      const args = ['--history', STORY, '--as-of', '2026-03-05', '--json'];
      const fromFile = rules('standing', '--rule-set', `${RULES}/1.0.0.json`, ...args);
      expect(fromFile.stdout).toBe(rules('standing', '--rule-set', RULES, ...args).stdout);
    });
  });

  it.each([
    ['zh-CN', '累计记分：11 分（满分 12 分）', '参考草案，不是正式文本'],
    ['en', 'Total: 11 of 12', 'reference draft, not an official text'],
  ])('tells people in %s, the notice of the draft first', (lang, total, notice) => {
    const args = ['standing', '--rule-set', RULES, '--history', STORY, '--as-of', '2026-03-05', '--lang', lang];
    const { stdout, status } = rules(...args);
    expect(status).toBe(0);
    expect(stdout.split('\n')[0]).toContain(notice);
    expect(stdout).toContain(total);
  });

  it('scores the inspection of 2026-03-05', () => {
    const args = ['score', '--rule-set', `${RULES}/1.0.0.json`, '--facts', 'docs/examples/furnace-facts.json'];
    expect(JSON.parse(rules(...args, '--json').stdout)).toMatchObject({ points: 6, complete: true });
    expect(rules(...args, '--explain').stdout).toContain('工贸企业重大事故隐患判定标准');
  });

  it('finds the rule sets that come with it valid, and their scenarios hold', () => {
    expect(rules('validate', 'rules')).toMatchObject({ status: 0, stderr: '' });
    const { stdout, status } = rules('test', 'rules', '--json');
    const { files } = JSON.parse(stdout) as { files: { scenarios: number; passed: number }[] };
    expect(status).toBe(0);
    expect(files.every(({ scenarios, passed }) => scenarios > 0 && scenarios === passed)).toBe(true);
  });

  describe('an amendment', () => {
    let folder: TempFolder;
    let amended: string;
    beforeAll(() => {
      folder = new TempFolder();
      const draft = furnaceDraft();
      draft.version = '1.1.0';
      itemOf(draft, 'F09').points = 6;
      itemOf(draft, 'F03').rectification.deadline = { days: 15 };
      amended = folder.write('amended.json', draft);
    });
    afterAll(() => folder.remove());

    it('is told with what it changes for whom', () => {
      const { stdout, stderr, status } = rules('diff', 'taizhou-hailing-furnace@1.0.0', amended);
      expect([status, stderr]).toEqual([0, '']);
      expect(stdout).toContain('以 taizhou-hailing-furnace 1.0.0 为基准，taizhou-hailing-furnace 1.1.0 有严有宽。');
      expect(stdout).toContain('F09 由 3 分（违规）变为 6 分（违规）。');
      expect(stdout).toContain('截至 2027-10-01：累计记分由 2 分变为 0 分');
    });

    it.each([['text'], ['markdown'], ['json']])('is the same bytes as %s in every time zone', (format) => {
      const args = ['dist/src/cli/rules.js', 'diff', `${RULES}/1.0.0.json`, amended, '--format', format];
      const [utc, newYork] = ['UTC', 'America/New_York'].map((timeZone) => node(args, timeZone).stdout);
      expect(newYork).toBe(utc);
      expect(utc).not.toBe('');
    });
  });

  it.each([
    [1, ['validate', 'docs/examples/furnace-facts.json'], '缺少必填项', 'is missing'],
    [1, ['standing', '--rule-set', RULES, '--history', STORY, '--as-of', '2021-09-30'], '没有施行中', 'in force on'],
    [2, ['validate', 'no-such-file.json'], '找不到文件', 'There is no file'],
    [2, ['validate', 'README.md'], '不是有效的 JSON', 'is not JSON'],
    [2, ['validate', '--no-such-option', RULES], '没有选项', 'There is no option'],
  ])('exits with %i of %j, in both languages', (status, args, chinese, english) => {
    const inChinese = rules(...args);
    const inEnglish = rules(...args, '--lang', 'en');
    expect([inChinese.status, inEnglish.status]).toEqual([status, status]);
    // Tables break the lines.
    const flat = ({ stdout, stderr }: Ran): string => `${stdout}${stderr}`.replace(/[\s│]+/g, ' ');
    expect(flat(inChinese).replace(/ /g, '')).toContain(chinese.replace(/ /g, ''));
    expect(flat(inEnglish)).toContain(english);
    expect(() => JSON.parse(rules(...args, '--json').stdout) as unknown).not.toThrow();
  });

  it('shows by its scenarios everything there is to see of the furnace measures', () => {
    const ran = rules('coverage', `${RULES}/1.0.0.json`, '--threshold', '100', '--json');
    expect(ran).toMatchObject({ status: 0, stderr: '' });
    expect(JSON.parse(ran.stdout)).toMatchObject({ files: [{ seen: 292, total: 292, ratio: 1, notSeen: [] }] });
  });

  it('ends with 1 where the scenarios show less than is asked for', () => {
    const ran = rules('coverage', 'rules/examples/shangli-fireworks/1.0.0.json', '--threshold', '90', '--lang', 'en');
    expect(ran).toMatchObject({ status: 1, stderr: '' });
    expect(ran.stdout).toContain('Below the threshold of 90 %.');
  });

  it('gives the same bytes in every time zone', () => {
    const args = ['standing', '--rule-set', RULES, '--history', ANNULLED, '--as-of', '2026-03-10'];
    for (const more of [['--known-at', '2026-03-20'], ['--known-at', '2026-03-10', '--json'], []]) {
      const [utc, newYork] = ['UTC', 'America/New_York'].map(
        (timeZone) => node(['dist/src/cli/rules.js', ...args, ...more], timeZone).stdout,
      );
      expect(newYork).toBe(utc);
      expect(utc).not.toBe('');
    }
  });
});
