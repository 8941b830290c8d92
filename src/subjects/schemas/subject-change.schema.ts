import type { FromSchema } from 'json-schema-to-ts';
import { ATTRIBUTE_CHANGES, CODE_OF_OFFICE, NAME, STATE, TRADE, VALID_FROM } from './properties';

export const SUBJECT_CHANGE = {
  title: 'SubjectChange',
  description:
    '自某日起的变更，不填的保持不变 · What changes from a day on; what is left out stays as it is, a null attribute ends',
  type: 'object',
  additionalProperties: false,
  required: ['validFrom'],
  minProperties: 2,
  properties: {
    name: NAME,
    trade: TRADE,
    state: STATE,
    office: CODE_OF_OFFICE,
    attributes: { ...ATTRIBUTE_CHANGES, minProperties: 1 },
    validFrom: VALID_FROM,
  },
} as const;

export type SubjectChangeMessage = FromSchema<typeof SUBJECT_CHANGE>;
