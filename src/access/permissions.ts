import { Text } from '../core';

/**
 * Everything that can be permitted, named `<what>.<may be done>`, with words for those who give and ask. Every route
 * names one of these, is for everybody who is known (`authenticated`), or is public.
 */
export const PERMISSIONS = {
  'offices.read': { 'zh-CN': '查看监管机构', en: 'see the offices' },
  'offices.change': { 'zh-CN': '设立和终止监管机构', en: 'set up and end offices' },
  'inspectors.read': { 'zh-CN': '查看检查人员及其证件', en: 'see inspectors and their certificates' },
  'inspectors.change': { 'zh-CN': '登记检查人员及其证件', en: 'enter inspectors and their certificates' },
  'register.read': { 'zh-CN': '查看企业台账', en: 'see the register of enterprises' },
  'register.change': { 'zh-CN': '登记企业及其变更', en: 'register enterprises and their changes' },

  'rule_sets.read': { 'zh-CN': '查看规则集', en: 'see the rule sets' },
  'rule_sets.read_drafts': { 'zh-CN': '查看规则集草稿', en: 'see drafts of rule sets' },
  'rule_sets.draft': { 'zh-CN': '起草规则集版本', en: 'begin a draft of a rule set' },
  'rule_sets.edit': { 'zh-CN': '修改规则集草稿并送审', en: 'change a draft and hand it in' },
  'rule_sets.review': { 'zh-CN': '审查规则集草稿', en: 'review a draft' },
  'rule_sets.approve': { 'zh-CN': '批准规则集版本', en: 'approve a version' },
  'rule_sets.publish': { 'zh-CN': '发布规则集版本及其施行期间', en: 'publish a version and its period in force' },
  'comparisons.create': { 'zh-CN': '比较规则集版本', en: 'compare versions of rule sets' },
  'impacts.create': {
    'zh-CN': '测算规则集版本对既有记录的影响',
    en: 'find what a version would change in what is recorded',
  },
  'what_ifs.create': { 'zh-CN': '按假设测算记分', en: 'find what points would be if things were otherwise' },

  'scorings.create': { 'zh-CN': '试算记分', en: 'score facts, storing nothing' },
  'inspections.read': { 'zh-CN': '查看检查', en: 'see inspections' },
  'inspections.create': { 'zh-CN': '登记检查', en: 'record inspections' },
  'inspections.import': { 'zh-CN': '批量登记', en: 'record many records at once' },
  'history.state_known_at': { 'zh-CN': '填写知悉时间', en: 'state when something became known' },
  'findings.rectify': { 'zh-CN': '登记整改', en: 'record rectifications' },
  'findings.reinspect': { 'zh-CN': '登记复查', en: 'record re-inspections' },
  'findings.extend': { 'zh-CN': '登记延期', en: 'record extensions' },
  'findings.annul': { 'zh-CN': '撤销违规记录', en: 'annul findings' },
  'records.annul': { 'zh-CN': '撤销检查、整改、复查和延期记录', en: 'annul records' },
  'standings.read': { 'zh-CN': '查看记分情况', en: 'see standings' },
  'measures.read': { 'zh-CN': '查看监管措施', en: 'see measures' },
  'measures.complete': { 'zh-CN': '登记监管措施完成', en: 'report measures as completed' },

  'certificates.read': { 'zh-CN': '取得记分证明', en: 'obtain certificates of points' },
  'metrics.read': { 'zh-CN': '查看运行指标', en: 'see the figures of the running service' },
  'audit.read': { 'zh-CN': '查看审计记录', en: 'see the audit' },

  'accounts.read': { 'zh-CN': '查看账号', en: 'see accounts' },
  'accounts.change': { 'zh-CN': '管理账号', en: 'keep accounts' },
  'api_keys.read': { 'zh-CN': '查看接口密钥', en: 'see API keys' },
  'api_keys.change': { 'zh-CN': '签发和撤销接口密钥', en: 'issue and revoke API keys' },
} as const satisfies Readonly<Record<string, Text>>;

export type Permission = keyof typeof PERMISSIONS;

export const ALL_PERMISSIONS = Object.keys(PERMISSIONS) as readonly Permission[];
