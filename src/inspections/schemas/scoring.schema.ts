import { FromSchema } from 'json-schema-to-ts';
import {
  DAY,
  FACTS,
  ITEM_PROPERTIES,
  ITEM_REQUIRED,
  POINTS,
  POINTS_RANGE,
  RULE_SET_ID,
  RULE_SET_IDENTITY,
  VERSION,
} from './properties';
import { ITEM_TRACE } from './trace.schema';

export const NEW_SCORING = {
  title: 'NewScoring',
  description:
    '试算：version 与 asOf 填且只填一项，不存储 · Facts to be scored and not stored; exactly one of version and asOf',
  type: 'object',
  additionalProperties: false,
  required: ['ruleSet', 'facts'],
  properties: {
    ruleSet: RULE_SET_ID,
    version: VERSION,
    asOf: { ...DAY, description: '按该日施行的版本 · The day whose version in force is to score' },
    facts: FACTS,
  },
} as const;

export type NewScoringMessage = FromSchema<typeof NEW_SCORING>;

export const SCORED_ITEM = {
  title: 'ScoredItem',
  description: '一个事项的结果和判断过程 · An item with its outcome and how it came to it',
  type: 'object',
  additionalProperties: false,
  required: [...ITEM_REQUIRED, 'trace'],
  properties: { ...ITEM_PROPERTIES, trace: ITEM_TRACE },
} as const;

export const SCORING = {
  title: 'Scoring',
  description: '试算结果 · What facts come to',
  type: 'object',
  additionalProperties: false,
  required: ['ruleSet', 'asOf', 'points', 'pointsRange', 'complete', 'items'],
  properties: {
    ruleSet: RULE_SET_IDENTITY,
    asOf: {
      ...DAY,
      type: ['string', 'null'],
      description: '请求中的日期 · The day asked for; null where a version was',
    },
    points: POINTS,
    pointsRange: POINTS_RANGE,
    complete: { type: 'boolean', description: '是否全部事项均已检查 · Whether every item was checked' },
    items: {
      type: 'array',
      description: '各事项，按规则集顺序 · Items in the order of the rule set',
      items: SCORED_ITEM,
    },
  },
} as const;
