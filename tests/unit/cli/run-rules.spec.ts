import { runRules } from '../../../src/cli/run-rules';

describe('wrong use', () => {
  it.each([
    [[], '没有写明命令。', 'No command is given.'],
    [['mend'], '没有命令“mend”。', 'There is no command "mend".'],
    [['validate'], '没有写明文件（files）。', 'No file is named (files).'],
    [['validate', '--fast', 'x.json'], '没有选项“--fast”。', 'There is no option "--fast".'],
    [['score', '--facts', 'x'], '缺少选项“--rule-set <file>”。', 'The option "--rule-set <file>" is missing.'],
    [['score', '--rule-set'], '选项“--rule-set <file>”后面没有写值。', 'The option "--rule-set <file>" has no value.'],
    [['test', 'none.json'], '找不到文件 none.json。', 'There is no file none.json.'],
    [
      ['standing', '--rule-set', 'x', '--history', 'y', '--as-of', '2026-02-30'],
      '--as-of 的值“2026-02-30”不是有效日期。',
      'The value "2026-02-30" of --as-of is no calendar day.',
    ],
  ])('%j has exit code 2 and says what to do', async (args, chinese, english) => {
    const [inChinese, inEnglish] = [await runRules(args), await runRules(['--lang', 'en', ...args])];
    expect(inChinese).toMatchObject({ stdout: '', exitCode: 2 });
    expect(inChinese.stderr.split('\n')[0]).toBe(chinese);
    expect(inEnglish.stderr.split('\n')[0]).toBe(english);
    expect(inEnglish.stderr.trimEnd().split('\n')).toHaveLength(2);
  });

  it('tells programs the same on standard output', async () => {
    const { stdout, stderr, exitCode } = await runRules(['test', 'none.json', '--json', '--lang=en']);
    expect(exitCode).toBe(2);
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toMatchObject({ problems: [{ code: 'file_missing', file: 'none.json' }] });
  });

  it('refuses a language it does not speak', async () => {
    const { stderr, exitCode } = await runRules(['--lang', 'fr', 'test', 'x']);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('fr');
  });
});

describe('the usage', () => {
  it.each([
    [['--help'], '用法：'],
    [['standing', '--help', '--lang', 'en'], 'Global options:'],
  ])('%j is fine', async (args, expected) => {
    const { stdout, exitCode } = await runRules(args);
    expect(exitCode).toBe(0);
    expect(stdout).toContain(expected);
  });
});
