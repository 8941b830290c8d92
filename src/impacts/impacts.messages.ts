import { MessageCatalogue } from '../common/errors/worded-problem';

/** What can be wrong with what is asked about impacts. */
export const IMPACTS_MESSAGES = {
  impact_job_unknown: {
    'zh-CN': {
      message: '规则集 {ruleSet} 没有影响测算任务 {value}。',
      mend: '请核对任务编号；任务由 POST /api/v1/rule-sets/{ruleSet}/impact 提出。',
    },
    en: {
      message: 'The rule set {ruleSet} has no impact job {value}.',
      mend: 'Check the id; POST /api/v1/rule-sets/{ruleSet}/impact asks for a job.',
    },
  },
  impact_job_ended: {
    'zh-CN': {
      message: '任务已经结束（{state}），不能取消。',
      mend: '无须取消；需要重新测算的，请另行提出。',
    },
    en: {
      message: 'The job has ended ({state}): there is nothing to cancel.',
      mend: 'Ask for another if you need one.',
    },
  },
  impact_beyond_reach: {
    'zh-CN': {
      message: '影响测算涉及全部企业，您的管辖范围不包括全部企业。',
      mend: '请由管辖范围为全部的人员测算和查看。',
    },
    en: {
      message: 'An impact is on all enterprises, by name, and not all of them are within your reach.',
      mend: 'Have somebody ask who reaches everything.',
    },
  },
  impact_of_another_rule_set: {
    'zh-CN': {
      message: '草稿属于规则集 {value}，不属于 {ruleSet}。',
      mend: '请在草稿所属的规则集下测算：既有记录只按其规则集重算。',
    },
    en: {
      message: 'The draft is of the rule set {value}, not of {ruleSet}.',
      mend: 'Ask for it under its own rule set: what is recorded is replayed under the rule set that it was recorded for.',
    },
  },
  impact_of_regime: {
    'zh-CN': {
      message: '版本 {value} 设有案件制度（regime），其影响尚不能测算。',
      mend: '可用 GET /api/v1/rule-sets/{ruleSet}/comparison 比较两个版本。',
    },
    en: {
      message: 'The version {value} has a regime of cases: its impact cannot be found yet.',
      mend: 'GET /api/v1/rule-sets/{ruleSet}/comparison tells what lies between the two.',
    },
  },
} satisfies MessageCatalogue;
