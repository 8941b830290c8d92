import type { FromSchema } from 'json-schema-to-ts';
import { ACCOUNT_ROLES, AccountRole } from '../../account-roles';
import { ALL_PERMISSIONS, Permission } from '../../permissions';
import { REACH } from '../../reach/reach.schema';

const ROLE_NAMES = Object.keys(ACCOUNT_ROLES) as AccountRole[];

/** Who asks, and what they may. */
export const ME = {
  title: 'Me',
  description: '当前登录人员或者接口密钥 · Who the request comes from',
  type: 'object',
  additionalProperties: false,
  required: ['kind', 'id', 'name', 'displayName', 'roles', 'permissions', 'reach', 'mustChangePassword'],
  properties: {
    kind: {
      type: 'string',
      enum: ['account', 'api_key'],
      description: '账号或者接口密钥 · A person with an account, or a machine with a key',
    },
    id: { type: 'string', format: 'uuid', description: '编号 · Id' },
    name: { type: 'string', maxLength: 200, description: '账号名或者密钥名称 · Name of the account or key' },
    displayName: { type: 'string', maxLength: 200, description: '姓名或者名称 · Name of the person or machine' },
    roles: {
      type: 'array',
      maxItems: ROLE_NAMES.length,
      items: { type: 'string', enum: ROLE_NAMES, description: '账号角色 · Role of an account' },
      description: '账号角色；接口密钥没有角色 · Roles of the account; none for a key',
    },
    permissions: {
      type: 'array',
      maxItems: ALL_PERMISSIONS.length,
      items: {
        type: 'string',
        enum: ALL_PERMISSIONS as readonly [Permission, ...Permission[]],
        description: '权限 · Permission',
      },
      description: '权限 · What may be done',
    },
    reach: REACH,
    mustChangePassword: {
      type: 'boolean',
      description: '是否须先修改一次性口令 · Whether a password has to be chosen before anything else',
    },
  },
} as const;

export type MeMessage = FromSchema<typeof ME>;
