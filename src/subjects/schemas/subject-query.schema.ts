import type { FromSchema } from 'json-schema-to-ts';
import { AS_OF } from './properties';

export const SUBJECT_QUERY = {
  type: 'object',
  additionalProperties: false,
  properties: {
    asOf: { ...AS_OF, description: '截至日期，不填的为今天 · The day asked about; today when left out' },
  },
} as const;

export type SubjectQuery = FromSchema<typeof SUBJECT_QUERY>;
