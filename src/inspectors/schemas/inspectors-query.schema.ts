import type { FromSchema } from 'json-schema-to-ts';
import { PAGE_PROPERTIES } from '../../common/http/cursor';
import { CODE_OF_OFFICE } from '../../subjects/schemas/properties';

export const INSPECTORS_QUERY = {
  type: 'object',
  additionalProperties: false,
  required: ['limit'],
  properties: {
    office: {
      ...CODE_OF_OFFICE,
      description: '监管机构编号，含其下级机构 · Code of an office; those below it are included',
    },
    validOn: {
      type: 'string',
      format: 'date',
      description: '只列该日执法证有效的 · Only those whose certificates are valid on this day',
    },
    ...PAGE_PROPERTIES,
  },
} as const;

export type InspectorsQuery = FromSchema<typeof INSPECTORS_QUERY>;
