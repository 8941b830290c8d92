import type { FromSchema } from 'json-schema-to-ts';
import { CERTIFICATE_FROM, CERTIFICATE_TO } from './properties';

export const RENEWAL = {
  title: 'CertificateRenewal',
  description: '执法证续期 · A further period for which a certificate is valid',
  type: 'object',
  additionalProperties: false,
  required: ['validFrom'],
  properties: { validFrom: CERTIFICATE_FROM, validTo: CERTIFICATE_TO },
} as const;

export type RenewalMessage = FromSchema<typeof RENEWAL>;
