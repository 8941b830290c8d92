import type { FromSchema } from 'json-schema-to-ts';
import { pageSchema, PAGE_PROPERTIES } from '../../../common/http/cursor';
import { ACCOUNT_ROLES, AccountRole } from '../../account-roles';
import { REACH } from '../../reach/reach.schema';

const ROLE_NAMES = Object.keys(ACCOUNT_ROLES) as AccountRole[];

export const ACCOUNT_NAME = {
  type: 'string',
  minLength: 2,
  maxLength: 64,
  pattern: '^[a-z0-9][a-z0-9._@-]*$',
  description:
    '账号名：小写字母、数字和 . _ @ -，以字母或者数字开头，至少两个字符 · Account name: lower-case letters, digits and . _ @ -, beginning with a letter or digit, two characters at least',
  example: 'zhang.san',
} as const;

const ID = { type: 'string', format: 'uuid', description: '编号 · Id' } as const;

const DISPLAY_NAME = {
  type: 'string',
  minLength: 1,
  maxLength: 200,
  pattern: '^\\S(.*\\S)?$',
  description: '姓名或者名称，首尾不留空格 · Name of the person, without spaces at its ends',
  example: '张三',
} as const;

const ROLES = {
  type: 'array',
  minItems: 1,
  maxItems: ROLE_NAMES.length,
  uniqueItems: true,
  items: { type: 'string', enum: ROLE_NAMES, description: '账号角色 · Role of an account' },
  description: '账号角色 · Roles of the account',
} as const;

const OPEN_ID = {
  title: 'OpenIdIdentity',
  type: 'object',
  additionalProperties: false,
  required: ['issuer', 'subject'],
  properties: {
    issuer: {
      type: 'string',
      minLength: 1,
      maxLength: 500,
      pattern: '^https?://\\S+$',
      description: '统一身份认证的 issuer · The issuer of the identity',
    },
    subject: { type: 'string', minLength: 1, maxLength: 255, description: 'issuer 给出的 sub · The "sub" it gives' },
  },
  description: '关联的统一身份（OpenID Connect） · The OpenID Connect identity by which the person may sign in',
} as const;

const OPEN_ID_OR_NONE = { ...OPEN_ID, title: 'OpenIdIdentityOrNone', type: ['object', 'null'] } as const;

const DISABLED = { type: 'boolean', description: '是否停用 · Whether it is disabled' } as const;

export const ACCOUNT = {
  title: 'Account',
  description: '账号 · An account',
  type: 'object',
  additionalProperties: false,
  required: ['id', 'name', 'displayName', 'roles', 'reach', 'openId', 'password', 'disabled', 'createdAt'],
  properties: {
    id: ID,
    name: ACCOUNT_NAME,
    displayName: DISPLAY_NAME,
    roles: ROLES,
    reach: REACH,
    openId: OPEN_ID_OR_NONE,
    password: {
      type: 'string',
      enum: ['none', 'one_time', 'chosen'],
      description: '口令：无、一次性、本人设定 · Password: none, a one-time password, or one the person chose',
    },
    disabled: DISABLED,
    createdAt: { type: 'string', format: 'date-time', description: '设立时间 · When it was created' },
  },
} as const;

export const ACCOUNT_PAGE = pageSchema('AccountPage', ACCOUNT);

export const ACCOUNTS_QUERY = {
  type: 'object',
  additionalProperties: false,
  required: ['limit'],
  properties: PAGE_PROPERTIES,
} as const;

export const ACCOUNT_PARAMS = {
  type: 'object',
  additionalProperties: false,
  required: ['id'],
  properties: { id: ID },
} as const;

export const NEW_ACCOUNT = {
  title: 'NewAccount',
  description: '新设账号 · An account to be created',
  type: 'object',
  additionalProperties: false,
  required: ['name', 'displayName', 'roles', 'reach'],
  properties: { name: ACCOUNT_NAME, displayName: DISPLAY_NAME, roles: ROLES, reach: REACH, openId: OPEN_ID },
} as const;

export const ACCOUNT_CHANGE = {
  title: 'AccountChange',
  description: '账号变更；openId 为 null 表示取消关联 · What changes of an account; null ends the OpenID identity',
  type: 'object',
  additionalProperties: false,
  minProperties: 1,
  properties: {
    displayName: DISPLAY_NAME,
    roles: ROLES,
    reach: REACH,
    openId: OPEN_ID_OR_NONE,
    disabled: DISABLED,
  },
} as const;

export type AccountMessage = FromSchema<typeof ACCOUNT>;
export type AccountsQuery = FromSchema<typeof ACCOUNTS_QUERY>;
export type AccountParams = FromSchema<typeof ACCOUNT_PARAMS>;
export type NewAccountMessage = FromSchema<typeof NEW_ACCOUNT>;
export type AccountChangeMessage = FromSchema<typeof ACCOUNT_CHANGE>;
