import type { FromSchema } from 'json-schema-to-ts';
import { pageSchema } from '../../common/http/cursor';
import { CODE_OF_OFFICE, LEVEL, NAME, NAME_EN, VALID_FROM, VALID_TO } from './properties';

export const OFFICE = {
  title: 'Office',
  description: '监管机构 · An authority',
  type: 'object',
  additionalProperties: false,
  required: ['code', 'level', 'parent', 'name', 'nameEn', 'validFrom', 'validTo'],
  properties: {
    code: CODE_OF_OFFICE,
    level: LEVEL,
    parent: { ...CODE_OF_OFFICE, type: ['string', 'null'], description: '上级机构编号 · Code of the office above it' },
    name: NAME,
    nameEn: { ...NAME_EN, type: ['string', 'null'] },
    validFrom: VALID_FROM,
    validTo: { ...VALID_TO, type: ['string', 'null'] },
  },
} as const;

export const OFFICE_PAGE = pageSchema('OfficePage', OFFICE);

export type OfficeMessage = FromSchema<typeof OFFICE>;
