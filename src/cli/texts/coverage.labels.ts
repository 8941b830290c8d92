import { SightGroup, Text } from '../../core';

/** Labels of `coverage`. */
export const COVERAGE_LABELS = {
  aboutCoverage: { 'zh-CN': '情景覆盖：情景验证了规则集的哪些部分', en: 'what the scenarios show of a rule set' },
  optThreshold: {
    'zh-CN': '覆盖率下限（百分数）；低于下限时退出码为 1',
    en: 'least coverage in per cent; below it the exit code is 1',
  },
  seen: { 'zh-CN': '已见', en: 'Seen' },
  ofAll: { 'zh-CN': '应见', en: 'Of' },
  notSeen: { 'zh-CN': '情景未见：', en: 'What no scenario shows:' },
  missing: { 'zh-CN': '缺少', en: 'What is missing' },
  allSeen: { 'zh-CN': '情景已覆盖全部应见内容。', en: 'The scenarios show everything.' },
  coverageIs: { 'zh-CN': '覆盖率 {percent}%（{seen}/{total}）。', en: 'Coverage {percent} % ({seen} of {total}).' },
  belowThreshold: {
    'zh-CN': '低于下限 {threshold}%。',
    en: 'Below the threshold of {threshold} %.',
  },
} satisfies Readonly<Record<string, Text>>;

export const SIGHT_GROUPS: Readonly<Record<SightGroup, Text>> = {
  items: { 'zh-CN': '事项结论', en: 'outcomes of items' },
  comparisons: { 'zh-CN': '条件中的比较', en: 'comparisons of conditions' },
  variants: { 'zh-CN': '分值变化', en: 'variants' },
  rungs: { 'zh-CN': '阶梯各档', en: 'rungs of the ladder' },
  dates: { 'zh-CN': '期限和周期日期', en: 'deadlines and days of cycles' },
};
