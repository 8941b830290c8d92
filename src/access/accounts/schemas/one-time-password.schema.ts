import type { FromSchema } from 'json-schema-to-ts';
import { ACCOUNT } from './account.schema';

const ONE_TIME_PASSWORD = {
  type: 'string',
  maxLength: 100,
  description: '一次性口令，只在此处显示一次 · The one-time password, shown here and nowhere else',
} as const;

const VALID_UNTIL = {
  type: 'string',
  format: 'date-time',
  description: '一次性口令的失效时间 · Until when it counts',
} as const;

export const CREATED_ACCOUNT = {
  title: 'CreatedAccount',
  description:
    '新设的账号及其一次性口令；关联统一身份的，不设口令 · The account with its one-time password; none where it has an OpenID identity',
  type: 'object',
  additionalProperties: false,
  required: ['account', 'oneTimePassword', 'validUntil'],
  properties: {
    account: ACCOUNT,
    oneTimePassword: { ...ONE_TIME_PASSWORD, type: ['string', 'null'] },
    validUntil: { ...VALID_UNTIL, type: ['string', 'null'] },
  },
} as const;

export const NEW_ONE_TIME_PASSWORD = {
  title: 'NewOneTimePassword',
  description: '重置口令 · What the one-time password is to be like',
  type: 'object',
  additionalProperties: false,
  properties: {
    validHours: {
      type: 'integer',
      minimum: 1,
      maximum: 720,
      description: '有效小时数，不填为 168 · Hours for which it counts; absent: 168',
    },
  },
} as const;

export const ONE_TIME_PASSWORD_ANSWER = {
  title: 'OneTimePassword',
  description: '一次性口令 · A one-time password',
  type: 'object',
  additionalProperties: false,
  required: ['oneTimePassword', 'validUntil'],
  properties: { oneTimePassword: ONE_TIME_PASSWORD, validUntil: VALID_UNTIL },
} as const;

export type CreatedAccountMessage = FromSchema<typeof CREATED_ACCOUNT>;
export type NewOneTimePasswordMessage = FromSchema<typeof NEW_ONE_TIME_PASSWORD>;
export type OneTimePasswordMessage = FromSchema<typeof ONE_TIME_PASSWORD_ANSWER>;
