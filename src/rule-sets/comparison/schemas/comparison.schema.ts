import { HASH, RULE_SET_ID, STATUS, TEXT, VERSION } from '../../schemas/properties';
import { ASKS, CHANGES, CODE_OR_NONE, DIRECTION, NAMED, SENTENCE } from './comparison-parts.schema';
import { POINTS_EFFECT } from './points-effect.schema';
import { STANDING_EFFECT } from './standing-effect.schema';

const COMPARED = (description: string) =>
  ({
    type: 'object',
    additionalProperties: false,
    required: ['id', 'version', 'hash', 'status', 'title', 'items'],
    description,
    properties: {
      id: RULE_SET_ID,
      version: VERSION,
      hash: HASH,
      status: STATUS,
      title: { ...TEXT, description: '名称 · Title' },
      items: { type: 'integer', minimum: 0, description: '事项数 · How many items it has' },
    },
  }) as const;

const PLACE = (description: string) => ({ type: ['integer', 'null'], minimum: 1, description }) as const;
const COUNT = (description: string) => ({ type: 'integer', minimum: 0, description }) as const;
const CODES = (description: string) =>
  ({ type: 'array', maxItems: 5000, items: NAMED('代码 · Code'), description }) as const;

const REMARK = {
  type: 'object',
  additionalProperties: false,
  required: ['code', 'sentence'],
  description: '一处提示 · Something readers should see',
  properties: { code: NAMED('代码 · Code'), sentence: SENTENCE },
} as const;

const ITEM = {
  title: 'ItemComparison',
  type: 'object',
  additionalProperties: false,
  required: [
    'status',
    'code',
    'oldCode',
    'newCode',
    'title',
    'oldNumber',
    'newNumber',
    'changes',
    'points',
    'deadline',
    'asks',
    'remarks',
  ],
  description: '一个事项的改动 · What changed of an item',
  properties: {
    status: {
      type: 'string',
      enum: ['added', 'removed', 'renumbered', 'moved', 'changed'],
      description: '增加、删去、改号、移位、修改 · What became of it',
    },
    code: NAMED('编号 · Code'),
    oldCode: CODE_OR_NONE('旧版本的编号 · Code in the old version'),
    newCode: CODE_OR_NONE('新版本的编号 · Code in the new version'),
    title: { ...TEXT, description: '名称 · Title' },
    oldNumber: PLACE('在旧版本中的次序 · Place in the old version'),
    newNumber: PLACE('在新版本中的次序 · Place in the new version'),
    changes: { ...CHANGES, description: '各处改动 · Its changes' },
    points: POINTS_EFFECT,
    deadline: STANDING_EFFECT('期限改动的影响 · What a changed deadline does'),
    asks: ASKS,
    remarks: { type: 'array', maxItems: 20, items: REMARK, description: '提示 · Remarks' },
  },
} as const;

const EXCLUSION = {
  type: 'object',
  additionalProperties: false,
  required: ['kind', 'items', 'effect', 'sentence'],
  description: '只在一个版本中互斥的两个事项 · Two items that are exclusive in one version only',
  properties: {
    kind: { type: 'string', enum: ['added', 'removed'], description: '改为互斥，或者不再互斥 · Now, or no longer' },
    items: CODES('两个事项 · The two items'),
    effect: POINTS_EFFECT,
    sentence: SENTENCE,
  },
} as const;

const SETTING = {
  type: 'object',
  additionalProperties: false,
  required: ['path', 'changes', 'effect'],
  description: '一项设定的改动 · What changed of a setting',
  properties: {
    path: { type: 'string', maxLength: 5000, description: '位置 · Place' },
    changes: { ...CHANGES, description: '各处改动 · Its changes' },
    effect: STANDING_EFFECT('改动的影响 · What they do'),
  },
} as const;

/** The core's `RuleSetComparison`, as it is. */
export const RULE_SET_COMPARISON = {
  title: 'RuleSetComparison',
  description: '两个版本的比较，以旧版本为基准 · What lies between two versions, told from the old one',
  type: 'object',
  additionalProperties: false,
  required: [
    'old',
    'new',
    'sameRuleSet',
    'equal',
    'direction',
    'asks',
    'items',
    'exclusions',
    'settings',
    'facts',
    'others',
    'scenarios',
  ],
  properties: {
    old: COMPARED('旧版本，即基准 · The old version: the baseline'),
    new: COMPARED('新版本 · The new version'),
    sameRuleSet: { type: 'boolean', description: '是否同一规则集的版本 · Whether they are versions of one rule set' },
    equal: { type: 'boolean', description: '内容是否相同 · Whether the content is the same' },
    direction: {
      type: 'object',
      additionalProperties: false,
      required: ['direction', 'proved', 'sentence'],
      description: '总的方向 · Direction as a whole',
      properties: {
        direction: DIRECTION,
        proved: {
          type: 'boolean',
          description: '所依据的检索是否完整 · Whether everything it rests on was searched whole',
        },
        sentence: SENTENCE,
      },
    },
    asks: ASKS,
    items: { type: 'array', maxItems: 4000, items: ITEM, description: '有改动的事项 · Items that are not the same' },
    exclusions: { type: 'array', maxItems: 50_000, items: EXCLUSION, description: '互斥关系的改动 · Exclusive items' },
    settings: { type: 'array', maxItems: 5000, items: SETTING, description: '累计、阶梯等设定的改动 · Settings' },
    facts: { ...CHANGES, description: '事实目录的改动 · The fact catalogue' },
    others: { ...CHANGES, description: '其他改动 · Everything else' },
    scenarios: {
      type: 'object',
      additionalProperties: false,
      required: ['old', 'new', 'added', 'removed', 'changed', 'baseFacts'],
      description: '情景的增减 · Scenarios, by their codes',
      properties: {
        old: COUNT('旧版本的情景数 · In the old version'),
        new: COUNT('新版本的情景数 · In the new version'),
        added: CODES('增加的 · Added'),
        removed: CODES('删去的 · Removed'),
        changed: CODES('修改的 · Changed'),
        baseFacts: CODES('有改动的基础事实组 · Sets of base facts that differ'),
      },
    },
  },
} as const;
