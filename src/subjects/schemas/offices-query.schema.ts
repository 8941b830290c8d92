import type { FromSchema } from 'json-schema-to-ts';
import { PAGE_PROPERTIES } from '../../common/http/cursor';
import { AS_OF } from './properties';

export const OFFICES_QUERY = {
  type: 'object',
  additionalProperties: false,
  required: ['limit'],
  properties: {
    asOf: {
      ...AS_OF,
      description: '只列该日有效的机构，不填的，列出全部 · Only offices valid on this day; without it all of them',
    },
    ...PAGE_PROPERTIES,
  },
} as const;

export type OfficesQuery = FromSchema<typeof OFFICES_QUERY>;
