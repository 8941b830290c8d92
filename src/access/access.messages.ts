import { MessageCatalogue } from '../common/errors/worded-problem';

/** Why a request is not let through, whatever it asks. */
export const ACCESS_MESSAGES = {
  credential_missing: {
    'zh-CN': { message: '未登录，也未提供接口密钥。', mend: '请先登录，或者以 Authorization: Bearer 提供接口密钥。' },
    en: {
      message: 'The request comes from nobody: there is neither a session nor an API key.',
      mend: 'Sign in, or send a key as Authorization: Bearer.',
    },
  },
  permission_missing: {
    'zh-CN': { message: '没有权限：{permission}（{words}）。', mend: '确有需要的，请联系系统管理员。' },
    en: {
      message: 'This needs the permission {permission}: to {words}.',
      mend: 'Ask the system administrator where it is needed.',
    },
  },
  address_closed: {
    'zh-CN': { message: '该地址未开放。', mend: '接口目录见 /docs。' },
    en: { message: 'This address is not open to anybody.', mend: '/docs lists the calls.' },
  },
} satisfies MessageCatalogue;
