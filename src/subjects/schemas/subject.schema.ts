import type { FromSchema } from 'json-schema-to-ts';
import { pageSchema } from '../../common/http/cursor';
import { AS_OF, ATTRIBUTES, CODE_OF_OFFICE, CODE_OF_SUBJECT, NAME, STATE, TRADE } from './properties';

export const SUBJECT = {
  title: 'Subject',
  description: '企业在某日的台账 · What the register says of an enterprise as of a day',
  type: 'object',
  additionalProperties: false,
  required: ['code', 'asOf', 'name', 'trade', 'state', 'office', 'attributes'],
  properties: {
    code: CODE_OF_SUBJECT,
    asOf: AS_OF,
    name: NAME,
    trade: TRADE,
    state: STATE,
    office: CODE_OF_OFFICE,
    attributes: { ...ATTRIBUTES, maxProperties: 10_000 },
  },
} as const;

export const SUBJECT_PAGE = pageSchema('SubjectPage', SUBJECT);

export type SubjectMessage = FromSchema<typeof SUBJECT>;
