import type { FromSchema } from 'json-schema-to-ts';
import { VALID_TO } from './properties';

export const OFFICE_END = {
  title: 'OfficeEnd',
  description: '终止监管机构 · The end of an office',
  type: 'object',
  additionalProperties: false,
  required: ['validTo'],
  properties: { validTo: VALID_TO },
} as const;

export type OfficeEndMessage = FromSchema<typeof OFFICE_END>;
