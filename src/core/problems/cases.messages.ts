import { MessageCatalogue } from './message.types';

/** What can be wrong with the records that only a regime knows. */
export const CASES_MESSAGES = {
  case_without_regime: {
    'zh-CN': {
      message: '该规则版本没有 regime，不能登记 {value} 记录。',
      mend: '请核对规则集；只有写明 regime 的规则集才有这类记录。',
    },
    en: {
      message: 'The version has no regime, so there is no record of the kind {value}.',
      mend: 'Check the rule set: only one with a regime knows such records.',
    },
  },
  unknown_case_item: {
    'zh-CN': { message: '没有 {value} 这一案件记分事项。', mend: '请使用 regime.items 中列出的代码。' },
    en: { message: 'There is no item {value} for cases.', mend: 'Use a code from "regime.items".' },
  },
  unknown_credit: {
    'zh-CN': { message: '没有 {value} 这一减分方式。', mend: '请使用 regime.credits.kinds 中列出的代码。' },
    en: { message: 'There is no credit {value}.', mend: 'Use a code from "regime.credits.kinds".' },
  },
  not_register_fact: {
    'zh-CN': {
      message: '“{fact}”不是企业台账事实，不能用主体记录登记，收到的值为 {value}。',
      mend: '请随案件或者检查填写该事实。',
    },
    en: {
      message: '"{fact}" is no fact of the register and cannot be stated of the subject; received {value}.',
      mend: 'State it with the case or the inspection.',
    },
  },
  case_date_missing: {
    'zh-CN': { message: '记分事项“{item}”的案件缺少日期“{date}”。', mend: '请填写该日期；计算期间要用到它。' },
    en: {
      message: 'A case of the item "{item}" needs the date "{date}".',
      mend: 'State it: a period is counted from it.',
    },
  },
  case_fact_missing: {
    'zh-CN': {
      message: '记分事项“{item}”的案件缺少事实“{fact}”。',
      mend: '请填写该事实；未知不等于否，缺少时不能记分。',
    },
    en: {
      message: 'A case of the item "{item}" needs the fact "{fact}".',
      mend: 'State it: what is not known is not "no".',
    },
  },
  choice_missing: {
    'zh-CN': {
      message: '记分事项“{item}”须由机关裁量分值，案件中没有裁量记录。',
      mend: '请填写 choice：分值、决定人、日期和理由。',
    },
    en: {
      message: 'The points of the item "{item}" are for the authority to choose, and no choice is recorded.',
      mend: 'State the choice: points, by whom, on which day, and why.',
    },
  },
  choice_refused: {
    'zh-CN': { message: '记分事项“{item}”的分值由规则确定，不得裁量。', mend: '请删除 choice。' },
    en: {
      message: 'The rules fix the points of the item "{item}"; there is nothing to choose.',
      mend: 'Leave the choice out.',
    },
  },
  choice_not_allowed: {
    'zh-CN': { message: '记分事项“{item}”只能裁量为 {allowed}，收到的是 {value}。', mend: '请核对分值。' },
    en: { message: 'The points of the item "{item}" may be {allowed}; received {value}.', mend: 'Check the points.' },
  },
  no_such_case: {
    'zh-CN': { message: '没有标识为 {value} 的案件。', mend: '请核对标识；案件被撤销的，无需再登记。' },
    en: { message: 'There is no case {value}.', mend: 'Check the key; of an annulled case nothing more is recorded.' },
  },
  credit_not_eligible: {
    'zh-CN': { message: '减分 {value} 当日不符合条件，不予减分。', mend: '请核对减分条件。' },
    en: {
      message: 'The credit {value} could not be had on its day and has no effect.',
      mend: 'Check the conditions of the credit.',
    },
  },
  credit_cap: {
    'zh-CN': { message: '减分 {value} 已达上限，不予减分。', mend: '本期内不能再减。' },
    en: { message: 'The credit {value} exceeds the cap and has no effect.', mend: 'No more can be had in this time.' },
  },
  no_such_measure: {
    'zh-CN': { message: '没有可以办结的措施：{value}。', mend: '请核对措施代码和日期。' },
    en: {
      message: 'There is no measure that {value} could complete.',
      mend: 'Check the code of the measure and the day.',
    },
  },
} satisfies MessageCatalogue;
