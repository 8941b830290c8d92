/** Properties that several messages about inspectors share. */

export const CERTIFICATE_NUMBER = {
  type: 'string',
  minLength: 1,
  maxLength: 64,
  pattern: '^\\S+$',
  description: '执法证号 · Number of the certificate',
  example: '320000001',
} as const;

export const CERTIFICATE_FROM = {
  type: 'string',
  format: 'date',
  description: '有效首日 · First day on which the certificate is valid',
} as const;

export const CERTIFICATE_TO = {
  type: 'string',
  format: 'date',
  description: '不再有效的首日，不填为长期 · First day on which it is no longer valid; absent: open',
} as const;

export const REVOKED_FROM = {
  type: 'string',
  format: 'date',
  description: '注销后不再有效的首日 · First day on which it is no longer valid because it was revoked',
} as const;

export const REVOCATION_REASON = {
  type: 'string',
  minLength: 1,
  maxLength: 4000,
  description: '注销理由 · Reason of the revocation',
} as const;
