import { MessageCatalogue } from '../../common/errors/worded-problem';

/** What can be wrong with what is asked of accounts, keys and passwords. */
export const ACCOUNTS_MESSAGES = {
  account_exists: {
    'zh-CN': { message: '账号名 {value} 已被使用。', mend: '请改用其他账号名。' },
    en: { message: 'The account name {value} is taken.', mend: 'Choose another one.' },
  },
  account_unknown: {
    'zh-CN': { message: '没有编号为 {value} 的账号。', mend: '请核对编号，账号目录见 GET /accounts。' },
    en: { message: 'There is no account with the id {value}.', mend: 'Check the id; GET /accounts lists them.' },
  },
  account_last_administrator: {
    'zh-CN': {
      message: '这是最后一个可用的系统管理员账号，不能停用或者取消其角色。',
      mend: '请先另设一名系统管理员。',
    },
    en: {
      message: 'This is the last system administrator who can sign in; it cannot be disabled or lose the role.',
      mend: 'Create another system administrator first.',
    },
  },
  role_exclusive: {
    'zh-CN': { message: '“{role}”不得兼任其他角色。', mend: '请只保留这一角色，或者为其他角色另设账号。' },
    en: {
      message: 'The role "{role}" cannot be combined with another one.',
      mend: 'Leave it alone, or create another account for the other role.',
    },
  },
  reach_not_of_role: {
    'zh-CN': { message: '“{role}”的管辖范围不能为 {value}。', mend: '请改为：{allowed}。' },
    en: { message: 'The role "{role}" cannot have the reach {value}.', mend: 'Use one of: {allowed}.' },
  },
  open_id_taken: {
    'zh-CN': { message: '该统一身份已关联其他账号。', mend: '请核对 issuer 和 subject。' },
    en: { message: 'Another account has this OpenID identity.', mend: 'Check issuer and subject.' },
  },
  password_wrong: {
    'zh-CN': { message: '现用口令不正确。', mend: '请核对后重新填写；多次失败的，账号将暂时锁定。' },
    en: {
      message: 'The present password is not right.',
      mend: 'Check it and try again; after several failures the account is locked for a while.',
    },
  },
  password_short: {
    'zh-CN': { message: '口令少于 {shortest} 个字符。', mend: '请改用更长的口令，几个不相关的词语连写即可。' },
    en: {
      message: 'The password has fewer than {shortest} characters.',
      mend: 'Choose a longer one; some unrelated words will do.',
    },
  },
  password_plain: {
    'zh-CN': { message: '口令由太少的几个字符重复而成。', mend: '请改用不重复的口令。' },
    en: { message: 'The password repeats too few characters.', mend: 'Choose one that is less repetitive.' },
  },
  password_guessable: {
    'zh-CN': {
      message: '口令容易被猜中：主要由账号名或者常见口令组成。',
      mend: '请改用与账号名和常见口令无关的口令。',
    },
    en: {
      message: 'The password is easily guessed: most of it is the account name or a common password.',
      mend: 'Choose one that has nothing to do with either.',
    },
  },
  password_unchanged: {
    'zh-CN': { message: '新口令与现用口令相同。', mend: '请改用其他口令。' },
    en: { message: 'The new password is the present one.', mend: 'Choose another one.' },
  },
  api_key_unknown: {
    'zh-CN': { message: '没有编号为 {value} 的接口密钥。', mend: '请核对编号，密钥目录见 GET /api-keys。' },
    en: { message: 'There is no API key with the id {value}.', mend: 'Check the id; GET /api-keys lists them.' },
  },
  api_key_expiry: {
    'zh-CN': { message: '接口密钥的失效时间须在今后 {days} 天之内，收到的是 {value}。', mend: '请改填期限内的时间。' },
    en: {
      message: 'A key expires within the next {days} days; received {value}.',
      mend: 'Give an instant within them.',
    },
  },
} satisfies MessageCatalogue;
