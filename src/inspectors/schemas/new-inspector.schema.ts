import type { FromSchema } from 'json-schema-to-ts';
import { CODE_OF_OFFICE, NAME } from '../../subjects/schemas/properties';
import { CERTIFICATE_FROM, CERTIFICATE_NUMBER, CERTIFICATE_TO } from './properties';

export const NEW_INSPECTOR = {
  title: 'NewInspector',
  description: '新登记检查人员 · An inspector to be entered, with the first period of the certificate',
  type: 'object',
  additionalProperties: false,
  required: ['certificateNumber', 'name', 'office', 'validFrom'],
  properties: {
    certificateNumber: CERTIFICATE_NUMBER,
    name: { ...NAME, description: '姓名 · Name' },
    office: CODE_OF_OFFICE,
    validFrom: CERTIFICATE_FROM,
    validTo: CERTIFICATE_TO,
  },
} as const;

export type NewInspectorMessage = FromSchema<typeof NEW_INSPECTOR>;
