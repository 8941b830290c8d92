import { PATTERNS } from '../../core';

/** Properties that several messages of the register share. */

export const CODE_OF_OFFICE = {
  type: 'string',
  minLength: 1,
  maxLength: 64,
  pattern: PATTERNS.code,
  description: '监管机构编号 · Code of the office',
  example: '321202-sc',
} as const;

/** Wider than a code is: what people type is normalised before it is checked. */
export const CODE_OF_SUBJECT = {
  type: 'string',
  minLength: 1,
  maxLength: 64,
  description: '统一社会信用代码（GB 32100） · Unified social credit code (GB 32100)',
  example: '91000000MA0000001R',
} as const;

export const NAME = {
  type: 'string',
  minLength: 1,
  maxLength: 200,
  pattern: '^\\S(.*\\S)?$',
  description: '名称，首尾不留空格 · Name, without spaces at its ends',
} as const;

export const NAME_EN = { ...NAME, description: '英文名称 · Name in English' } as const;

export const LEVEL = {
  type: 'string',
  enum: ['jurisdiction', 'bureau', 'town', 'street', 'park'],
  description: '层级：辖区、主管部门、镇、街道、园区 · Level in the tree of offices',
} as const;

export const VALID_FROM = {
  type: 'string',
  format: 'date',
  description: '有效首日 · First day on which it holds',
} as const;

export const VALID_TO = {
  type: 'string',
  format: 'date',
  description: '不再有效的首日 · First day on which it no longer holds',
} as const;

export const AS_OF = {
  type: 'string',
  format: 'date',
  description: '截至日期 · The day asked about',
} as const;

export const TRADE = {
  type: 'string',
  minLength: 1,
  maxLength: 64,
  pattern: PATTERNS.code,
  description: '行业代码 · Code of the trade',
  example: 'machinery',
} as const;

export const STATE = {
  type: 'string',
  enum: ['producing', 'stopped', 'closed'],
  description: '状态：在产、停产、关闭 · producing, stopped or closed',
} as const;

const SCALAR_OR_LIST = {
  type: ['boolean', 'number', 'string', 'array'],
  maxLength: 1000,
  maxItems: 200,
  uniqueItems: true,
  items: { type: 'string', maxLength: 1000, description: '取值 · One value' },
  description: '取值 · Value',
} as const;

const ATTRIBUTE_MAP = {
  type: 'object',
  maxProperties: 200,
  propertyNames: {
    type: 'string',
    maxLength: 128,
    pattern: PATTERNS.factPath,
    description: '事实路径，如 enterprise.employees · Path of a fact, such as enterprise.employees',
  },
  example: { 'enterprise.employees': 86 },
} as const;

/** Facts that the register supplies, flat, by their paths. */
export const ATTRIBUTES = {
  ...ATTRIBUTE_MAP,
  additionalProperties: SCALAR_OR_LIST,
  description: '台账提供的事实，按事实路径平铺 · Facts that the register supplies, flat, by path',
} as const;

/** The same as a change: null ends an attribute. */
export const ATTRIBUTE_CHANGES = {
  ...ATTRIBUTE_MAP,
  additionalProperties: { ...SCALAR_OR_LIST, type: ['boolean', 'number', 'string', 'array', 'null'] },
  description: '变更的事实，null 表示终止 · Facts that change; null ends one',
} as const;
