import { comparisonMarkdown } from '../../../../src/core/comparison/report-markdown';
import { comparisonText } from '../../../../src/core/comparison/report-text';
import { RuleSetComparison } from '../../../../src/core/comparison/comparison.types';
import { compareRuleSets } from '../../../../src/core/comparison/compare-rule-sets';
import { changedFurnace, compareWithChanged, itemOf } from '../../../support/comparison.builder';

describe('the reports of a comparison', () => {
  let comparison: RuleSetComparison;
  beforeAll(async () => {
    comparison = await compareWithChanged((draft) => {
      draft.version = '1.1.0';
      itemOf(draft, 'F09').points = 6;
      itemOf(draft, 'F09').title['zh-CN'] = '未设置漏炉报警装置 | <b>*';
      itemOf(draft, 'F03').rectification.deadline = { days: 15 };
    });
  });

  it('state the baseline and the direction before anything else', () => {
    expect(comparisonText(comparison, 'zh-CN').split('\n').slice(0, 4)).toEqual([
      '原：taizhou-hailing-furnace 1.0.0 海陵区涉炉企业安全生产记分管理办法（参考草案）',
      '现：taizhou-hailing-furnace 1.1.0 海陵区涉炉企业安全生产记分管理办法（参考草案）',
      '以 taizhou-hailing-furnace 1.0.0 为基准，taizhou-hailing-furnace 1.1.0 有严有宽。',
      '记分事项：原 22 项，现 22 项；增加 0 项，删去 0 项，改号 0 项，移位 0 项，修改 2 项。',
    ]);
  });

  it('tell each change in a sentence, with its effect and an example', () => {
    const text = comparisonText(comparison, 'en');
    expect(text).toContain('    Points: from 3 points to 6 points.\n    Effect: Stricter: every value was searched');
    expect(text).toContain(
      '    Example: 2027-09-19: an inspection finds F03 (to be put right by 2027-10-04 instead of 2027-09-29) violated; ' +
        '2027-09-30: put right; 2027-09-30: passes re-inspection. As of 2027-10-01: the total goes from 2 to 0 ' +
        '(carried over: from 2 to 0).\n',
    );
    expect(text).toContain('Version: from 1.0.0 to 1.1.0.');
  });

  it('make a table for the gazette, with nothing of the texts taken for markup', () => {
    const lines = comparisonMarkdown(comparison, 'zh-CN').split('\n');
    expect(lines[0]).toBe('# 修改对照表');
    const table = lines.filter((line) => line.startsWith('|'));
    expect(table.slice(0, 2)).toEqual(['| 条款 | 原规定 | 新规定 | 说明 |', '| --- | --- | --- | --- |']);
    expect(table).toHaveLength(6);
    expect(table[2]).toMatch(/^\| F03 从业人员.*<br>整改期限 \| 10 日 \| 15 日 \| 期限的影响：更宽：/);
    expect(table[3]).toContain('未设置漏炉报警装置 \\| \\<b\\>\\*');
    expect(table[4]).toBe('| F09<br>分值 | 3 分 | 6 分 |  |');
    for (const line of table) expect(line.replace(/\\\|/g, '').split('|')).toHaveLength(6);
  });

  it('say that nothing changed', async () => {
    const compiled = changedFurnace();
    const same = await compareRuleSets(compiled, compiled);
    expect(comparisonText(same, 'zh-CN').split('\n').slice(2)).toEqual(['两者内容完全相同。', '']);
    expect(comparisonMarkdown(same, 'en')).toContain('Nothing is amended.');
  });

  it('warn where two different rule sets are compared', async () => {
    const found = await compareWithChanged((draft) => (draft.id = 'another'));
    expect(comparisonText(found, 'en')).toContain('These are two different rule sets.');
  });

  it('are the same every time', async () => {
    const again = await compareWithChanged((draft) => {
      draft.version = '1.1.0';
      itemOf(draft, 'F09').points = 6;
      itemOf(draft, 'F09').title['zh-CN'] = '未设置漏炉报警装置 | <b>*';
      itemOf(draft, 'F03').rectification.deadline = { days: 15 };
    });
    expect(JSON.stringify(again)).toBe(JSON.stringify(comparison));
  });
});
