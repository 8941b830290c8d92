import { HASH, RULE_SET_ID, TEXT, VERSION } from '../../rule-sets/schemas/properties';

const MANY = { type: 'array', maxItems: 1_000_000 } as const;
const COUNT = { type: 'integer', minimum: 0 } as const;
const POINTS = { type: 'number', minimum: 0 } as const;
const CODE = { type: 'string', maxLength: 200 } as const;
const FACTS = { type: 'array', maxItems: 10_000, items: CODE } as const;

const SUBJECT = { ...CODE, description: '统一社会信用代码 · Code of the enterprise' } as const;
const ITEM = { ...CODE, description: '条目 · Item' } as const;
const INSPECTION = { ...CODE, description: '检查编号 · Id of the inspection' } as const;

const IDENTITY = {
  type: 'object',
  additionalProperties: false,
  required: ['id', 'version', 'hash'],
  properties: {
    id: RULE_SET_ID,
    version: VERSION,
    hash: HASH,
  },
} as const;

/** One thing under both versions. */
const both = <const S extends object>(items: S, description: string) =>
  ({
    type: 'object',
    additionalProperties: false,
    required: ['before', 'after'],
    description,
    properties: {
      before: { ...items, description: '按基准 · Under the baseline' },
      after: { ...items, description: '按新内容 · Under the new content' },
    },
  }) as const;

const TOTALS = {
  total: { ...POINTS, description: '记分 · Points' },
  totalWithoutHypotheticalCarryOver: {
    ...POINTS,
    description: '不计假设违规结转的记分 · Points without what hypothetical findings carried over',
  },
} as const;

const STANDING = {
  type: 'object',
  additionalProperties: false,
  required: ['total', 'totalWithoutHypotheticalCarryOver', 'rung'],
  properties: {
    ...TOTALS,
    rung: { type: ['string', 'null'], maxLength: 64, description: '达到的最高档 · The highest rung reached' },
  },
} as const;

const SHIFT = {
  item: ITEM,
  before: { ...POINTS, description: '按基准的分数 · Points under the baseline' },
  after: { ...POINTS, description: '按新内容的分数 · Points under the new content' },
} as const;

const CHANGES = {
  ...MANY,
  items: {
    type: 'object',
    additionalProperties: false,
    required: ['code', 'name', 'before', 'after', 'items'],
    properties: {
      code: SUBJECT,
      name: { type: 'string', maxLength: 1000, description: '名称 · Name' },
      before: { ...STANDING, description: '按基准 · Under the baseline' },
      after: { ...STANDING, description: '按新内容 · Under the new content' },
      items: {
        ...MANY,
        description: '起作用的条目，差额大的在前 · The items that did it, the greatest difference first',
        items: {
          type: 'object',
          additionalProperties: false,
          required: ['item', 'before', 'after'],
          properties: SHIFT,
        },
      },
    },
  },
} as const;

const SHOWN = { type: ['integer', 'null'], minimum: 0 } as const;

const GROUPS = {
  type: 'object',
  maxProperties: 20,
  description:
    '按机构（office）、行业（trade）、规模（size）计数；数目过小的不显示，为 null · By office, trade and size; small counts are kept back as null',
  additionalProperties: {
    ...MANY,
    description: '各组 · The groups',
    items: {
      type: 'object',
      additionalProperties: false,
      required: ['group', 'subjects', 'up', 'down'],
      properties: {
        group: { type: 'string', maxLength: 1000, description: '组 · Group' },
        subjects: { ...SHOWN, description: '企业数 · Enterprises' },
        up: { ...SHOWN, description: '升档数 · To a higher rung' },
        down: { ...SHOWN, description: '降档数 · To a lower rung' },
      },
    },
  },
} as const;

