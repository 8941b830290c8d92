import type { FromSchema } from 'json-schema-to-ts';
import { RULE_SET_ID, VERSION } from '../../schemas/properties';

export const COMPARISON_QUERY = {
  type: 'object',
  additionalProperties: false,
  required: ['from'],
  properties: {
    from: { ...VERSION, description: '旧版本，即比较的基准 · The old version: the baseline' },
    to: { ...VERSION, description: '新版本；与 toDraft 二者填一 · The new version; this or toDraft', example: '1.1.0' },
    toRuleSet: {
      ...RULE_SET_ID,
      description:
        '新版本所属的规则集，不填写的为同一规则集 · The rule set that `to` is a version of; the same one without it',
    },
    toDraft: {
      type: 'string',
      format: 'uuid',
      description:
        '以草稿为新版本，须有查看草稿的权限 · A draft in place of a new version; needs rule_sets.read_drafts',
    },
    format: {
      type: 'string',
      enum: ['json', 'text', 'markdown'],
      description:
        '答复的形式；不填写的，依 Accept，默认 json。text、markdown 的语言依 Accept-Language · Form of the answer; without it as Accept says, else json. The language of text and markdown is that of Accept-Language',
    },
  },
} as const;

export const COMPARISON_HEADERS = {
  type: 'object',
  additionalProperties: false,
  properties: {
    accept: {
      type: 'string',
      maxLength: 1000,
      description: 'text/plain 或者 text/markdown，相当于 format · text/plain or text/markdown in place of `format`',
    },
  },
} as const;

export type ComparisonQuery = FromSchema<typeof COMPARISON_QUERY>;
export type ComparisonHeaders = FromSchema<typeof COMPARISON_HEADERS>;
