import { MessageCatalogue } from '../common/errors/worded-problem';

/** Why a request is not let through, whatever it asks, and why nobody is signed in by it. */
export const ACCESS_MESSAGES = {
  credential_missing: {
    'zh-CN': { message: '未登录，也未提供接口密钥。', mend: '请先登录，或者以 Authorization: Bearer 提供接口密钥。' },
    en: {
      message: 'The request comes from nobody: there is neither a session nor an API key.',
      mend: 'Sign in, or send a key as Authorization: Bearer.',
    },
  },
  session_ended: {
    'zh-CN': { message: '登录已失效。', mend: '请重新登录。' },
    en: { message: 'The session is over.', mend: 'Sign in again.' },
  },
  api_key_invalid: {
    'zh-CN': { message: '接口密钥无效：不存在、已过期或者已撤销。', mend: '请核对密钥，或者请系统管理员另行签发。' },
    en: {
      message: 'The API key does not count: there is none such, it expired, or it was revoked.',
      mend: 'Check it, or ask the system administrator for another one.',
    },
  },
  sign_in_refused: {
    'zh-CN': {
      message: '登录未成功。',
      mend: '请核对账号和口令；多次失败的，账号将暂时锁定，请稍后再试或者联系系统管理员。',
    },
    en: {
      message: 'You are not signed in.',
      mend: 'Check account and password. After several failures an account is locked for a while: try again later, or ask the system administrator.',
    },
  },
  sign_ins_crowded: {
    'zh-CN': { message: '同时登录的人过多。', mend: '请稍后重试。' },
    en: { message: 'Too many people are signing in at once.', mend: 'Try again in a moment.' },
  },
  password_change_due: {
    'zh-CN': { message: '现用口令为一次性口令。', mend: '请先修改口令（POST /api/v1/me/password）。' },
    en: {
      message: 'You are signed in by a one-time password.',
      mend: 'Choose a password of your own first (POST /api/v1/me/password).',
    },
  },
  permission_missing: {
    'zh-CN': { message: '没有权限：{permission}（{words}）。', mend: '确有需要的，请联系系统管理员。' },
    en: {
      message: 'This needs the permission {permission}: to {words}.',
      mend: 'Ask the system administrator where it is needed.',
    },
  },
  session_needed: {
    'zh-CN': { message: '该接口只供登录人员使用。', mend: '请以账号登录后办理。' },
    en: { message: 'This is for people who are signed in.', mend: 'Sign in with an account.' },
  },
  address_closed: {
    'zh-CN': { message: '该地址未开放。', mend: '接口目录见 /docs。' },
    en: { message: 'This address is not open to anybody.', mend: '/docs lists the calls.' },
  },
} satisfies MessageCatalogue;
