import { MessageCatalogue } from '../../common/errors/worded-problem';

/** Why nobody is signed in by OpenID Connect. */
export const OPEN_ID_MESSAGES = {
  open_id_not_set_up: {
    'zh-CN': { message: '本系统未接入统一身份认证。', mend: '请以账号和口令登录。' },
    en: {
      message: 'No identity provider is set up here.',
      mend: 'Sign in with account name and password.',
    },
  },
  open_id_unavailable: {
    'zh-CN': { message: '统一身份认证系统暂时没有正确答复。', mend: '请稍后重试；有口令的，可以账号和口令登录。' },
    en: {
      message: 'The identity provider does not answer as it should.',
      mend: 'Try again later, or sign in with account name and password if you have one.',
    },
  },
  open_id_not_begun: {
    'zh-CN': {
      message: '没有与此相符的登录：已超过时限、已经用过，或者不是从这个浏览器开始的。',
      mend: '请从头登录。',
    },
    en: {
      message:
        'Nothing was begun that this belongs to: it took too long, was used already, or began in another browser.',
      mend: 'Begin to sign in again.',
    },
  },
  open_id_refused: {
    'zh-CN': { message: '统一身份认证未确认身份。', mend: '请从头登录；仍不成功的，请联系系统管理员。' },
    en: {
      message: 'The identity provider did not confirm who you are.',
      mend: 'Begin to sign in again; if that does not help, ask the system administrator.',
    },
  },
  open_id_not_linked: {
    'zh-CN': {
      message: '没有账号关联统一身份 {value}（{issuer}）。',
      mend: '请将该编号告知系统管理员，由其关联到您的账号（PATCH /api/v1/accounts/{id} 的 openId）。',
    },
    en: {
      message: 'No account is linked to the identity {value} of {issuer}.',
      mend: 'Tell it to the system administrator, who links it to your account (openId of PATCH /api/v1/accounts/{id}).',
    },
  },
  open_id_account_disabled: {
    'zh-CN': { message: '您的账号已停用。', mend: '确需使用的，请联系系统管理员。' },
    en: { message: 'Your account is disabled.', mend: 'Ask the system administrator where it is needed.' },
  },
} satisfies MessageCatalogue;
