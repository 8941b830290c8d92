import { TEXT } from '../../schemas/properties';

/** Parts of a comparison that stand in several places of it. */

const CODE = { type: 'string', maxLength: 100 } as const;
const POINTER = { type: 'string', maxLength: 5000 } as const;

/** A text, or null where there is nothing to say. */
export const TEXT_OR_NONE = (description: string) =>
  ({ anyOf: [{ ...TEXT, description }, { type: 'null' }], description }) as const;

export const SENTENCE = { ...TEXT, description: '一句话说明 · In one sentence' } as const;

/** Whatever stands in a rule set. */
export const ANY_VALUE = (description: string) =>
  ({
    type: ['object', 'array', 'string', 'number', 'boolean', 'null'],
    additionalProperties: true,
    description,
  }) as const;

export const DIRECTION = {
  type: 'string',
  enum: ['stricter', 'milder', 'mixed', 'none', 'undetermined'],
  description: '方向，以旧版本为基准：更严、更宽、有严有宽、不变、无法判断 · Direction, told from the old version',
} as const;

export const CHANGE = {
  title: 'RuleSetChange',
  type: 'object',
  additionalProperties: false,
  required: ['kind', 'path', 'oldPath', 'newPath', 'concern', 'old', 'new', 'label', 'oldText', 'newText', 'sentence'],
  description: '一处改动 · One difference between the two documents',
  properties: {
    kind: {
      type: 'string',
      enum: ['added', 'removed', 'changed', 'reordered'],
      description: '增加、删去、修改、次序改变 · Kind of the change',
    },
    path: {
      ...POINTER,
      description: '位置，列表中的条目以编号表示 · Place; entries of lists are named by their codes',
    },
    oldPath: { ...POINTER, type: ['string', 'null'], description: '在旧版本中的 JSON 指针 · Pointer into the old one' },
    newPath: { ...POINTER, type: ['string', 'null'], description: '在新版本中的 JSON 指针 · Pointer into the new one' },
    concern: {
      type: 'string',
      enum: ['points', 'standing', 'practice', 'text', 'nothing', 'identity', 'unknown'],
      description: '所涉：记分、记分情况、检查实务、文字、无影响、标识、未知 · What it bears on',
    },
    old: ANY_VALUE('原值 · Value before'),
    new: ANY_VALUE('新值 · Value now'),
    label: { ...TEXT, description: '改动的内容 · What is changed' },
    oldText: TEXT_OR_NONE('原值的文字表述 · The value before in words'),
    newText: TEXT_OR_NONE('新值的文字表述 · The value now in words'),
    sentence: SENTENCE,
  },
} as const;

export const CHANGES = { type: 'array', maxItems: 50_000, items: CHANGE } as const;

const ASKED_FACT = {
  type: 'object',
  additionalProperties: false,
  required: ['path', 'text'],
  description: '一项事实 · A fact',
  properties: {
    path: { ...POINTER, description: '路径 · Path' },
    text: { ...TEXT, description: '名称 · Name' },
  },
} as const;

export const ASKS = {
  type: 'object',
  additionalProperties: false,
  required: ['added', 'dropped'],
  description: '只有一个版本须查明的事实 · Facts to be found out under one version only',
  properties: {
    added: { type: 'array', maxItems: 5000, items: ASKED_FACT, description: '新版本须查明的 · From now on' },
    dropped: { type: 'array', maxItems: 5000, items: ASKED_FACT, description: '新版本不再须查明的 · No longer' },
  },
} as const;

/** A code of one version; null where that version has none. */
export const CODE_OR_NONE = (description: string) => ({ ...CODE, type: ['string', 'null'], description }) as const;
export const NAMED = (description: string) => ({ ...CODE, description }) as const;
export const POINTS = (description: string) => ({ type: 'number', description }) as const;
