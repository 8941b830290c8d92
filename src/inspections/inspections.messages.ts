import { MessageCatalogue } from '../common/errors/worded-problem';

/** What can be wrong with a record that is sent to be taken into a history, beyond what the core knows. */
export const INSPECTIONS_MESSAGES = {
  subject_unknown: {
    'zh-CN': { message: '台账中没有统一社会信用代码为 {value} 的企业。', mend: '请核对代码；新企业先登记台账。' },
    en: {
      message: 'The register has no enterprise with the code {value}.',
      mend: 'Check the code; enter a new enterprise into the register first.',
    },
  },
  rule_set_unknown: {
    'zh-CN': { message: '没有规则集 {value}。', mend: '请核对名称，已发布的规则集见 GET /rule-sets。' },
    en: { message: 'There is no rule set {value}.', mend: 'Check the id; GET /rule-sets lists the published ones.' },
  },
  version_unknown: {
    'zh-CN': { message: '没有已发布的版本 {value}。', mend: '请核对版本号，已发布的版本见 GET /rule-sets/{ruleSet}。' },
    en: {
      message: 'There is no published version {value}.',
      mend: 'Check the version; GET /rule-sets/{ruleSet} lists the published ones.',
    },
  },
  not_yet_in_register: {
    'zh-CN': { message: '该企业于 {value} 尚未登记台账。', mend: '请核对日期，或者先补登台账。' },
    en: {
      message: 'The enterprise was not yet in the register on {value}.',
      mend: 'Check the day, or complete the register first.',
    },
  },
  office_unknown: {
    'zh-CN': { message: '{day} 没有代码为 {value} 的机构。', mend: '请核对机构代码及其有效期间。' },
    en: { message: 'There was no office {value} on {day}.', mend: 'Check its code and its days of validity.' },
  },
  inspectors_too_few: {
    'zh-CN': { message: '检查人员 {value} 人，少于规定的 {minimum} 人。', mend: '请补充检查人员。' },
    en: { message: 'There were {value} inspectors; {minimum} are required.', mend: 'Name all inspectors.' },
  },
  assistant_inspects: {
    'zh-CN': {
      message: '{value} 既列为检查人员，又列为协助人员。',
      mend: '专家等协助人员不作为检查人员；请保留其中一处。',
    },
    en: {
      message: '{value} is named both as an inspector and as assisting.',
      mend: 'An expert who assists does not inspect; name everybody in one place.',
    },
  },
  future_day: {
    'zh-CN': { message: '{value} 晚于今日（{today}）。', mend: '尚未发生的事项不能登记，请核对日期。' },
    en: {
      message: '{value} is after today ({today}).',
      mend: 'What has not happened cannot be recorded; check the day.',
    },
  },
  future_instant: {
    'zh-CN': { message: '知悉时间 {value} 晚于当前时间。', mend: '请核对时间。' },
    en: { message: 'The instant {value} lies in the future.', mend: 'Check when it became known.' },
  },
  known_too_early: {
    'zh-CN': {
      message: '知悉时间 {value} 早于该企业最近一条记录的知悉时间 {latest}。',
      mend: '补登记录须按知悉时间先后办理；请改用不早于该时间的值。',
    },
    en: {
      message: 'It is said to have become known at {value}, before the latest record of the subject ({latest}).',
      mend: 'Older records are imported in the order in which they became known; state no earlier instant than that.',
    },
  },
  key_taken: {
    'zh-CN': { message: '标识 {value} 已指该企业的另一条记录。', mend: '请使用新的标识。' },
    en: { message: 'The key {value} names another record of the subject already.', mend: 'Use a new key.' },
  },
  finding_unknown: {
    'zh-CN': { message: '没有编号为 {value} 的违规记录。', mend: '请核对编号。' },
    en: { message: 'There is no finding {value}.', mend: 'Check the id.' },
  },
  record_unknown: {
    'zh-CN': { message: '没有编号为 {value} 的记录。', mend: '请核对编号。' },
    en: { message: 'There is no record {value}.', mend: 'Check the id.' },
  },
  annulment_final: {
    'zh-CN': { message: '{value} 是撤销记录，不能再撤销。', mend: '撤销有误的，请重新登记被撤销的事项。' },
    en: {
      message: 'The record {value} is an annulment and cannot be annulled.',
      mend: 'If it was wrong, record anew what it annulled.',
    },
  },
  replacement_unknown: {
    'zh-CN': {
      message: '该企业没有标识为 {value} 的记录，不能作为替代记录。',
      mend: '请先登记替代记录，或者不填写该项。',
    },
    en: {
      message: 'The subject has no record {value} that could take its place.',
      mend: 'Record the replacement first, or leave the property out.',
    },
  },
  version_or_day: {
    'zh-CN': { message: 'version 与 asOf 应当且只能填写一项。', mend: '请保留其中一项。' },
    en: { message: 'Exactly one of version and asOf must be given.', mend: 'Keep one of them.' },
  },
} satisfies MessageCatalogue;
