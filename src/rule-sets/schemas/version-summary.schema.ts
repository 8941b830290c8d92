import type { FromSchema } from 'json-schema-to-ts';
import { VERSION_STATES } from '../life/version-state';
import { HASH, VERSION } from './properties';

export const VERSION_SUMMARY = {
  title: 'RuleSetVersionSummary',
  description: '规则集的一个已发布版本 · A published version of a rule set',
  type: 'object',
  additionalProperties: false,
  required: ['version', 'hash', 'state', 'shipped', 'publishedAt', 'inForce'],
  properties: {
    version: VERSION,
    hash: HASH,
    state: {
      type: 'string',
      enum: VERSION_STATES,
      description: '当前状态：未定施行期、待施行、施行中、已被替代、已废止、已撤回 · Where it stands today',
    },
    shipped: { type: 'boolean', description: '是否随产品提供 · Whether it came with the product' },
    publishedAt: { type: 'string', format: 'date-time', description: '发布时间 · When it was published' },
    inForce: {
      type: 'array',
      maxItems: 1000,
      description: '生效期 · Periods in force',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['from', 'to'],
        description: '一段生效期 · One period',
        properties: {
          from: { type: 'string', format: 'date', description: '生效首日 · First day in force' },
          to: {
            type: ['string', 'null'],
            format: 'date',
            description: '失效首日，未定的为 null · First day no longer in force; null where it is open',
          },
        },
      },
    },
  },
} as const;

export type VersionSummaryMessage = FromSchema<typeof VERSION_SUMMARY>;
