import { MessageCatalogue } from '../../problems/message.types';

/** What can be wrong with the regime of a rule set. */
export const REGIME_MESSAGES = {
  beside_regime: {
    'zh-CN': {
      message: '规则集已写明 regime，不能再写“{property}”。',
      mend: '请只保留其中一种写法：简单写法用 accumulation 和 ladder，扩展写法用 regime。',
    },
    en: {
      message: 'The rule set has a regime, and "{property}" beside it.',
      mend: 'Keep one form: accumulation and ladder, or regime.',
    },
  },
  no_items: {
    'zh-CN': {
      message: '规则集没有任何记分事项。',
      mend: '请在 items（检查事项）或者 regime.items（案件事项）中至少列出一项。',
    },
    en: {
      message: 'The rule set has no item at all.',
      mend: 'List at least one in "items" (of inspections) or in "regime.items" (of cases).',
    },
  },
  unknown_date: {
    'zh-CN': {
      message: '没有 {value} 这一日期名称。',
      mend: '请使用 regime.dates 中列出的代码；检查发现的问题可用 found、deadline、completed、passed。',
    },
    en: {
      message: 'There is no date named {value}.',
      mend: 'Use a code from "regime.dates", or found, deadline, completed or passed of a finding.',
    },
  },
  unknown_tag: {
    'zh-CN': { message: '没有 {value} 这一标记。', mend: '请使用 regime.tags 中列出的代码，或者在其中补充。' },
    en: { message: 'There is no tag {value}.', mend: 'Use a code from "regime.tags", or add it there.' },
  },
  unknown_score: {
    'zh-CN': { message: '没有 {value} 这一得分。', mend: '请使用 regime.scores 中列出的代码。' },
    en: { message: 'There is no score {value}.', mend: 'Use a code from "regime.scores".' },
  },
  unknown_band: {
    'zh-CN': { message: '该得分没有 {value} 这一等次。', mend: '请使用该得分 bands 中列出的代码。' },
    en: { message: 'The score has no band {value}.', mend: 'Use a code from its "bands".' },
  },
  unknown_measure: {
    'zh-CN': { message: '没有 {value} 这一措施。', mend: '请使用 regime.measures 中列出的代码，或者在其中补充。' },
    en: { message: 'There is no measure {value}.', mend: 'Use a code from "regime.measures", or add it there.' },
  },
  unknown_multiplier: {
    'zh-CN': { message: '没有 {value} 这一按次加倍规则。', mend: '请使用 regime.multipliers 中写有 repeat 的代码。' },
    en: {
      message: 'There is no multiplier {value} that counts repetitions.',
      mend: 'Use the code of an entry of "regime.multipliers" that has repeat.',
    },
  },
  unknown_case: {
    'zh-CN': { message: '情景的记录中没有标识为 {value} 的案件。', mend: '请核对标识。' },
    en: { message: 'The scenario records no case {value}.', mend: 'Check the key.' },
  },
  not_rising: {
    'zh-CN': { message: '{value} 不大于前一个数 {previous}。', mend: '请从小到大排列，不得相等。' },
    en: {
      message: '{value} is not greater than {previous} before it.',
      mend: 'Order them from the least, without repetition.',
    },
  },
  band_from: {
    'zh-CN': {
      message: '等次的起点填写有误，收到的是 {value}。',
      mend: '第一个等次不写 from，其余各等次都要写明 from。',
    },
    en: {
      message: 'The lower edge of a band is misplaced; received {value}.',
      mend: 'The first band has no from; every other has one.',
    },
  },
  cycle_needed: {
    'zh-CN': {
      message: '得分 {value} 没有记分周期，不能按周期计算。',
      mend: '请在该得分的 life.cycle 中写明周期，或者改用不依赖周期的写法。',
    },
    en: {
      message: 'The score {value} has no cycle, so nothing can be counted by it.',
      mend: 'Give it a cycle in life.cycle, or do without.',
    },
  },
  case_needed: {
    'zh-CN': {
      message: '此处没有案件，不能查看案件的 {value}。',
      mend: '请只使用企业台账事实、得分、措施数和案件数。',
    },
    en: {
      message: 'There is no case here whose {value} could be looked at.',
      mend: 'Use only register facts, scores, and numbers of measures and cases.',
    },
  },
  subject_date: {
    'zh-CN': {
      message: '{value} 不是企业台账提供的日期类事实。',
      mend: '请在 facts 中写明该事实，类型为 date，来源为 register。',
    },
    en: {
      message: '{value} is no fact of type date supplied by the register.',
      mend: 'Declare it in facts with type date and suppliedBy register.',
    },
  },
  enum_needed: {
    'zh-CN': { message: '{value} 不是枚举类事实，不能按取值查表。', mend: '请使用 enum 类型的事实，或者改用 table。' },
    en: {
      message: '{value} is no enum fact, so nothing can be looked up by its values.',
      mend: 'Use a fact of type enum, or a table.',
    },
  },
  regime_rounding_missing: {
    'zh-CN': {
      message: '结果可能多于三位小数，未写明舍入方式。',
      mend: '请写明 rounding（权数为 weightRounding），例如 half_up。',
    },
    en: {
      message: 'The result can need more than three decimal places and no rounding is declared.',
      mend: 'Declare rounding (weightRounding for weights), such as half_up.',
    },
  },
} satisfies MessageCatalogue;
