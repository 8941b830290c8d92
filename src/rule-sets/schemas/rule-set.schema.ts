import type { FromSchema } from 'json-schema-to-ts';
import { pageSchema, PAGE_PROPERTIES } from '../../common/http/cursor';
import { HASH, NAMED_CODE, RULE_SET_ID, STATUS, TEXT, VERSION } from './properties';
import { VERSION_SUMMARY } from './version-summary.schema';

const HEAD = {
  id: RULE_SET_ID,
  title: { ...TEXT, description: '名称 · Title' },
  status: STATUS,
  sector: { ...NAMED_CODE, description: '行业领域 · Sector' },
  jurisdiction: { ...NAMED_CODE, description: '适用辖区 · Jurisdiction' },
} as const;

export const RULE_SET_SUMMARY = {
  title: 'RuleSetSummary',
  description: '规则集及其现行版本 · A rule set and its version in force today',
  type: 'object',
  additionalProperties: false,
  required: ['id', 'title', 'status', 'sector', 'jurisdiction', 'inForce'],
  properties: {
    ...HEAD,
    inForce: {
      type: ['object', 'null'],
      additionalProperties: false,
      required: ['version', 'hash'],
      description: '现行版本，没有的为 null · The version in force today; null where there is none',
      properties: { version: VERSION, hash: HASH },
    },
  },
} as const;

export const RULE_SET_PAGE = pageSchema('RuleSetPage', RULE_SET_SUMMARY);

export const RULE_SET = {
  title: 'RuleSet',
  description: '规则集及其各版本 · A rule set and its versions',
  type: 'object',
  additionalProperties: false,
  required: [...RULE_SET_SUMMARY.required, 'versions'],
  properties: {
    ...RULE_SET_SUMMARY.properties,
    versions: {
      type: 'array',
      maxItems: 1000,
      description: '已发布的版本，先发布的在前 · The published versions, the first published first',
      items: VERSION_SUMMARY,
    },
  },
} as const;

export const RULE_SETS_QUERY = {
  type: 'object',
  additionalProperties: false,
  required: ['limit'],
  properties: PAGE_PROPERTIES,
} as const;

export const RULE_SET_PARAMS = {
  type: 'object',
  additionalProperties: false,
  required: ['id'],
  properties: { id: RULE_SET_ID },
} as const;

export type RuleSetSummaryMessage = FromSchema<typeof RULE_SET_SUMMARY>;
export type RuleSetMessage = FromSchema<typeof RULE_SET>;
export type RuleSetsQuery = FromSchema<typeof RULE_SETS_QUERY>;
export type RuleSetParams = FromSchema<typeof RULE_SET_PARAMS>;
