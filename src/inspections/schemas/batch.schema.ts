import { FromSchema } from 'json-schema-to-ts';
import {
  ANNULMENT_PROPERTIES,
  EXTENSION_PROPERTIES,
  RECTIFICATION_PROPERTIES,
  RE_INSPECTION_PROPERTIES,
} from './finding-records.schema';
import { INSPECTION_PROPERTIES } from './inspection.schema';
import { ID, ITEM, KEY, KNOWN_AT, RULE_SET_ID, SUBJECT_CODE } from './properties';

const HEAD = {
  key: KEY,
  subject: SUBJECT_CODE,
  ruleSet: RULE_SET_ID,
  knownAt: {
    ...KNOWN_AT,
    description:
      '知悉时间，补登在先事项时填写，不填为当前时间 · When it became known, for an import of older records; absent: now',
  },
} as const;

const FINDING = {
  title: 'FindingByKey',
  description: '违规记录，以检查的标识和事项代码指明 · A finding, named by the key of its inspection and its item',
  type: 'object',
  additionalProperties: false,
  required: ['inspection', 'item'],
  properties: { inspection: KEY, item: ITEM },
} as const;

function entry<T extends string, K extends string, P extends object, R extends readonly string[]>(
  title: T,
  type: K,
  description: string,
  properties: P,
  required: R,
) {
  return {
    title,
    description,
    type: 'object',
    additionalProperties: false,
    required: ['type', 'key', 'subject', 'ruleSet', ...required],
    properties: {
      type: { type: 'string', const: type, description: '记录类别 · Kind of record' },
      ...HEAD,
      ...properties,
    },
  } as const;
}

/** One record of any kind. */
export const BATCH_ENTRY = {
  title: 'BatchEntry',
  description: '一条记录 · One record of any kind',
  type: 'object',
  discriminator: { propertyName: 'type' },
  oneOf: [
    entry('BatchInspection', 'inspection', '检查 · An inspection', INSPECTION_PROPERTIES, [
      'inspectedOn',
      'kind',
      'office',
      'inspectors',
      'facts',
    ] as const),
    entry(
      'BatchRectification',
      'rectification',
      '整改完成 · A rectification',
      { finding: FINDING, ...RECTIFICATION_PROPERTIES },
      ['finding', 'completedOn'] as const,
    ),
    entry(
      'BatchReInspection',
      're_inspection',
      '复查 · A re-inspection',
      { finding: FINDING, ...RE_INSPECTION_PROPERTIES },
      ['finding', 'inspectedOn', 'passed'] as const,
    ),
    entry('BatchExtension', 'extension', '延期 · An extension', { finding: FINDING, ...EXTENSION_PROPERTIES }, [
      'finding',
      'decidedOn',
      'newDeadline',
      'reason',
    ] as const),
    entry(
      'BatchAnnulment',
      'annulment',
      '撤销 · An annulment',
      {
        ...ANNULMENT_PROPERTIES,
        annuls: {
          title: 'AnnulledByKey',
          description: '撤销的违规记录或者记录，二者填一 · The finding or the record that is annulled; one of the two',
          type: 'object',
          additionalProperties: false,
          minProperties: 1,
          maxProperties: 1,
          properties: { finding: FINDING, record: KEY },
        },
        replacedBy: { ...KEY, description: '替代记录的标识 · Key of the record that takes its place' },
      },
      ['annuls', 'decidedOn', 'reason'] as const,
    ),
  ],
} as const;

export const MAX_BATCH = 1000;

/** Entries are checked one by one, so that a bad one does not keep the good ones out. */
export const BATCH = {
  title: 'Batch',
  description: '批量补登，一次至多 1000 条 · Up to 1,000 records of any kind, in any order',
  type: 'object',
  additionalProperties: false,
  required: ['entries'],
  properties: {
    entries: {
      type: 'array',
      minItems: 1,
      maxItems: MAX_BATCH,
      description: '各条记录 · The records',
      items: { anyOf: [BATCH_ENTRY, true], description: '一条记录 · One record' },
    },
  },
} as const;

export interface BatchMessage {
  readonly entries: readonly unknown[];
}

export const BATCH_ANSWER = {
  title: 'BatchAnswer',
  description: '逐条答复，顺序同请求 · An answer for every entry, in the order of the request',
  type: 'object',
  additionalProperties: false,
  required: ['recorded', 'refused', 'answers'],
  properties: {
    recorded: { type: 'integer', description: '已登记条数 · How many are on record' },
    refused: { type: 'integer', description: '未登记条数 · How many were refused' },
    answers: {
      type: 'array',
      maxItems: MAX_BATCH,
      description: '答复 · Answers',
      items: {
        title: 'EntryAnswer',
        description: '一条答复：id 或者 problem · One answer: an id or a problem',
        type: 'object',
        additionalProperties: false,
        required: ['key', 'status', 'id', 'findings', 'problem'],
        properties: {
          key: { type: ['string', 'null'], description: '记录标识 · Key of the entry' },
          status: { type: 'integer', description: '相当的 HTTP 状态码 · The HTTP status it would have had alone' },
          id: { ...ID, type: ['string', 'null'], description: '记录编号 · Id of the record' },
          findings: {
            type: 'array',
            description: '该次检查的违规记录，是否计分见累计记分 · The findings of an inspection, posted or not',
            items: {
              title: 'EntryFinding',
              description: '一条违规记录 · One finding',
              type: 'object',
              additionalProperties: false,
              required: ['id', 'item'],
              properties: { id: ID, item: ITEM },
            },
          },
          problem: {
            type: ['object', 'null'],
            additionalProperties: true,
            description: '错误说明（RFC 9457） · What is wrong (RFC 9457)',
          },
        },
      },
    },
  },
} as const;

export type BatchAnswerMessage = Omit<FromSchema<typeof BATCH_ANSWER>, 'answers'> & {
  readonly answers: readonly EntryAnswer[];
};

export interface EntryAnswer {
  readonly key: string | null;
  readonly status: number;
  readonly id: string | null;
  readonly findings: readonly { readonly id: string; readonly item: string }[];
  readonly problem: object | null;
}
