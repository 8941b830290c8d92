import type { FromSchema } from 'json-schema-to-ts';
import { CODE_OF_OFFICE, CODE_OF_SUBJECT } from '../../subjects/schemas/properties';

const kind = <K extends string>(name: K, description: string) =>
  ({ type: 'string', const: name, description }) as const;

/** How far an account or a key reaches, in the codes that people know. */
export const REACH = {
  title: 'Reach',
  description:
    '管辖范围：全部、指定机构及其下级、一家企业 · Everything, some offices and all below them, or one enterprise',
  type: 'object',
  discriminator: { propertyName: 'kind' },
  oneOf: [
    {
      title: 'ReachEverything',
      description: '全部企业 · Every enterprise',
      type: 'object',
      additionalProperties: false,
      required: ['kind'],
      properties: { kind: kind('everything', '全部 · Everything') },
    },
    {
      title: 'ReachOffices',
      description: '指定机构及其下级所监管的企业 · The enterprises in the charge of some offices or of one below them',
      type: 'object',
      additionalProperties: false,
      required: ['kind', 'offices'],
      properties: {
        kind: kind('offices', '指定机构 · Offices'),
        offices: {
          type: 'array',
          minItems: 1,
          maxItems: 50,
          uniqueItems: true,
          items: CODE_OF_OFFICE,
          description: '机构编号 · Codes of the offices',
        },
      },
    },
    {
      title: 'ReachSubject',
      description: '一家企业 · One enterprise',
      type: 'object',
      additionalProperties: false,
      required: ['kind', 'subject'],
      properties: { kind: kind('subject', '一家企业 · One enterprise'), subject: CODE_OF_SUBJECT },
    },
  ],
} as const;

export type ReachMessage = FromSchema<typeof REACH>;
