import type { FromSchema } from 'json-schema-to-ts';
import { CODE_OF_SUBJECT } from './properties';

export const SUBJECT_PARAMS = {
  type: 'object',
  additionalProperties: false,
  required: ['code'],
  properties: { code: CODE_OF_SUBJECT },
} as const;

export type SubjectParams = FromSchema<typeof SUBJECT_PARAMS>;
