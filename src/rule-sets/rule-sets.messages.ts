import { MessageCatalogue } from '../common/errors/worded-problem';

/** What can be wrong with what is asked about rule sets. */
export const RULE_SETS_MESSAGES = {
  rule_set_unknown: {
    'zh-CN': { message: '没有规则集 {value}。', mend: '请核对编号，规则集目录见 GET /api/v1/rule-sets。' },
    en: { message: 'There is no rule set {value}.', mend: 'Check the id; GET /api/v1/rule-sets lists them.' },
  },
  version_unknown: {
    'zh-CN': {
      message: '规则集 {ruleSet} 没有版本 {value}。',
      mend: '请核对版本号，版本目录见 GET /api/v1/rule-sets/{ruleSet}。',
    },
    en: {
      message: 'The rule set {ruleSet} has no version {value}.',
      mend: 'Check the number; GET /api/v1/rule-sets/{ruleSet} lists the versions.',
    },
  },
} satisfies MessageCatalogue;
