import type { FromSchema } from 'json-schema-to-ts';
import { PAGE_PROPERTIES, pageSchema } from '../../common/http/cursor';
import { ATTRIBUTE_CHANGES, CODE_OF_OFFICE, NAME, STATE, TRADE, VALID_FROM } from './properties';

export const REGISTER_ENTRY = {
  title: 'RegisterEntry',
  description: '一条台账记录，只列其变更的内容 · One entry of the register, with what it changed and nothing else',
  type: 'object',
  additionalProperties: false,
  required: ['number', 'validFrom', 'recordedAt', 'attributes'],
  properties: {
    number: { type: 'integer', minimum: 1, description: '序号，按登记先后 · Number, in the order of recording' },
    validFrom: VALID_FROM,
    recordedAt: { type: 'string', format: 'date-time', description: '登记时间 · When it was recorded' },
    name: NAME,
    trade: TRADE,
    state: STATE,
    office: CODE_OF_OFFICE,
    attributes: ATTRIBUTE_CHANGES,
  },
} as const;

export const HISTORY_PAGE = pageSchema('RegisterHistoryPage', REGISTER_ENTRY);

export const HISTORY_QUERY = {
  type: 'object',
  additionalProperties: false,
  required: ['limit'],
  properties: PAGE_PROPERTIES,
} as const;

export type RegisterEntryMessage = FromSchema<typeof REGISTER_ENTRY>;
export type HistoryQuery = FromSchema<typeof HISTORY_QUERY>;
