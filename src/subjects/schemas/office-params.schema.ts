import type { FromSchema } from 'json-schema-to-ts';
import { CODE_OF_OFFICE } from './properties';

export const OFFICE_PARAMS = {
  type: 'object',
  additionalProperties: false,
  required: ['code'],
  properties: { code: CODE_OF_OFFICE },
} as const;

export type OfficeParams = FromSchema<typeof OFFICE_PARAMS>;
