import type { FromSchema } from 'json-schema-to-ts';
import { RULE_SET_ID, VERSION } from './properties';
import { VERSION_SUMMARY } from './version-summary.schema';

export const RULE_SET_VERSION = {
  title: 'RuleSetVersion',
  description: '规则集的一个已发布版本及其内容 · A published version of a rule set with its content',
  type: 'object',
  additionalProperties: false,
  required: ['id', ...VERSION_SUMMARY.required, 'content'],
  properties: {
    id: RULE_SET_ID,
    ...VERSION_SUMMARY.properties,
    content: {
      type: 'object',
      additionalProperties: true,
      description:
        '发布的内容，格式见 rules/schema/rule-set.schema.json · The content as published; rules/schema/rule-set.schema.json describes it',
    },
  },
} as const;

export const VERSION_PARAMS = {
  type: 'object',
  additionalProperties: false,
  required: ['id', 'version'],
  properties: { id: RULE_SET_ID, version: VERSION },
} as const;

export type RuleSetVersionMessage = FromSchema<typeof RULE_SET_VERSION>;
export type VersionParams = FromSchema<typeof VERSION_PARAMS>;
