import { ANY_VALUE, DIRECTION, NAMED, POINTS, SENTENCE } from './comparison-parts.schema';

const CODES = (description: string) =>
  ({ type: 'array', maxItems: 1000, items: NAMED('代码 · Code'), description }) as const;

const DAY = { type: 'string', format: 'date' } as const;

const FINDING = {
  type: 'object',
  additionalProperties: false,
  required: ['finding', 'points', 'deadline', 'state', 'reason'],
  description: '一项违规 · A finding',
  properties: {
    finding: {
      type: 'object',
      additionalProperties: false,
      required: ['inspection', 'item'],
      description: '检查和事项 · Inspection and item',
      properties: { inspection: NAMED('检查 · Inspection'), item: NAMED('事项 · Item') },
    },
    points: POINTS('记分 · Points'),
    deadline: { ...DAY, description: '整改期限 · Deadline' },
    state: NAMED('状态 · State'),
    reason: NAMED('理由 · Reason'),
  },
} as const;

const RESULT = (description: string) =>
  ({
    type: 'object',
    additionalProperties: false,
    required: ['total', 'carried', 'rungs', 'measures', 'nextCycleDay', 'findings'],
    description,
    properties: {
      total: POINTS('累计记分 · Total'),
      carried: POINTS('其中结转 · Of these carried over'),
      rungs: CODES('达到的档 · Rungs reached'),
      measures: CODES('措施 · Measures'),
      nextCycleDay: { ...DAY, description: '下一周期首日 · First day of the next cycle' },
      findings: { type: 'array', maxItems: 1000, items: FINDING, description: '各项违规 · Findings' },
    },
  }) as const;

const COUNTEREXAMPLE = {
  title: 'StandingCounterexample',
  type: 'object',
  additionalProperties: false,
  required: ['records', 'asOf', 'results', 'sentence'],
  description: '两个版本下记分情况不同的档案 · A history on which the standings differ',
  properties: {
    records: { type: 'array', maxItems: 1000, items: ANY_VALUE('一条记录 · A record'), description: '记录 · Records' },
    asOf: { ...DAY, description: '截止日期 · As of' },
    results: {
      type: 'object',
      additionalProperties: false,
      required: ['old', 'new'],
      description: '两个版本的结果 · What it comes to',
      properties: { old: RESULT('旧版本 · Under the old version'), new: RESULT('新版本 · Under the new version') },
    },
    sentence: SENTENCE,
  },
} as const;

const EXAMPLE = (description: string) => ({ anyOf: [COUNTEREXAMPLE, { type: 'null' }], description }) as const;

const EFFECT = {
  title: 'StandingEffect',
  type: 'object',
  additionalProperties: false,
  required: ['direction', 'tried', 'more', 'fewer', 'otherwise', 'sentence'],
  description: '对记分情况的影响，档案的试算不构成证明 · What it does to standings; trying histories proves nothing',
  properties: {
    direction: DIRECTION,
    tried: { type: 'integer', minimum: 0, description: '试算的档案数 · Histories tried' },
    more: EXAMPLE('加重的最小反例 · Smallest history found with a heavier standing'),
    fewer: EXAMPLE('减轻的最小反例 · Smallest history found with a lighter standing'),
    otherwise: EXAMPLE(
      '其他不同的最小反例 · Smallest history found with another standing, neither heavier nor lighter',
    ),
    sentence: SENTENCE,
  },
} as const;

/** Null where no standing depends on what changed. */
export const STANDING_EFFECT = (description: string) => ({ anyOf: [EFFECT, { type: 'null' }], description }) as const;
