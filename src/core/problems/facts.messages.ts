import { MessageCatalogue } from './message.types';

/** What can be wrong with the facts of an inspection. */
export const FACTS_MESSAGES = {
  facts_not_an_object: {
    'zh-CN': {
      message: '事实应为对象，收到的是 {value}。',
      mend: '请按事实目录逐级填写，例如 {"furnaces":{"total":2}}。',
    },
    en: {
      message: 'The facts must be an object; received {value}.',
      mend: 'Write them nested by their paths, such as {"furnaces":{"total":2}}.',
    },
  },
  unknown_fact: {
    'zh-CN': { message: '事实目录中没有“{fact}”，收到的值为 {value}。', mend: '请核对名称，或者从提交内容中删除。' },
    en: {
      message: 'The fact catalogue has no "{fact}"; received {value}.',
      mend: 'Check the name, or leave the fact out.',
    },
  },
  calculated_fact: {
    'zh-CN': {
      message: '“{fact}”由系统计算，不能填写，收到的值为 {value}。',
      mend: '请删除该项，改填计算所依据的事实。',
    },
    en: {
      message: '"{fact}" is calculated and cannot be entered; received {value}.',
      mend: 'Leave it out and enter the facts it is calculated from.',
    },
  },
  register_fact: {
    'zh-CN': {
      message: '“{fact}”取自企业台账，不能随检查填写，收到的值为 {value}。',
      mend: '请删除该项；台账有误的，先更正台账。',
    },
    en: {
      message: '"{fact}" comes from the register and cannot be entered with an inspection; received {value}.',
      mend: 'Leave it out; if the register is wrong, correct the register.',
    },
  },
  fact_type: {
    'zh-CN': {
      message: '“{fact}”应为{expected}，收到的是 {value}。',
      mend: '请按该类型填写；未检查的，不填或者填 null。',
    },
    en: {
      message: '"{fact}" must be {expected}; received {value}.',
      mend: 'Enter a value of that type; leave out what was not checked, or enter null.',
    },
  },
  fact_value: {
    'zh-CN': { message: '“{fact}”只能取 {allowed}，收到的是 {value}。', mend: '请改为其中之一。' },
    en: { message: '"{fact}" must be one of {allowed}; received {value}.', mend: 'Use one of them.' },
  },
  fact_range: {
    'zh-CN': { message: '“{fact}”应在 {range} 之内，收到的是 {value}。', mend: '请核对数值。' },
    en: { message: '"{fact}" must lie within {range}; received {value}.', mend: 'Check the number.' },
  },
  fact_decimals: {
    'zh-CN': { message: '“{fact}”至多 {decimals} 位小数，收到的是 {value}。', mend: '请按规定的位数填写。' },
    en: {
      message: '"{fact}" has at most {decimals} decimal places; received {value}.',
      mend: 'Enter it with no more places than that.',
    },
  },
  calculated_out_of_range: {
    'zh-CN': {
      message: '“{fact}”的计算结果 {value} 超出可以准确表示的范围。',
      mend: '请核对计算所依据的数值。',
    },
    en: {
      message: 'The calculated value {value} of "{fact}" is beyond what can be held exactly.',
      mend: 'Check the numbers it is calculated from.',
    },
  },
} satisfies MessageCatalogue;
