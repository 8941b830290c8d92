import type { FromSchema } from 'json-schema-to-ts';
import { pageSchema } from '../../common/http/cursor';
import { CODE_OF_OFFICE, NAME } from '../../subjects/schemas/properties';
import { CERTIFICATE_FROM, CERTIFICATE_NUMBER, CERTIFICATE_TO, REVOCATION_REASON, REVOKED_FROM } from './properties';

const TO_OR_OPEN = { ...CERTIFICATE_TO, type: ['string', 'null'] } as const;

const PERIOD = {
  title: 'CertificatePeriod',
  description: '有效期间 · Days on which a certificate is valid',
  type: 'object',
  additionalProperties: false,
  required: ['from', 'to'],
  properties: { from: CERTIFICATE_FROM, to: TO_OR_OPEN },
} as const;

const ENTRY = {
  title: 'CertificateEntry',
  description: '一条登记：发证、续期或者注销 · One entry: an issue or renewal, or a revocation',
  type: 'object',
  additionalProperties: false,
  required: ['type', 'recordedAt'],
  properties: {
    type: { type: 'string', enum: ['period', 'revocation'], description: '类别：有效期间、注销 · Kind' },
    validFrom: CERTIFICATE_FROM,
    validTo: TO_OR_OPEN,
    revokedFrom: REVOKED_FROM,
    reason: REVOCATION_REASON,
    recordedAt: { type: 'string', format: 'date-time', description: '登记时间 · When it was recorded' },
  },
} as const;

export const INSPECTOR = {
  title: 'Inspector',
  description: '检查人员及其执法证 · An inspector and the certificate',
  type: 'object',
  additionalProperties: false,
  required: ['certificateNumber', 'name', 'office', 'validity', 'entries'],
  properties: {
    certificateNumber: CERTIFICATE_NUMBER,
    name: { ...NAME, description: '姓名 · Name' },
    office: CODE_OF_OFFICE,
    validity: {
      type: 'array',
      description: '现有效力：各有效期间，已扣除注销 · The days on which it is valid, revocations taken off',
      items: PERIOD,
    },
    entries: { type: 'array', description: '登记经过 · What was entered, in the order of recording', items: ENTRY },
  },
} as const;

export const INSPECTOR_PAGE = pageSchema('InspectorPage', INSPECTOR);

export type InspectorMessage = FromSchema<typeof INSPECTOR>;
