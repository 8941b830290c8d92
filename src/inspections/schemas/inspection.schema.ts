import { FromSchema } from 'json-schema-to-ts';
import { STANDING } from '../../standings/schemas/standing.schema';
import {
  DAY,
  FACTS,
  ID,
  ITEM,
  ITEM_PROPERTIES,
  ITEM_REQUIRED,
  POINTS,
  POINTS_RANGE,
  RULE_SET_ID,
  RULE_SET_IDENTITY,
  SUBJECT_CODE,
} from './properties';
import { SCORED_ITEM } from './scoring.schema';

/** What an inspection is sent with, wherever it is sent. */
export const INSPECTION_PROPERTIES = {
  inspectedOn: { ...DAY, description: '检查日期 · Day of the inspection' },
  kind: {
    type: 'string',
    enum: ['routine', 'spot_check', 'enforcement'],
    description: '检查类别：日常检查、抽查、执法检查 · Kind of inspection',
  },
  office: {
    type: 'string',
    minLength: 1,
    maxLength: 64,
    description: '检查机构代码 · Code of the office that inspected',
    example: '321202-sc',
  },
  inspectors: {
    type: 'array',
    minItems: 1,
    maxItems: 20,
    uniqueItems: true,
    description:
      '检查人员执法证号；规则集不要求持证的，也可填姓名 · Certificate numbers of the inspectors, or names where the rule set does not require certificates',
    items: { type: 'string', minLength: 1, maxLength: 100, description: '检查人员 · One inspector' },
  },
  assistedBy: {
    type: 'array',
    maxItems: 20,
    uniqueItems: true,
    description: '协助检查的专家姓名，不作为检查人员 · Names of experts who assisted and did not inspect',
    items: { type: 'string', minLength: 1, maxLength: 100, description: '协助人员 · One expert' },
  },
  facts: {
    ...FACTS,
    description:
      '检查事实，按事实目录逐级填写；未检查的和台账提供的不填 · Facts nested by their paths, without those the register supplies; what was not checked is left out or null',
  },
} as const;

export const NEW_INSPECTION = {
  title: 'NewInspection',
  description: '一次检查 · One inspection to be recorded',
  type: 'object',
  additionalProperties: false,
  required: ['subject', 'ruleSet', 'inspectedOn', 'kind', 'office', 'inspectors', 'facts'],
  properties: { subject: SUBJECT_CODE, ruleSet: RULE_SET_ID, ...INSPECTION_PROPERTIES },
} as const;

export type NewInspectionMessage = FromSchema<typeof NEW_INSPECTION>;

const IDEMPOTENCY_KEY = {
  'idempotency-key': {
    type: 'string',
    minLength: 1,
    maxLength: 200,
    pattern: '^[\\x21-\\x7e]+$',
    description: '幂等标识：同一标识、同一内容只登记一次 · The same key with the same content is recorded once',
  },
} as const;

export const IDEMPOTENCY_HEADERS = {
  type: 'object',
  additionalProperties: false,
  required: ['idempotency-key'],
  properties: IDEMPOTENCY_KEY,
} as const;

export const OPTIONAL_IDEMPOTENCY_HEADERS = {
  type: 'object',
  additionalProperties: false,
  properties: IDEMPOTENCY_KEY,
} as const;

export type IdempotencyHeaders = FromSchema<typeof IDEMPOTENCY_HEADERS>;
export type OptionalIdempotencyHeaders = FromSchema<typeof OPTIONAL_IDEMPOTENCY_HEADERS>;

const KEPT_ITEM = {
  title: 'KeptItem',
  description: '一个事项的结果 · An item with its outcome',
  type: 'object',
  additionalProperties: false,
  required: ITEM_REQUIRED,
  properties: ITEM_PROPERTIES,
} as const;

const POSTED_FINDING = {
  title: 'PostedFinding',
  description: '一条记分 · A finding that was posted',
  type: 'object',
  additionalProperties: false,
  required: ['id', 'item', 'points', 'deadline'],
  properties: {
    id: ID,
    item: ITEM,
    points: POINTS,
    deadline: { ...DAY, description: '整改期限 · Last day on which it is put right in time' },
  },
} as const;

const CERTIFIED_INSPECTOR = {
  title: 'CertifiedInspector',
  description: '检查日持有效执法证的检查人员，按登记时名册 · An inspector who held a valid certificate on the day',
  type: 'object',
  additionalProperties: false,
  required: ['certificateNumber', 'name', 'office'],
  properties: {
    certificateNumber: { type: 'string', description: '执法证号 · Number of the certificate' },
    name: { type: 'string', description: '姓名 · Name' },
    office: { type: 'string', description: '所属机构编号 · Code of the office' },
  },
} as const;

const CERTIFIED_INSPECTORS = {
  type: 'array',
  description:
    '检查人员中持有效执法证的，姓名、证号、机构按登记时名册 · Those of the inspectors who held a valid certificate, as the register had them when it was recorded',
  items: CERTIFIED_INSPECTOR,
} as const;

export const RECORDED_INSPECTION = {
  title: 'RecordedInspection',
  description: '已登记的检查 · An inspection as recorded, with the standing as of its day',
  type: 'object',
  additionalProperties: false,
  required: [
    'id',
    'ruleSet',
    'points',
    'pointsRange',
    'complete',
    'items',
    'findings',
    'certifiedInspectors',
    'standing',
  ],
  properties: {
    id: ID,
    ruleSet: RULE_SET_IDENTITY,
    points: POINTS,
    pointsRange: POINTS_RANGE,
    complete: { type: 'boolean', description: '是否全部事项均已检查 · Whether every item was checked' },
    items: {
      type: 'array',
      description: '各事项，按规则集顺序 · Items in the order of the rule set',
      items: KEPT_ITEM,
    },
    findings: { type: 'array', description: '本次记分 · The findings that were posted', items: POSTED_FINDING },
    certifiedInspectors: CERTIFIED_INSPECTORS,
    standing: STANDING,
  },
} as const;

/** An inspection as it is kept, explained anew from its facts and its version. */
export const INSPECTION = {
  title: 'Inspection',
  description: '一次检查及其判断过程 · An inspection as it is kept, with how it came to its points',
  type: 'object',
  additionalProperties: false,
  required: [
    'id',
    'subject',
    'ruleSet',
    'inspectedOn',
    'kind',
    'office',
    'inspectors',
    'certifiedInspectors',
    'assistedBy',
    'facts',
    'knownAt',
    'recordedAt',
    'points',
    'pointsRange',
    'complete',
    'items',
  ],
  properties: {
    id: ID,
    subject: SUBJECT_CODE,
    ruleSet: RULE_SET_IDENTITY,
    ...INSPECTION_PROPERTIES,
    certifiedInspectors: CERTIFIED_INSPECTORS,
    facts: {
      ...FACTS,
      description: '计分所据的全部事实，含台账事实 · All facts it was scored on, those of the register included',
    },
    knownAt: { type: 'string', format: 'date-time', description: '知悉时间 · When it became known' },
    recordedAt: { type: 'string', format: 'date-time', description: '本系统登记时间 · When this service took it' },
    points: POINTS,
    pointsRange: POINTS_RANGE,
    complete: { type: 'boolean', description: '是否全部事项均已检查 · Whether every item was checked' },
    items: { type: 'array', description: '各事项及判断过程 · Items with their explanations', items: SCORED_ITEM },
  },
} as const;
