import type { FromSchema } from 'json-schema-to-ts';

/** A path of this service and nothing else: neither `//host` nor `/\host`, which browsers take for another one. */
const RETURN_TO = {
  type: 'string',
  maxLength: 500,
  pattern: "^/(?:[A-Za-z0-9._~%!$&'()*+,;=:@?#-][A-Za-z0-9._~%!$&'()*+,;=:@?#/-]*)?$",
  description: '登录后去往的本站地址 · Where in this service to go once signed in',
  example: '/docs',
} as const;

export const OPEN_ID_BEGINNING = {
  type: 'object',
  additionalProperties: false,
  properties: { returnTo: RETURN_TO },
} as const;

/** What comes back from the provider (RFC 6749 §4.1.2, RFC 9207). Whatever else it adds is to be ignored. */
export const OPEN_ID_RETURN = {
  type: 'object',
  additionalProperties: false,
  required: ['state'],
  properties: {
    state: { type: 'string', maxLength: 500, description: '开始登录时所给的值 · What it was given at the beginning' },
    code: { type: 'string', maxLength: 4000, description: '授权码 · The authorization code' },
    iss: { type: 'string', maxLength: 500, description: '签发者 · The issuer' },
    error: { type: 'string', maxLength: 200, description: '未成功的原因 · Why it did not succeed' },
  },
} as const;

export const SIGNED_IN_PAGE = {
  type: 'string',
  contentMediaType: 'text/html',
  description: '转往所去地址的网页 · A page that goes on to where they wanted to be',
} as const;

export type OpenIdBeginning = FromSchema<typeof OPEN_ID_BEGINNING>;
export type OpenIdReturn = FromSchema<typeof OPEN_ID_RETURN>;
