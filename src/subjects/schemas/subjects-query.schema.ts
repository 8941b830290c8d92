import type { FromSchema } from 'json-schema-to-ts';
import { PAGE_PROPERTIES } from '../../common/http/cursor';
import { CODE_OF_OFFICE, STATE, TRADE } from './properties';
import { SUBJECT_QUERY } from './subject-query.schema';

export const SUBJECTS_QUERY = {
  type: 'object',
  additionalProperties: false,
  required: ['limit'],
  properties: {
    office: {
      ...CODE_OF_OFFICE,
      description: '监管机构编号，含其下级机构 · Code of an office; those below it are included',
    },
    trade: TRADE,
    state: STATE,
    ...SUBJECT_QUERY.properties,
    ...PAGE_PROPERTIES,
  },
} as const;

export type SubjectsQuery = FromSchema<typeof SUBJECTS_QUERY>;
