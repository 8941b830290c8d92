import type { FromSchema } from 'json-schema-to-ts';
import { PAGE_PROPERTIES, pageSchema } from '../../../common/http/cursor';
import { HASH, RULE_SET_ID, TEXT, VERSION } from '../../schemas/properties';
import { ANALYSIS } from './analysis.schema';

const ACTOR = {
  type: 'string',
  maxLength: 200,
  description: '人员或者系统 · Person, key or part of the service',
} as const;
const INSTANT = { type: 'string', format: 'date-time' } as const;

export const DRAFT_STATUS = {
  type: 'string',
  enum: ['draft', 'in_review', 'approved', 'published'],
  description: '状态：草稿、审批中、已批准、已发布 · A draft, in review, approved or published',
} as const;

const PROBLEM = {
  type: 'object',
  additionalProperties: false,
  required: ['code', 'path', 'message', 'mend'],
  description: '一处问题 · One fault',
  properties: {
    code: { type: 'string', maxLength: 100, description: '代码 · Code' },
    path: { type: 'string', maxLength: 5000, description: '在内容中的位置，JSON 指针 · JSON pointer into the content' },
    message: { ...TEXT, description: '问题说明 · What is wrong' },
    mend: { ...TEXT, description: '改正办法 · What to do' },
  },
} as const;

const COVERAGE = {
  type: 'object',
  additionalProperties: false,
  required: ['seen', 'total', 'notSeen'],
  description: '情景覆盖 · What the scenarios show of the content',
  properties: {
    seen: { type: 'integer', minimum: 0, description: '已见情形数 · How much is seen' },
    total: { type: 'integer', minimum: 0, description: '应见情形数 · Of how much there is to see' },
    notSeen: {
      type: 'array',
      maxItems: 500_000,
      description: '没有情景表明的情形 · What no scenario shows, with the one to write',
      items: PROBLEM,
    },
  },
} as const;

export const PROOF = {
  title: 'RuleSetProof',
  description: '对一份内容的检查和情景结果 · What checks and scenarios came to for a content',
  type: 'object',
  additionalProperties: false,
  required: ['hash', 'passed', 'problems', 'scenarios', 'coverage', 'analysis', 'checkedAt'],
  properties: {
    hash: HASH,
    passed: { type: 'boolean', description: '是否全部通过 · Whether everything holds' },
    problems: { type: 'array', maxItems: 50_000, description: '各处问题 · Everything that is wrong', items: PROBLEM },
    scenarios: {
      type: 'array',
      maxItems: 2000,
      description:
        '各情景是否通过；内容尚不成规则集的，为空 · Each scenario; none where the content is no rule set yet',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['code', 'passed'],
        description: '一个情景 · One scenario',
        properties: {
          code: { type: 'string', maxLength: 100, description: '情景代码 · Code of the scenario' },
          passed: { type: 'boolean', description: '是否通过 · Whether it holds' },
        },
      },
    },
    coverage: {
      anyOf: [COVERAGE, { type: 'null' }],
      description: '情景覆盖；内容尚不成规则集的，为 null · Coverage; null where the content is no rule set yet',
    },
    analysis: {
      anyOf: [ANALYSIS, { type: 'null' }],
      description:
        '规则分析；内容尚不成规则集或者此前检查的，为 null · Analysis; null where the content is no rule set yet, or was proved before',
    },
    checkedAt: { ...INSTANT, description: '检查时间 · When it was checked' },
  },
} as const;

const REVIEW = {
  type: 'object',
  additionalProperties: false,
  required: ['round', 'hash', 'verdict', 'reviewer', 'comment', 'reportHash', 'reviewedAt'],
  description: '一次审批决定 · One decision',
  properties: {
    round: { type: 'integer', minimum: 1, description: '第几次送审 · Which time it had been handed in' },
    hash: HASH,
    verdict: { type: 'string', enum: ['approved', 'rejected'], description: '批准或者退回 · Approved or sent back' },
    reviewer: ACTOR,
    comment: { type: ['string', 'null'], maxLength: 2000, description: '意见 · Comment' },
    reportHash: {
      type: ['string', 'null'],
      maxLength: 71,
      description: '所依据的影响测算报告的哈希值 · Hash of the impact report decided on',
    },
    reviewedAt: { ...INSTANT, description: '决定时间 · When it was decided' },
  },
} as const;

