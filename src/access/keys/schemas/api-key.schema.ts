import type { FromSchema } from 'json-schema-to-ts';
import { pageSchema, PAGE_PROPERTIES } from '../../../common/http/cursor';
import { MACHINE_SCOPES } from '../../account-roles';
import { REACH } from '../../reach/reach.schema';

const ID = { type: 'string', format: 'uuid', description: '编号 · Id' } as const;

const NAME = {
  type: 'string',
  minLength: 1,
  maxLength: 200,
  pattern: '^\\S(.*\\S)?$',
  description: '名称，说明由哪个系统使用 · Name: which system uses it',
  example: '区安全生产监管平台',
} as const;

const SCOPES = {
  type: 'array',
  minItems: 1,
  maxItems: MACHINE_SCOPES.length,
  uniqueItems: true,
  items: { type: 'string', enum: MACHINE_SCOPES, description: '权限 · Permission' },
  description: '权限 · What may be done with it',
} as const;

const instant = (description: string) => ({ type: 'string', format: 'date-time', description }) as const;
const instantOrNone = (description: string) =>
  ({ type: ['string', 'null'], format: 'date-time', description }) as const;

const API_KEY_PROPERTIES = {
  id: ID,
  name: NAME,
  start: {
    type: 'string',
    maxLength: 20,
    description: '密钥的开头，用于辨认 · How the key begins, to tell keys apart',
  },
  scopes: {
    type: 'array',
    maxItems: 200,
    items: { type: 'string', maxLength: 100, description: '权限 · Permission' },
    description:
      '签发时的权限；其后取消的不再有效 · What it was issued for; what machines no longer may does not count',
  },
  reach: REACH,
  createdBy: { type: 'string', maxLength: 200, description: '签发人 · Who issued it, as in the audit' },
  createdAt: instant('签发时间 · When it was issued'),
  expiresAt: instant('失效时间 · When it expires'),
  revokedAt: instantOrNone('撤销时间 · When it was revoked'),
  lastUsedAt: instantOrNone('最近使用时间，精确到分钟 · When it was last used, to the minute'),
} as const;

export const API_KEY = {
  title: 'ApiKey',
  description: '接口密钥，不含密钥本身 · An API key, without the key itself',
  type: 'object',
  additionalProperties: false,
  required: [
    ...(['id', 'name', 'start', 'scopes', 'reach', 'createdBy', 'createdAt', 'expiresAt'] as const),
    ...(['revokedAt', 'lastUsedAt'] as const),
  ],
  properties: API_KEY_PROPERTIES,
} as const;

export const API_KEY_PAGE = pageSchema('ApiKeyPage', API_KEY);

export const API_KEYS_QUERY = {
  type: 'object',
  additionalProperties: false,
  required: ['limit'],
  properties: PAGE_PROPERTIES,
} as const;

export const API_KEY_PARAMS = {
  type: 'object',
  additionalProperties: false,
  required: ['id'],
  properties: { id: ID },
} as const;

export const NEW_API_KEY = {
  title: 'NewApiKey',
  description: '拟签发的接口密钥 · A key to be issued',
  type: 'object',
  additionalProperties: false,
  required: ['name', 'scopes', 'reach', 'expiresAt'],
  properties: {
    name: NAME,
    scopes: SCOPES,
    reach: REACH,
    expiresAt: instant('失效时间，今后 731 天之内 · When it expires, within the next 731 days'),
  },
} as const;

export const ISSUED_API_KEY = {
  title: 'IssuedApiKey',
  description: '签发的接口密钥 · The key as issued',
  type: 'object',
  additionalProperties: false,
  required: ['apiKey', 'key'],
  properties: {
    apiKey: API_KEY,
    key: {
      type: 'string',
      maxLength: 100,
      description: '密钥，只在此处显示一次 · The key itself, shown here and nowhere else',
    },
  },
} as const;

export type ApiKeyMessage = FromSchema<typeof API_KEY>;
export type ApiKeysQuery = FromSchema<typeof API_KEYS_QUERY>;
export type ApiKeyParams = FromSchema<typeof API_KEY_PARAMS>;
export type NewApiKeyMessage = FromSchema<typeof NEW_API_KEY>;
export type IssuedApiKeyMessage = FromSchema<typeof ISSUED_API_KEY>;