const NOT_REPLAYED = {
  type: 'object',
  additionalProperties: false,
  required: ['count', 'causes', 'listed'],
  properties: {
    count: { ...COUNT, description: '总数 · How many' },
    causes: {
      ...MANY,
      description: '按条目和所缺事实 · By item and by what is lacking',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['item', 'missingFacts', 'inspections'],
        properties: {
          item: {
            type: ['string', 'null'],
            maxLength: 200,
            description: '条目；整次检查不可读的为 null · Item; null for a whole inspection',
          },
          missingFacts: { ...FACTS, description: '所缺事实 · The facts that are lacking' },
          inspections: { ...COUNT, description: '检查数 · Inspections' },
        },
      },
    },
    listed: {
      ...MANY,
      description: '前 1000 条 · The first 1,000',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['code', 'inspection', 'missingFacts'],
        properties: {
          code: SUBJECT,
          inspection: INSPECTION,
          item: ITEM,
          missingFacts: { ...FACTS, description: '所缺事实 · The facts that are lacking' },
        },
      },
    },
  },
} as const;

const HYPOTHETICAL = {
  type: 'object',
  additionalProperties: false,
  required: ['count', 'listed'],
  properties: {
    count: { ...COUNT, description: '总数 · How many' },
    listed: {
      ...MANY,
      description: '前 1000 条 · The first 1,000',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['code', 'inspection', 'item', 'points'],
        properties: {
          code: SUBJECT,
          inspection: INSPECTION,
          item: ITEM,
          points: { ...POINTS, description: '分数 · Points' },
        },
      },
    },
  },
} as const;

export const IMPACT_REPORT = {
  title: 'ImpactReport',
  description:
    '影响测算报告：各项数字均自基准至新内容 · What a content would change; every figure is from the baseline to the new content',
  type: 'object',
  additionalProperties: false,
  required: [
    ...(['ruleSet', 'asOf', 'recordedUntil', 'direction', 'baseline', 'candidate', 'subjects', 'totals'] as const),
    ...(['up', 'down', 'groups', 'items', 'notReplayed', 'hypothetical', 'newQuestions'] as const),
  ],
  properties: {
    ruleSet: RULE_SET_ID,
    asOf: { type: 'string', format: 'date', description: '测算基准日 · The day as of which' },
    recordedUntil: {
      type: 'string',
      format: 'date-time',
      description: '此后登记的不计 · Later records are not part of it',
    },
    direction: { type: 'string', enum: ['baseline_to_candidate'], description: '方向 · The direction of every figure' },
    baseline: { ...IDENTITY, description: '基准 · The baseline' },
    candidate: { ...IDENTITY, description: '新内容 · The new content' },
    subjects: { ...COUNT, description: '测算的企业数 · Enterprises replayed' },
    totals: both(
      {
        type: 'object',
        additionalProperties: false,
        required: ['total', 'totalWithoutHypotheticalCarryOver'],
        properties: TOTALS,
      },
      '全部企业记分之和 · The points of all enterprises together',
    ),
    up: { ...CHANGES, description: '升档的企业 · Enterprises that come to a higher rung' },
    down: { ...CHANGES, description: '降档的企业 · Enterprises that come to a lower rung' },
    groups: GROUPS,
    items: {
      ...MANY,
      description: '各条目的分数 · What each item adds',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['item', 'before', 'after', 'subjectsBefore', 'subjectsAfter'],
        properties: {
          ...SHIFT,
          subjectsBefore: { ...COUNT, description: '按基准涉及的企业数 · To how many under the baseline' },
          subjectsAfter: { ...COUNT, description: '按新内容涉及的企业数 · To how many under the new content' },
        },
      },
    },
    notReplayed: both(
      NOT_REPLAYED,
      '缺少事实而不能如实重算的记录，不作推定 · Records that lack a fact and cannot be replayed honestly: nothing is filled in',
    ),
    hypothetical: both(
      HYPOTHETICAL,
      '假设违规：仅一个版本认定，没有整改记录 · Findings that only one version makes: no rectification is on record',
    ),
    newQuestions: {
      type: 'array',
      maxItems: 10_000,
      description: '今后须新增查明的事实 · What has to be asked from now on',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['path', 'text', 'suppliedBy'],
        properties: {
          path: { ...CODE, description: '事实 · Path of the fact' },
          text: TEXT,
          suppliedBy: {
            type: 'string',
            enum: ['inspector', 'register', 'calculation'],
            description: '由谁提供 · Who supplies it',
          },
        },
      },
    },
  },
} as const;
