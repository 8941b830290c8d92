import { FromSchema } from 'json-schema-to-ts';
import {
  DAY,
  ID,
  ITEM,
  KNOWN_AT,
  NAMED_CODE,
  POINTS,
  RULE_SET_ID,
  RULE_SET_IDENTITY,
  SUBJECT_CODE,
  VERSION,
} from '../../inspections/schemas/properties';

const OPTIONAL_DAY = { ...DAY, type: ['string', 'null'] } as const;

const RUNG = {
  title: 'StandingRung',
  description: '一档 · A rung of the ladder',
  type: 'object',
  additionalProperties: false,
  required: ['code', 'points', 'reached', 'since', 'isNew', 'authority', 'measure'],
  properties: {
    code: { type: 'string', description: '档的代码 · Code of the rung' },
    points: { type: 'number', description: '达到该档的分值 · Points at which it is reached' },
    reached: { type: 'boolean', description: '是否达到 · Whether it is reached' },
    since: { ...OPTIONAL_DAY, description: '本周期首次达到的日期 · First day of the cycle on which it was reached' },
    isNew: { type: 'boolean', description: '是否当日新达到 · Whether it was reached on this very day' },
    authority: { type: 'string', description: '采取措施的机构 · Code of the authority that acts' },
    measure: NAMED_CODE,
  },
} as const;

const MEASURE = {
  title: 'StandingMeasure',
  description: '本周期应采取的措施 · A measure of the running cycle',
  type: 'object',
  additionalProperties: false,
  required: ['id', 'rung', 'measure', 'authority', 'dueOn', 'state', 'basisChanged'],
  properties: {
    id: { ...ID, type: ['string', 'null'], description: '编号，尚未建立任务的为 null · Id; null while it is only due' },
    rung: { type: 'string', description: '所属的档 · Code of the rung' },
    measure: NAMED_CODE,
    authority: NAMED_CODE,
    dueOn: { ...DAY, description: '应采取的日期 · The day on which it fell due' },
    state: {
      type: 'string',
      enum: ['due', 'open', 'completed', 'withdrawn'],
      description: '状态：应建立、待办、已完成、已撤回 · State',
    },
    basisChanged: { type: 'boolean', description: '依据是否已变更 · Whether its basis was annulled after completion' },
  },
} as const;

const POSTING = {
  title: 'StandingPosting',
  description: '一条违规记录及其状态 · A finding and what became of it',
  type: 'object',
  additionalProperties: false,
  required: [
    'id',
    'inspection',
    'item',
    'version',
    'inspectedOn',
    'points',
    'state',
    'reason',
    'insteadOf',
    'deadline',
    'completedOn',
    'passedOn',
    'clearedOn',
    'overdue',
  ],
  properties: {
    id: { ...ID, description: '违规记录编号 · Id of the finding' },
    inspection: { ...ID, description: '检查编号 · Id of the inspection' },
    item: ITEM,
    version: VERSION,
    inspectedOn: { ...DAY, description: '检查日期 · Day of the inspection' },
    points: { type: 'number', description: '该违规本身的分值 · Points of the violation by itself' },
    state: {
      type: 'string',
      enum: ['current', 'carried', 'cleared', 'annulled', 'not_posted'],
      description: '状态：本周期计分、转入、清零、撤销、未计分 · State',
    },
    reason: { type: 'string', description: '原因代码 · Why it is in this state' },
    insteadOf: {
      ...ID,
      type: ['string', 'null'],
      description:
        '未计分的，代为计分或者尚未销号的违规记录 · The finding that stands in its way, where it was not posted',
    },
    deadline: { ...DAY, description: '整改期限，含延期 · Deadline, extensions included' },
    completedOn: { ...OPTIONAL_DAY, description: '整改完成日期 · Day on which it was put right' },
    passedOn: { ...OPTIONAL_DAY, description: '复查合格日期 · Day on which it passed' },
    clearedOn: { ...OPTIONAL_DAY, description: '清零日期 · Day on which it cleared' },
    overdue: { type: 'boolean', description: '是否逾期未整改 · Whether it is past its deadline and not put right' },
  },
} as const;

