import type { FromSchema } from 'json-schema-to-ts';
import { CODE_OF_OFFICE, LEVEL, NAME, NAME_EN, VALID_FROM, VALID_TO } from './properties';

export const NEW_OFFICE = {
  title: 'NewOffice',
  description: '新设监管机构 · An office to be set up',
  type: 'object',
  additionalProperties: false,
  required: ['code', 'level', 'name', 'validFrom'],
  properties: {
    code: CODE_OF_OFFICE,
    level: LEVEL,
    parent: {
      ...CODE_OF_OFFICE,
      description: '上级机构编号，辖区不填 · Code of the office above it; none for a jurisdiction',
    },
    name: NAME,
    nameEn: NAME_EN,
    validFrom: VALID_FROM,
    validTo: VALID_TO,
  },
} as const;

export type NewOfficeMessage = FromSchema<typeof NEW_OFFICE>;