const HEAD = {
  id: { type: 'string', format: 'uuid', description: '草稿编号 · Id of the draft' },
  ruleSet: RULE_SET_ID,
  version: VERSION,
  status: DRAFT_STATUS,
  revision: { type: 'integer', minimum: 1, description: '版次，每次修改加一 · Counted up by every change' },
  hash: HASH,
  authors: { type: 'array', maxItems: 1000, description: '起草和修改过内容的人 · Who wrote any of it', items: ACTOR },
  origin: {
    type: 'object',
    additionalProperties: false,
    required: ['kind'],
    description: '最初内容的来源 · Where the content came from at first',
    properties: {
      kind: {
        type: 'string',
        enum: ['empty', 'template', 'version', 'import', 'product'],
        description: '空白、模板、版本、导入、产品 · Nothing, template, version, import or product',
      },
      template: { type: 'string', maxLength: 80, description: '模板 · Template' },
      ruleSet: RULE_SET_ID,
      version: VERSION,
      hash: HASH,
    },
  },
  createdAt: { ...INSTANT, description: '起草时间 · When it was begun' },
  changedAt: { ...INSTANT, description: '最近修改时间 · When its content last changed' },
} as const;

const HEAD_REQUIRED = [
  'id',
  'ruleSet',
  'version',
  'status',
  'revision',
  'hash',
  'authors',
  'origin',
  'createdAt',
  'changedAt',
] as const;

export const DRAFT_SUMMARY = {
  title: 'RuleSetDraftSummary',
  description: '规则集版本的草稿 · A draft of a version',
  type: 'object',
  additionalProperties: false,
  required: HEAD_REQUIRED,
  properties: HEAD,
} as const;

export const DRAFT_PAGE = pageSchema('RuleSetDraftPage', DRAFT_SUMMARY);

export const DRAFT = {
  title: 'RuleSetDraft',
  description: '规则集版本的草稿及其内容、检查结果和审批决定 · A draft with its content, proof and reviews',
  type: 'object',
  additionalProperties: false,
  required: [...HEAD_REQUIRED, 'approvals', 'approvalsNeeded', 'proof', 'reviews', 'content'],
  properties: {
    ...HEAD,
    approvals: {
      type: 'integer',
      minimum: 0,
      description: '对现有内容的有效批准数 · Approvals of this content that count',
    },
    approvalsNeeded: { type: 'integer', minimum: 1, description: '需要的批准数 · Approvals needed' },
    proof: { anyOf: [PROOF, { type: 'null' }], description: '现有内容的检查结果 · Proof of the content as it is' },
    reviews: { type: 'array', maxItems: 10_000, description: '历次审批决定 · Everything decided on it', items: REVIEW },
    content: { type: 'object', additionalProperties: true, description: '内容 · The content' },
  },
} as const;

export const DRAFT_PARAMS = {
  type: 'object',
  additionalProperties: false,
  required: ['draft'],
  properties: { draft: HEAD.id },
} as const;

export const DRAFTS_QUERY = {
  type: 'object',
  additionalProperties: false,
  required: ['limit'],
  properties: { ...PAGE_PROPERTIES, ruleSet: RULE_SET_ID, status: DRAFT_STATUS },
} as const;

export type DraftMessage = FromSchema<typeof DRAFT>;
export type DraftSummaryMessage = FromSchema<typeof DRAFT_SUMMARY>;
export type ProofMessage = FromSchema<typeof PROOF>;
export type DraftParams = FromSchema<typeof DRAFT_PARAMS>;
export type DraftsQuery = FromSchema<typeof DRAFTS_QUERY>;