const CYCLE = {
  title: 'Cycle',
  description: '记分周期，不含 to 当日 · The cycle; the day "to" is no longer part of it',
  type: 'object',
  additionalProperties: false,
  required: ['from', 'to'],
  properties: { from: DAY, to: DAY },
} as const;

const FINDING_IDS = { type: 'array', items: ID, description: '违规记录编号 · Ids of findings' } as const;

export const STANDING = {
  title: 'Standing',
  description: '企业的累计记分情况 · The standing of a subject as of a day, as known at an instant',
  type: 'object',
  additionalProperties: false,
  required: [
    'subject',
    'ruleSet',
    'asOf',
    'knownAt',
    'forecast',
    'cycle',
    'fullMark',
    'total',
    'sum',
    'carried',
    'current',
    'rungs',
    'nextRung',
    'measures',
    'postings',
    'next',
    'withoutEffect',
  ],
  properties: {
    subject: SUBJECT_CODE,
    ruleSet: RULE_SET_IDENTITY,
    asOf: { ...DAY, description: '截至日期 · The day it is of' },
    knownAt: {
      type: ['string', 'null'],
      format: 'date-time',
      description: '按该时刻所知，null 为全部记录 · As known at this instant; null: with every record',
    },
    forecast: {
      type: 'boolean',
      description: '截至日期尚未到来，为预测 · The day lies in the future: what will be if nothing else happens',
    },
    cycle: CYCLE,
    fullMark: { type: 'number', description: '满分 · The full mark' },
    total: { type: 'number', description: '累计记分 · The points that count' },
    sum: { type: 'number', description: '各条之和，未受上限限制 · The true sum, before any ceiling' },
    carried: { type: 'number', description: '其中上周期转入 · Of the sum: carried over' },
    current: { type: 'number', description: '其中本周期新记 · Of the sum: of the running cycle' },
    rungs: { type: 'array', items: RUNG, description: '各档，由低到高 · Rungs from the lowest' },
    nextRung: {
      title: 'NextRung',
      type: ['object', 'null'],
      additionalProperties: false,
      required: ['code', 'points', 'distance'],
      description: '下一档及差距 · The lowest rung not yet reached and how many points are missing',
      properties: {
        code: { type: 'string', description: '档的代码 · Code of the rung' },
        points: POINTS,
        distance: { type: 'number', description: '还差分值 · Points still missing' },
      },
    },
    measures: { type: 'array', items: MEASURE, description: '本周期的措施 · Measures of the running cycle' },
    postings: { type: 'array', items: POSTING, description: '各条违规记录 · Every finding' },
    next: {
      title: 'NextCycleDay',
      type: 'object',
      additionalProperties: false,
      required: ['day', 'clears', 'carries', 'clearing', 'carrying'],
      description:
        '如无其他情况，下一周期首日的清零和转入 · What clears and carries on the next cycle day if nothing else happens',
      properties: {
        day: DAY,
        clears: { type: 'number', description: '清零分值 · Points that clear' },
        carries: { type: 'number', description: '转入分值 · Points that are carried over' },
        clearing: FINDING_IDS,
        carrying: FINDING_IDS,
      },
    },
    withoutEffect: {
      type: 'array',
      description: '不生效的记录及原因 · Records without effect, and why',
      items: {
        title: 'RecordWithoutEffect',
        type: 'object',
        additionalProperties: false,
        required: ['record', 'reason'],
        description: '一条记录 · One record',
        properties: { record: ID, reason: { type: 'string', description: '原因代码 · Why' } },
      },
    },
  },
} as const;

export const STANDING_QUERY = {
  type: 'object',
  additionalProperties: false,
  required: ['ruleSet'],
  properties: {
    ruleSet: RULE_SET_ID,
    asOf: { ...DAY, description: '截至日期，不填为今日 · The day it is of; today where absent' },
    knownAt: {
      ...KNOWN_AT,
      description:
        '按该时刻所知：日期（指当日终了）或者时刻，不填为全部记录 · As known at a day (meaning its end) or an instant; absent: every record',
    },
  },
} as const;

export type StandingQuery = FromSchema<typeof STANDING_QUERY>;

export const SUBJECT_PARAMS = {
  type: 'object',
  additionalProperties: false,
  required: ['code'],
  properties: { code: SUBJECT_CODE },
} as const;

export type SubjectParams = FromSchema<typeof SUBJECT_PARAMS>;
