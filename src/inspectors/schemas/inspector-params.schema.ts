import type { FromSchema } from 'json-schema-to-ts';
import { CERTIFICATE_NUMBER } from './properties';

export const INSPECTOR_PARAMS = {
  type: 'object',
  additionalProperties: false,
  required: ['certificateNumber'],
  properties: { certificateNumber: CERTIFICATE_NUMBER },
} as const;

export type InspectorParams = FromSchema<typeof INSPECTOR_PARAMS>;
