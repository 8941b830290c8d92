import { TEXT } from './properties';

const RESULT = {
  type: ['boolean', 'null'],
  description: '成立、不成立，null 为无法判断 · True, false, or null: unknown',
} as const;

const CONSTANT = {
  type: ['boolean', 'number', 'string', 'array', 'null'],
  items: { type: ['boolean', 'number', 'string'], description: '值 · One value' },
} as const;

const PART = { $ref: 'urn:jifen:trace' } as const;

/** A condition with what became of each part. It refers to itself by its id. */
export const TRACE = {
  $id: 'urn:jifen:trace',
  title: 'Trace',
  description: '条件逐项判断过程 · A condition with what became of each of its parts',
  type: 'object',
  additionalProperties: false,
  required: ['result'],
  properties: {
    all: { type: 'array', items: PART, description: '各项均须成立 · Every part must hold' },
    any: { type: 'array', items: PART, description: '任一成立即可 · One part is enough' },
    not: PART,
    fact: { type: 'string', description: '事实 · Path of the fact' },
    operator: { type: 'string', description: '比较方式 · Operator' },
    found: { ...CONSTANT, description: '查明的值，null 为未检查 · The value found; null: not checked' },
    wanted: {
      description:
        '对照的值：常量，或者另一事实及其值 · What it was compared with: a constant, or another fact and its value',
      anyOf: [
        CONSTANT,
        {
          type: 'object',
          additionalProperties: false,
          required: ['fact', 'value'],
          description: '另一事实 · Another fact',
          properties: {
            fact: { type: 'string', description: '事实 · Path of the fact' },
            value: { ...CONSTANT, description: '查明的值 · The value found' },
          },
        },
      ],
    },
    result: RESULT,
  },
} as const;

/** How an item came to its outcome. */
export const ITEM_TRACE = {
  title: 'ItemTrace',
  description: '事项的判断过程和依据 · How the item came to its outcome, and the provisions it rests on',
  type: 'object',
  additionalProperties: false,
  required: ['legalBasis'],
  properties: {
    // The validator takes an id once in a message, so it is written out here and referred to elsewhere.
    condition: TRACE,
    appliesWhen: PART,
    variants: {
      type: 'array',
      description: '分值的其他情形 · Other points under further conditions',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['points', 'when'],
        description: '一种情形 · One variant',
        properties: { points: { type: 'number', description: '分值 · Points' }, when: PART },
      },
    },
    legalBasis: {
      type: 'array',
      description: '依据条款 · Provisions',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['source', 'article'],
        description: '一项依据 · One provision',
        properties: { source: TEXT, article: TEXT },
      },
    },
  },
} as const;
