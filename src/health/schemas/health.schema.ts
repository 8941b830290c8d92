import { FromSchema } from 'json-schema-to-ts';

export const LIVE = {
  title: 'Live',
  description: '服务在运行 · The service runs',
  type: 'object',
  additionalProperties: false,
  required: ['status'],
  properties: { status: { const: 'live', description: '状态 · State' } },
} as const;

export const READY = {
  title: 'Ready',
  description: '服务可以办理请求 · The service can take requests',
  type: 'object',
  additionalProperties: false,
  required: ['status', 'checks'],
  properties: {
    status: { const: 'ready', description: '状态 · State' },
    checks: {
      type: 'array',
      maxItems: 50,
      items: { type: 'string', maxLength: 64 },
      description: '通过的检查 · The checks that passed',
    },
  },
} as const;

export type Live = FromSchema<typeof LIVE>;
export type Ready = FromSchema<typeof READY>;
