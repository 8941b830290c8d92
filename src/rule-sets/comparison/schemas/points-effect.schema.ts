import { TEXT } from '../../schemas/properties';
import { ANY_VALUE, DIRECTION, NAMED, POINTS, SENTENCE } from './comparison-parts.schema';

const RESULT = (description: string) =>
  ({
    description,
    anyOf: [
      {
        type: 'object',
        additionalProperties: false,
        required: ['item', 'outcome', 'points', 'counted'],
        properties: {
          item: NAMED('事项 · Item'),
          outcome: NAMED('结论 · Outcome'),
          points: POINTS('事项本身的分值 · Points of the item by itself'),
          counted: POINTS('计入的分值 · Points that count, exclusive items weighed'),
        },
      },
      { type: 'null' },
    ],
  }) as const;

const OLD_AND_NEW = { type: 'object', additionalProperties: false, required: ['old', 'new'] } as const;

const FACT = {
  type: 'object',
  additionalProperties: false,
  required: ['path', 'value', 'text', 'valueText', 'deciding', 'old', 'new'],
  description: '一项事实 · A fact',
  properties: {
    path: { type: 'string', maxLength: 5000, description: '路径 · Path' },
    value: ANY_VALUE('取值 · Value'),
    text: { ...TEXT, description: '名称 · Name' },
    valueText: { ...TEXT, description: '取值的文字表述 · The value in words' },
    deciding: { type: 'boolean', description: '差别是否由它决定 · Whether the difference rests on it' },
    old: { type: 'boolean', description: '旧版本是否有此事实 · Whether the old version knows it' },
    new: { type: 'boolean', description: '新版本是否有此事实 · Whether the new version knows it' },
  },
} as const;

const COUNTEREXAMPLE = {
  title: 'PointsCounterexample',
  type: 'object',
  additionalProperties: false,
  required: ['facts', 'items', 'total', 'sentence'],
  description: '两个版本记分不同的事实 · Facts that the two versions score differently',
  properties: {
    facts: { type: 'array', maxItems: 5000, items: FACT, description: '事实 · Facts' },
    items: {
      type: 'array',
      maxItems: 1000,
      description: '各事项的结果 · What each item came to',
      items: {
        ...OLD_AND_NEW,
        description: '一个事项 · One item',
        properties: {
          old: RESULT('旧版本的结果 · Under the old version'),
          new: RESULT('新版本的结果 · Under the new version'),
        },
      },
    },
    total: {
      ...OLD_AND_NEW,
      description: '整次检查的记分 · Points of the whole inspection',
      properties: { old: POINTS('旧版本 · Under the old version'), new: POINTS('新版本 · Under the new version') },
    },
    sentence: SENTENCE,
  },
} as const;

const EXAMPLE = (description: string) => ({ anyOf: [COUNTEREXAMPLE, { type: 'null' }], description }) as const;

export const POINTS_EFFECT = {
  title: 'PointsEffect',
  type: 'object',
  additionalProperties: false,
  required: ['direction', 'tried', 'whole', 'more', 'fewer', 'otherwise', 'sentence'],
  description: '对记分的影响 · What it does to points',
  properties: {
    direction: DIRECTION,
    tried: { type: 'integer', minimum: 0, description: '试算的组合数 · Combinations tried' },
    whole: {
      type: 'boolean',
      description: '是否检索了全部取值：是的，未发现即不存在 · Whether what was not found does not exist',
    },
    more: EXAMPLE('记分增加的最小反例 · Smallest facts found that cost more'),
    fewer: EXAMPLE('记分减少的最小反例 · Smallest facts found that cost fewer'),
    otherwise: EXAMPLE('记分相同而结论不同的最小反例 · Smallest facts found with the same points, but another outcome'),
    sentence: SENTENCE,
  },
} as const;
