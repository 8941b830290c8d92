import { MessageCatalogue } from '../common/errors/worded-problem';

/** What can be wrong with what is asked of the register of enterprises. */
export const SUBJECTS_MESSAGES = {
  credit_code_invalid: {
    'zh-CN': {
      message: '{value} 不是有效的统一社会信用代码。',
      mend: '请按营业执照核对十八位代码，末位为校验码。',
    },
    en: {
      message: '{value} is no unified social credit code.',
      mend: 'Check the 18 characters against the business licence; the last one is a check character.',
    },
  },
  subject_exists: {
    'zh-CN': { message: '企业 {value} 已经登记。', mend: '内容有变化的，请提交变更。' },
    en: {
      message: 'The enterprise {value} is in the register already.',
      mend: 'Send a change where something changed.',
    },
  },
  subject_unknown: {
    'zh-CN': { message: '台账中没有企业 {value}。', mend: '请核对统一社会信用代码，或者先登记该企业。' },
    en: {
      message: 'The register has no enterprise {value}.',
      mend: 'Check the unified social credit code, or register the enterprise first.',
    },
  },
  subject_not_yet: {
    'zh-CN': { message: '企业 {value} 在 {day} 尚未列入台账。', mend: '请查询 {from} 及以后的日期。' },
    en: { message: 'The enterprise {value} was not yet in the register on {day}.', mend: 'Ask about {from} or later.' },
  },
  day_in_future: {
    'zh-CN': { message: '日期 {value} 晚于今天（{today}）。', mend: '请核对日期；尚未发生的变更，待发生后登记。' },
    en: {
      message: 'The day {value} is after today ({today}).',
      mend: 'Check the day; what has not happened yet is recorded once it has.',
    },
  },
  before_first_entry: {
    'zh-CN': { message: '日期 {value} 早于该企业列入台账的首日 {from}。', mend: '请改为该日或者以后的日期。' },
    en: {
      message: 'The day {value} is before the first one of this enterprise in the register, {from}.',
      mend: 'Use that day or a later one.',
    },
  },
  attribute_of_its_own: {
    'zh-CN': { message: '“{fact}”由台账的 {property} 提供，不作为属性填写。', mend: '请删除该项，改填 {property}。' },
    en: {
      message: '"{fact}" is what the register has as {property}; it is no attribute.',
      mend: 'Leave it out and set {property}.',
    },
  },
  attribute_not_of_register: {
    'zh-CN': {
      message: '“{fact}”在规则集 {ruleSet} 中不取自台账，收到的值为 {value}。',
      mend: '请删除该项；须检查的事实随检查填写。',
    },
    en: {
      message: 'The rule set {ruleSet} does not take "{fact}" from the register; received {value}.',
      mend: 'Leave it out; what is inspected is entered with an inspection.',
    },
  },
  attribute_overlap: {
    'zh-CN': {
      message: '“{fact}”与“{other}”不能并存：一个路径是另一个的上级。',
      mend: '请核对事实路径。',
    },
    en: {
      message: '"{fact}" and "{other}" cannot both be: one path leads through the other.',
      mend: 'Check the path of the fact.',
    },
  },
} satisfies MessageCatalogue;
