import { FromSchema } from 'json-schema-to-ts';
import { PAGE_PROPERTIES, pageSchema } from '../../common/http/cursor';
import { DAY, ID, NAMED_CODE, NOTE, RULE_SET_ID, SUBJECT_CODE } from '../../inspections/schemas/properties';

const STATE = {
  type: 'string',
  enum: ['open', 'completed', 'withdrawn'],
  description: '状态：待办、已完成、已撤回 · State',
} as const;

const OFFICE = { type: 'string', minLength: 1, maxLength: 64, description: '机构代码 · Code of the office' } as const;

export const MEASURE = {
  title: 'Measure',
  description: '应由监管机构采取的一项措施 · What an authority has to do because a rung was reached',
  type: 'object',
  additionalProperties: false,
  required: [
    'id',
    'subject',
    'ruleSet',
    'version',
    'rung',
    'measure',
    'authority',
    'office',
    'cycle',
    'dueOn',
    'state',
    'basisChanged',
    'events',
  ],
  properties: {
    id: ID,
    subject: SUBJECT_CODE,
    ruleSet: RULE_SET_ID,
    version: { type: 'string', description: '规则集版本 · Version of the rule set' },
    rung: { type: 'string', description: '所属的档 · Code of the rung' },
    measure: NAMED_CODE,
    authority: NAMED_CODE,
    office: {
      ...OFFICE,
      type: ['string', 'null'],
      description: '承办机构，台账未能确定的为 null · The office in charge; null where the register names none',
    },
    cycle: {
      title: 'Cycle',
      description: '记分周期，不含 to 当日 · The cycle; the day "to" is no longer part of it',
      type: 'object',
      additionalProperties: false,
      required: ['from', 'to'],
      properties: { from: DAY, to: DAY },
    },
    dueOn: { ...DAY, description: '应采取的日期 · The day on which it fell due' },
    state: STATE,
    basisChanged: { type: 'boolean', description: '依据是否已变更 · Whether its basis was annulled after completion' },
    events: {
      type: 'array',
      description: '经过 · What happened to it',
      items: {
        title: 'MeasureEvent',
        description: '一步 · One step',
        type: 'object',
        additionalProperties: false,
        required: ['type', 'day', 'note', 'recordedAt'],
        properties: {
          type: {
            type: 'string',
            enum: ['created', 'withdrawn', 'completed', 'basis_changed'],
            description: '类别 · Kind',
          },
          day: DAY,
          note: { ...NOTE, type: ['string', 'null'] },
          recordedAt: { type: 'string', format: 'date-time', description: '登记时间 · When it was recorded' },
        },
      },
    },
  },
} as const;

export const MEASURE_PAGE = pageSchema('MeasurePage', MEASURE);

export const MEASURES_QUERY = {
  type: 'object',
  additionalProperties: false,
  required: ['limit'],
  properties: {
    office: {
      ...OFFICE,
      description: '承办机构编号，含其下级机构 · Code of the office in charge; those below it are included',
    },
    state: { ...STATE, description: '只列该状态的 · Only those in this state' },
    ...PAGE_PROPERTIES,
  },
} as const;

export type MeasuresQuery = FromSchema<typeof MEASURES_QUERY>;

export const COMPLETION = {
  title: 'Completion',
  description: '措施完成情况 · A measure is reported as completed',
  type: 'object',
  additionalProperties: false,
  required: ['completedOn'],
  properties: { completedOn: { ...DAY, description: '完成日期 · Day of completion' }, note: NOTE },
} as const;

export type CompletionMessage = FromSchema<typeof COMPLETION>;
