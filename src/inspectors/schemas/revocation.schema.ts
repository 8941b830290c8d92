import type { FromSchema } from 'json-schema-to-ts';
import { REVOCATION_REASON, REVOKED_FROM } from './properties';

export const REVOCATION = {
  title: 'CertificateRevocation',
  description: '执法证注销 · The revocation of a certificate',
  type: 'object',
  additionalProperties: false,
  required: ['revokedFrom', 'reason'],
  properties: { revokedFrom: REVOKED_FROM, reason: REVOCATION_REASON },
} as const;

export type RevocationMessage = FromSchema<typeof REVOCATION>;
