import { MessageCatalogue } from '../common/errors/worded-problem';

/** What can be wrong with what is asked of the tree of offices. */
export const OFFICES_MESSAGES = {
  office_exists: {
    'zh-CN': {
      message: '编号为 {value} 的监管机构已经存在。',
      mend: '请核对编号；机构更名或者调整的，以新编号设立，并终止原机构。',
    },
    en: {
      message: 'There is an office with the code {value} already.',
      mend: 'Check the code; an office that is renamed or reorganised is set up under a new one and the old one ended.',
    },
  },
  office_unknown: {
    'zh-CN': { message: '没有编号为 {value} 的监管机构。', mend: '请核对编号，或者先设立该机构。' },
    en: { message: 'There is no office with the code {value}.', mend: 'Check the code, or set up the office first.' },
  },
  office_out_of_reach: {
    'zh-CN': {
      message: '监管机构 {value} 不在您的管辖范围内。',
      mend: '请改填本机构或者其下级机构；确需办理的，请上级机构办理。',
    },
    en: {
      message: 'The office {value} is not within your reach.',
      mend: 'Name your own office or one below it, or have it done by the office above.',
    },
  },
  office_not_valid: {
    'zh-CN': { message: '监管机构 {value} 在 {day} 无效，其有效期为{period}。', mend: '请改填当日有效的机构。' },
    en: {
      message: 'The office {value} is not valid on {day}; it is {period}.',
      mend: 'Name an office that is valid on that day.',
    },
  },
  office_parent_missing: {
    'zh-CN': { message: '该层级的监管机构须有上级机构。', mend: '请在 parent 中填写上级机构的编号。' },
    en: { message: 'An office of this level needs one above it.', mend: 'Give the code of that office as "parent".' },
  },
  office_parent_unexpected: {
    'zh-CN': { message: '辖区没有上级机构，收到的是 {value}。', mend: '请删除 parent。' },
    en: { message: 'A jurisdiction has no office above it; received {value}.', mend: 'Leave "parent" out.' },
  },
  office_parent_level: {
    'zh-CN': {
      message: '监管机构 {value} 的层级为 {found}，不能作为该层级机构的上级。',
      mend: '请改填层级为 {expected} 的机构。',
    },
    en: {
      message: 'The office {value} is a {found}, which cannot stand above this level.',
      mend: 'Name an office of the level {expected}.',
    },
  },
  office_parent_days: {
    'zh-CN': {
      message: '上级机构 {value} 的有效期（{period}）未覆盖本机构的有效期。',
      mend: '请调整起止日期，或者改填其他上级机构。',
    },
    en: {
      message: 'The office above it, {value}, is {period}, which does not cover the days of this one.',
      mend: 'Change the days, or name another office above it.',
    },
  },
  office_days_reversed: {
    'zh-CN': {
      message: '终止日期 {value} 不晚于起始日期 {from}。',
      mend: '终止日期是不再有效的首日，应晚于起始日期。',
    },
    en: {
      message: 'The end {value} is not after the beginning {from}.',
      mend: 'The end is the first day on which the office is no longer valid; use a later one.',
    },
  },
  office_ended: {
    'zh-CN': { message: '监管机构 {office} 的终止日期已定为 {to}。', mend: '终止日期确定后不再变更。' },
    en: { message: 'The office {office} has its end set to {to}.', mend: 'An end that was set is not changed.' },
  },
  office_has_offices: {
    'zh-CN': {
      message: '下级机构 {child} 在 {value} 及以后仍然有效。',
      mend: '请先终止下级机构。',
    },
    en: {
      message: 'The office {child} below it is still valid on {value} or later.',
      mend: 'End the offices below it first.',
    },
  },
  office_has_subjects: {
    'zh-CN': {
      message: '{value} 及以后仍有企业由该机构监管，例如 {subject}。',
      mend: '请先将其转由其他机构监管。',
    },
    en: {
      message: 'On {value} or later this office is still in charge of enterprises, such as {subject}.',
      mend: 'Move them to another office first.',
    },
  },
} satisfies MessageCatalogue;
