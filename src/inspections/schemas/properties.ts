import { PATTERNS } from '../../core';

/** Properties that several messages about inspections, findings and standings share. */

export const ID = { type: 'string', format: 'uuid', maxLength: 36, description: '编号 · Id' } as const;

export const RULE_SET_ID = {
  type: 'string',
  minLength: 1,
  maxLength: 80,
  pattern: PATTERNS.id,
  description: '规则集名称 · Id of the rule set',
  example: 'taizhou-hailing-furnace',
} as const;

export const VERSION = {
  type: 'string',
  minLength: 5,
  maxLength: 32,
  description: '规则集版本号 · Version of the rule set',
  example: '1.0.0',
} as const;

export const SUBJECT_CODE = {
  type: 'string',
  minLength: 1,
  maxLength: 64,
  description: '统一社会信用代码 · Unified social credit code',
  example: '91000000MA0000001R',
} as const;

export const DAY = {
  type: 'string',
  format: 'date',
  maxLength: 10,
  description: '日期 · Calendar day in the time zone of the rule set',
  example: '2026-03-05',
} as const;

export const KNOWN_AT = {
  type: 'string',
  format: 'date-or-instant',
  maxLength: 35,
  description:
    '知悉时间：日期（指当日终了）或者带时区的时刻 · When it became known: a day (meaning its end) or an instant',
  example: '2026-03-05',
} as const;

export const ITEM = {
  type: 'string',
  minLength: 1,
  maxLength: 64,
  pattern: PATTERNS.code,
  description: '记分事项代码 · Code of the item',
} as const;

export const KEY = {
  type: 'string',
  minLength: 1,
  maxLength: 64,
  pattern: PATTERNS.key,
  description: '记录标识，由报送方给定 · Name of the record in its history, given by whoever sends it',
} as const;

export const FACTS = {
  type: 'object',
  maxProperties: 500,
  additionalProperties: true,
  description:
    '检查事实，按事实目录逐级填写；未检查的不填或者填 null · Facts, nested by their paths; what was not checked is left out or null',
  example: { furnaces: { total: 2, withLeakAlarm: 1 } },
} as const;

export const POINTS = { type: 'number', description: '分值 · Points' } as const;

export const REASON = { type: 'string', minLength: 1, maxLength: 4000, description: '理由 · Reason' } as const;

export const NOTE = { type: 'string', minLength: 1, maxLength: 4000, description: '备注 · Remarks' } as const;

export const TEXT = {
  title: 'Text',
  description: '中英文文本 · A text in both languages',
  type: 'object',
  additionalProperties: false,
  required: ['zh-CN', 'en'],
  properties: {
    'zh-CN': { type: 'string', description: '中文 · Chinese' },
    en: { type: 'string', description: '英文 · English' },
  },
} as const;

export const NAMED_CODE = {
  title: 'NamedCode',
  description: '代码及其名称 · A code and its text',
  type: 'object',
  additionalProperties: false,
  required: ['code', 'text'],
  properties: { code: { type: 'string', description: '代码 · Code' }, text: TEXT },
} as const;

export const RULE_SET_IDENTITY = {
  title: 'RuleSetIdentity',
  description: '规则集名称、版本和内容哈希 · What names a version beyond doubt',
  type: 'object',
  additionalProperties: false,
  required: ['id', 'version', 'hash'],
  properties: {
    id: RULE_SET_ID,
    version: VERSION,
    hash: { type: 'string', description: '规范化内容的 SHA-256 · SHA-256 of the canonical content' },
  },
} as const;

export const POINTS_RANGE = {
  title: 'PointsRange',
  description: '未检查事项查明后仍可能的分值范围 · Within which the points lie once everything is checked',
  type: 'object',
  additionalProperties: false,
  required: ['min', 'max'],
  properties: { min: POINTS, max: POINTS },
} as const;

/** What an item came to, without its explanation. */
export const ITEM_PROPERTIES = {
  item: ITEM,
  outcome: {
    type: 'string',
    enum: ['violated', 'compliant', 'not_applicable', 'not_checked'],
    description: '结果：违规、符合、不适用、未检查 · Outcome',
  },
  points: { type: 'number', description: '计入的分值 · Points that count' },
  ownPoints: {
    type: 'number',
    description: '该事项本身的分值，未扣除互斥 · Points of the violation by itself, before exclusive items are weighed',
  },
  replacedBy: {
    ...ITEM,
    type: ['string', 'null'],
    description: '代为计分的互斥事项 · The exclusive item that counts in its place',
  },
  missingFacts: {
    type: 'array',
    items: { type: 'string', description: '事实路径 · Path of a fact' },
    description: '尚缺的事实 · The base facts that would settle it',
  },
} as const;

export const ITEM_REQUIRED = ['item', 'outcome', 'points', 'ownPoints', 'replacedBy', 'missingFacts'] as const;
