import { RegimeCase, RegimeMeasure, Text } from '../../core';

/** The labels of what a regime adds to a standing. */
export const REGIME_LABELS = {
  scores: { 'zh-CN': '得分：', en: 'Scores:' },
  score: { 'zh-CN': '得分', en: 'Score' },
  scoreValue: { 'zh-CN': '分值', en: 'Value' },
  band: { 'zh-CN': '等次', en: 'Band' },
  creditedPoints: { 'zh-CN': '已减', en: 'Credited' },
  carriedPoints: { 'zh-CN': '转入', en: 'Carried' },
  measuresCalled: { 'zh-CN': '已触发或者实施的措施：', en: 'Measures called for or imposed:' },
  calledOn: { 'zh-CN': '触发或者决定', en: 'Called for' },
  firstDay: { 'zh-CN': '起', en: 'From' },
  lastDay: { 'zh-CN': '止', en: 'To' },
  casesHead: { 'zh-CN': '案件：', en: 'Cases:' },
  case: { 'zh-CN': '案件', en: 'Case' },
  item: { 'zh-CN': '事项', en: 'Item' },
  missingRegister: {
    'zh-CN': '未登记的企业台账事实：{facts}。据此得出的结果不确定。',
    en: 'Register facts that nobody has recorded: {facts}. What rests on them is not certain.',
  },
} satisfies Readonly<Record<string, Text>>;

export const MEASURE_STATES: Readonly<Record<RegimeMeasure['state'], Text>> = {
  due: { 'zh-CN': '尚未开始', en: 'due' },
  running: { 'zh-CN': '正在实施', en: 'running' },
  completed: { 'zh-CN': '已办结', en: 'completed' },
  replaced: { 'zh-CN': '已被替代', en: 'replaced' },
};

export const CASE_STATES: Readonly<Record<RegimeCase['state'], Text>> = {
  counts: { 'zh-CN': '计入', en: 'counts' },
  ended: { 'zh-CN': '不再计入', en: 'ended' },
  pending: { 'zh-CN': '尚不计入', en: 'pending' },
  not_posted: { 'zh-CN': '未记分', en: 'not posted' },
};
