import { MessageCatalogue } from '../common/errors/worded-problem';

/** What can be wrong with inspectors and their certificates. */
export const INSPECTORS_MESSAGES = {
  certificate_number_invalid: {
    'zh-CN': { message: '{value} 不能作为执法证号。', mend: '请按证件填写：不含空格，至多 64 个字符。' },
    en: {
      message: '{value} cannot be the number of a certificate.',
      mend: 'Give it as on the certificate: without spaces, and at most 64 characters.',
    },
  },
  inspector_exists: {
    'zh-CN': { message: '证号为 {value} 的检查人员已经登记。', mend: '续期、注销的，请在该证号下登记。' },
    en: {
      message: 'There is an inspector with the certificate {value} already.',
      mend: 'Enter renewals and revocations under that number.',
    },
  },
  inspector_unknown: {
    'zh-CN': { message: '没有证号为 {value} 的检查人员。', mend: '请核对执法证号；只填姓名的，请改填证号。' },
    en: {
      message: 'There is no inspector with the certificate {value}.',
      mend: 'Check the number; where a name was given, give the number of the certificate.',
    },
  },
  inspector_not_valid: {
    'zh-CN': {
      message: '{name}（{office}）的执法证 {value} 在 {day} 无效，{validity}。',
      mend: '请核对检查日期和证号；证件已续期的，先登记续期。',
    },
    en: {
      message: 'The certificate {value} of {name}, office {office}, is not valid on {day}: it is {validity}.',
      mend: 'Check the day and the number; where it has been renewed, enter the renewal first.',
    },
  },
  certificate_days_reversed: {
    'zh-CN': {
      message: '有效期终止日期 {value} 不晚于起始日期 {from}。',
      mend: '终止日期是不再有效的首日，应晚于起始日期。',
    },
    en: {
      message: 'The end {value} is not after the beginning {from}.',
      mend: 'The end is the first day on which the certificate is no longer valid; use a later one.',
    },
  },
  certificate_valid_already: {
    'zh-CN': {
      message: '执法证 {certificate} 在所填期间内均已有效（{validity}）。',
      mend: '请核对日期；重复登记的，无需再次办理。',
    },
    en: {
      message: 'The certificate {certificate} is valid on all these days already: it is {validity}.',
      mend: 'Check the days; if this was sent before, nothing more is needed.',
    },
  },
  certificate_not_valid_since: {
    'zh-CN': {
      message: '执法证 {certificate} 自 {value} 起已无有效期间，无可注销。',
      mend: '请核对日期；重复登记的，无需再次办理。',
    },
    en: {
      message: 'The certificate {certificate} is not valid on {value} or later, so that there is nothing to revoke.',
      mend: 'Check the day; if this was sent before, nothing more is needed.',
    },
  },
  revoked_in_future: {
    'zh-CN': {
      message: '注销日期 {value} 晚于今天（{today}）。',
      mend: '请核对日期；尚未发生的，待发生后登记。',
    },
    en: {
      message: 'The day {value} is after today ({today}).',
      mend: 'Check the day; what has not happened yet is recorded once it has.',
    },
  },
} satisfies MessageCatalogue;
