import type { FromSchema } from 'json-schema-to-ts';

/** Wider than a name is: what people type is normalised, and a wrong one answered like a wrong password. */
const TYPED_NAME = {
  type: 'string',
  minLength: 1,
  maxLength: 200,
  description: '账号名 · Account name',
  example: 'zhang.san',
} as const;

const PASSWORD = {
  type: 'string',
  writeOnly: true,
  minLength: 1,
  maxLength: 500,
  description: '口令 · Password',
} as const;

export const SIGN_IN = {
  title: 'SignIn',
  description: '登录 · Whoever signs in',
  type: 'object',
  additionalProperties: false,
  required: ['name', 'password'],
  properties: { name: TYPED_NAME, password: PASSWORD },
} as const;

export const PASSWORD_CHANGE = {
  title: 'PasswordChange',
  description: '修改口令 · A change of one’s own password',
  type: 'object',
  additionalProperties: false,
  required: ['current', 'new'],
  properties: {
    current: { ...PASSWORD, description: '现用口令 · The present password' },
    new: { ...PASSWORD, description: '新口令，不少于 12 个字符 · The new password, of 12 characters at least' },
  },
} as const;

export type SignInMessage = FromSchema<typeof SIGN_IN>;
export type PasswordChangeMessage = FromSchema<typeof PASSWORD_CHANGE>;
