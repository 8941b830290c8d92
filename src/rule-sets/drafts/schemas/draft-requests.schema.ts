import type { FromSchema } from 'json-schema-to-ts';
import { HASH, RULE_SET_ID, VERSION } from '../../schemas/properties';

export const NEW_DRAFT = {
  title: 'NewRuleSetDraft',
  description:
    '起草一个版本；from 和 template 都不填的，从空白开始 · Begins a draft, of nothing unless it says of what',
  type: 'object',
  additionalProperties: false,
  required: ['ruleSet', 'version'],
  properties: {
    ruleSet: RULE_SET_ID,
    version: VERSION,
    from: {
      type: 'object',
      additionalProperties: false,
      required: ['ruleSet'],
      description: '作为基础的版本，可以是其他行业的规则集 · The version to begin from, of any rule set',
      properties: {
        ruleSet: RULE_SET_ID,
        version: {
          ...VERSION,
          description: '版本号，不填的为现行版本 · Version; that in force today where it is left out',
        },
      },
    },
    template: { type: 'string', minLength: 1, maxLength: 80, description: '模板的编号 · Id of a template' },
  },
} as const;

export const CONTENT = {
  title: 'RuleSetContent',
  description: '规则集的内容，草稿可以尚不完整 · The content of a rule set; that of a draft may be incomplete',
  type: 'object',
  additionalProperties: true,
} as const;

export const IF_MATCH_HEADERS = {
  type: 'object',
  additionalProperties: false,
  properties: {
    'if-match': {
      type: 'string',
      maxLength: 200,
      description: '读取草稿时得到的 ETag · The ETag that the draft was read with',
    },
  },
} as const;

const SEEN = { ...HASH, description: '所见内容的哈希值 · Hash of the content as seen' } as const;

export const SUBMISSION = {
  title: 'RuleSetSubmission',
  description: '送审 · Hands a draft in for review',
  type: 'object',
  additionalProperties: false,
  required: ['hash'],
  properties: { hash: SEEN },
} as const;

export const NEW_REVIEW = {
  title: 'NewRuleSetReview',
  description: '批准或者退回 · Approves a content, or sends it back',
  type: 'object',
  additionalProperties: false,
  required: ['hash', 'verdict'],
  properties: {
    hash: SEEN,
    verdict: { type: 'string', enum: ['approved', 'rejected'], description: '批准或者退回 · Approved or sent back' },
    comment: {
      type: 'string',
      minLength: 1,
      maxLength: 2000,
      description: '意见，退回的必填 · Comment; why it is sent back',
    },
  },
} as const;

export const PUBLICATION = {
  title: 'RuleSetPublication',
  description: '发布并确定施行日期 · Publishes a content from a day on',
  type: 'object',
  additionalProperties: false,
  required: ['hash', 'from'],
  properties: {
    hash: SEEN,
    from: { type: 'string', format: 'date', description: '施行首日 · First day in force' },
  },
} as const;

const REASON = { type: 'string', minLength: 1, maxLength: 2000, description: '理由 · Reason' } as const;

export const WITHDRAWAL = {
  title: 'RuleSetWithdrawal',
  description: '施行前撤回 · Withdraws a version before its effective day',
  type: 'object',
  additionalProperties: false,
  required: ['reason'],
  properties: { reason: REASON },
} as const;

export const RETIREMENT = {
  title: 'RuleSetRetirement',
  description: '废止 · Retires a version in force',
  type: 'object',
  additionalProperties: false,
  required: ['to', 'reason'],
  properties: {
    to: { type: 'string', format: 'date', description: '不再施行的首日 · First day no longer in force' },
    reason: REASON,
  },
} as const;

export type NewDraftMessage = FromSchema<typeof NEW_DRAFT>;
export type ContentMessage = Readonly<Record<string, unknown>>;
export type IfMatchHeaders = FromSchema<typeof IF_MATCH_HEADERS>;
export type SubmissionMessage = FromSchema<typeof SUBMISSION>;
export type NewReviewMessage = FromSchema<typeof NEW_REVIEW>;
export type PublicationMessage = FromSchema<typeof PUBLICATION>;
export type WithdrawalMessage = FromSchema<typeof WITHDRAWAL>;
export type RetirementMessage = FromSchema<typeof RETIREMENT>;
