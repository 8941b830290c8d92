import { FromSchema } from 'json-schema-to-ts';
import { STANDING } from '../../standings/schemas/standing.schema';
import { DAY, ID, NOTE, REASON } from './properties';

/** What each record about a finding is sent with, wherever it is sent. */
export const RECTIFICATION_PROPERTIES = {
  completedOn: { ...DAY, description: '整改完成日期 · Day on which the fault was put right' },
} as const;

export const RE_INSPECTION_PROPERTIES = {
  inspectedOn: { ...DAY, description: '复查日期 · Day of the re-inspection' },
  passed: { type: 'boolean', description: '是否合格 · Whether it passed' },
  note: NOTE,
} as const;

export const EXTENSION_PROPERTIES = {
  decidedOn: {
    ...DAY,
    description: '决定日期，不得晚于原期限 · Day of the decision, on or before the deadline it moves',
  },
  newDeadline: { ...DAY, description: '新的整改期限 · The new deadline' },
  reason: REASON,
} as const;

export const ANNULMENT_PROPERTIES = {
  decidedOn: { ...DAY, description: '决定日期 · Day of the decision' },
  reason: REASON,
} as const;

function message<T extends string, P extends object, R extends readonly string[]>(
  title: T,
  description: string,
  properties: P,
  required: R,
) {
  return { title, description, type: 'object', additionalProperties: false, required, properties } as const;
}

export const NEW_RECTIFICATION = message(
  'NewRectification',
  '整改完成报告 · The fault is reported as put right',
  RECTIFICATION_PROPERTIES,
  ['completedOn'] as const,
);
export const NEW_RE_INSPECTION = message(
  'NewReInspection',
  '复查结果 · What a re-inspection came to',
  RE_INSPECTION_PROPERTIES,
  ['inspectedOn', 'passed'] as const,
);
export const NEW_EXTENSION = message('NewExtension', '延期决定 · The deadline is moved', EXTENSION_PROPERTIES, [
  'decidedOn',
  'newDeadline',
  'reason',
] as const);
export const NEW_FINDING_ANNULMENT = message(
  'NewFindingAnnulment',
  '撤销一条违规记录 · A finding is annulled',
  ANNULMENT_PROPERTIES,
  ['decidedOn', 'reason'] as const,
);
export const NEW_RECORD_ANNULMENT = message(
  'NewRecordAnnulment',
  '撤销一条记录；撤销检查的，其全部违规记录一并撤销 · A record is annulled, an inspection with all its findings',
  {
    ...ANNULMENT_PROPERTIES,
    replacedBy: { ...ID, description: '替代记录的编号 · Id of the record that takes its place' },
  },
  ['decidedOn', 'reason'] as const,
);

export type NewRectificationMessage = FromSchema<typeof NEW_RECTIFICATION>;
export type NewReInspectionMessage = FromSchema<typeof NEW_RE_INSPECTION>;
export type NewExtensionMessage = FromSchema<typeof NEW_EXTENSION>;
export type NewFindingAnnulmentMessage = FromSchema<typeof NEW_FINDING_ANNULMENT>;
export type NewRecordAnnulmentMessage = FromSchema<typeof NEW_RECORD_ANNULMENT>;

export const ID_PARAMS = {
  type: 'object',
  additionalProperties: false,
  required: ['id'],
  properties: { id: ID },
} as const;

export type IdParams = FromSchema<typeof ID_PARAMS>;

export const RECORDED = {
  title: 'Recorded',
  description: '已登记的记录 · A record as taken, with the standing as of today',
  type: 'object',
  additionalProperties: false,
  required: ['id', 'standing'],
  properties: {
    id: ID,
    standing: {
      anyOf: [STANDING, { type: 'null', description: '今日没有施行的版本 · No version is in force today' }],
      description: '今日累计记分 · The standing as of today',
    },
  },
} as const;
