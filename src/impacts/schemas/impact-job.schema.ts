import type { FromSchema } from 'json-schema-to-ts';
import { HASH, RULE_SET_ID, VERSION } from '../../rule-sets/schemas/properties';
import { StoredImpactReport } from '../impact-jobs.store';
import { IMPACT_STATES } from '../impact-job.entity';
import { IMPACT_REPORT } from './impact-report.schema';

const JOB_ID = { type: 'string', format: 'uuid', description: '任务编号 · Id of the job' } as const;

export const NEW_IMPACT = {
  title: 'NewImpact',
  description: '测算一个版本或者草稿对既有记录的影响 · Asks what a version or a draft would change',
  type: 'object',
  additionalProperties: false,
  required: ['from'],
  properties: {
    from: { ...VERSION, description: '基准版本 · The baseline' },
    to: { ...VERSION, description: '新版本；与 toDraft 二者填一 · The new version; this or toDraft', example: '1.1.0' },
    toDraft: {
      type: 'string',
      format: 'uuid',
      description: '以草稿为新版本，须有查看草稿的权限 · A draft in its place; needs rule_sets.read_drafts',
    },
  },
} as const;

export const IMPACT_PARAMS = {
  type: 'object',
  additionalProperties: false,
  required: ['id', 'job'],
  properties: { id: RULE_SET_ID, job: JOB_ID },
} as const;

const COMPARED = {
  type: 'object',
  additionalProperties: false,
  required: ['version', 'hash', 'draft'],
  properties: {
    version: VERSION,
    hash: HASH,
    draft: {
      type: ['string', 'null'],
      format: 'uuid',
      description: '草稿编号；已发布的版本为 null · Id of the draft; null for a published version',
    },
  },
} as const;

const INSTANT = { type: 'string', format: 'date-time' } as const;

export const IMPACT_PROGRESS = {
  title: 'ImpactProgress',
  description: '影响测算任务及其进度 · An impact job and how far it has come',
  type: 'object',
  additionalProperties: false,
  required: [
    ...(['id', 'ruleSet', 'baseline', 'candidate', 'asOf', 'recordedUntil', 'state', 'progress'] as const),
    ...(['askedBy', 'askedAt', 'changedAt', 'reportHash'] as const),
  ],
  properties: {
    id: JOB_ID,
    ruleSet: RULE_SET_ID,
    baseline: { ...COMPARED, description: '基准 · The baseline' },
    candidate: { ...COMPARED, description: '新内容，以提出任务时为准 · The new content, as it was when asked' },
    asOf: { type: 'string', format: 'date', description: '测算基准日 · The day as of which' },
    recordedUntil: { ...INSTANT, description: '此后登记的不计 · What was recorded later is not part of it' },
    state: {
      type: 'string',
      enum: IMPACT_STATES,
      description: '等待、进行、完成、已取消、失败 · Queued, running, done, cancelled or failed',
    },
    progress: {
      type: 'object',
      additionalProperties: false,
      required: ['done', 'total', 'restarts'],
      description: '进度 · How far it has come',
      properties: {
        done: { type: 'integer', minimum: 0, description: '已测算的企业数 · Enterprises replayed' },
        total: {
          type: ['integer', 'null'],
          minimum: 0,
          description: '企业总数，尚未开始的为 null · Of how many; null until it begins',
        },
        restarts: {
          type: 'integer',
          minimum: 0,
          description:
            '因其间补登记录而从头再算的次数 · How often it began anew because records were added to what it reads',
        },
      },
    },
    askedBy: { type: 'string', maxLength: 200, description: '提出人 · Who asked' },
    askedAt: { ...INSTANT, description: '提出时间 · When it was asked' },
    changedAt: { ...INSTANT, description: '最近变动时间 · When it last came further' },
    reportHash: {
      type: ['string', 'null'],
      maxLength: 71,
      description: '报告的哈希值，尚无报告的为 null · Hash of the report; null until there is one',
    },
  },
} as const;

export const IMPACT_JOB = {
  ...IMPACT_PROGRESS,
  title: 'ImpactJob',
  description: '影响测算任务及其报告 · An impact job with its report',
  required: [...IMPACT_PROGRESS.required, 'report'],
  properties: {
    ...IMPACT_PROGRESS.properties,
    report: { anyOf: [IMPACT_REPORT, { type: 'null' }], description: '报告 · The report; null until there is one' },
  },
} as const;

export const IMPACT_EVENTS = {
  type: 'string',
  contentMediaType: 'text/event-stream',
  description:
    '事件流：progress 为进度，结束时为 done、cancelled 或者 failed，数据均为 ImpactProgress · Server-sent events: progress, in the end done, cancelled or failed, each with an ImpactProgress',
} as const;

export type NewImpactMessage = FromSchema<typeof NEW_IMPACT>;
export type ImpactParams = FromSchema<typeof IMPACT_PARAMS>;
export type ImpactProgressMessage = FromSchema<typeof IMPACT_PROGRESS>;
export type ImpactJobMessage = ImpactProgressMessage & { readonly report: StoredImpactReport | null };
