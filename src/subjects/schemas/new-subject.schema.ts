import type { FromSchema } from 'json-schema-to-ts';
import { ATTRIBUTES, CODE_OF_OFFICE, CODE_OF_SUBJECT, NAME, STATE, TRADE, VALID_FROM } from './properties';

export const NEW_SUBJECT = {
  title: 'NewSubject',
  description: '新登记企业 · An enterprise to be entered in the register',
  type: 'object',
  additionalProperties: false,
  required: ['code', 'name', 'trade', 'state', 'office', 'validFrom'],
  properties: {
    code: CODE_OF_SUBJECT,
    name: NAME,
    trade: TRADE,
    state: STATE,
    office: CODE_OF_OFFICE,
    attributes: ATTRIBUTES,
    validFrom: VALID_FROM,
  },
} as const;

export type NewSubjectMessage = FromSchema<typeof NEW_SUBJECT>;
