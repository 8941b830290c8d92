const SIGNING_KEY = {
  title: 'SigningKey',
  description: '签名公钥 · A public key that certificates are signed with, or once were',
  type: 'object',
  additionalProperties: false,
  required: ['id', 'algorithm', 'publicKey', 'publishedAt', 'current'],
  properties: {
    id: {
      type: 'string',
      pattern: '^sha256:[0-9a-f]{64}$',
      description: '指纹：DER 格式公钥的 SHA-256 · Fingerprint: SHA-256 of the public key in DER',
    },
    algorithm: { const: 'Ed25519', description: '签名算法 · Algorithm' },
    publicKey: { type: 'string', description: '公钥（PEM） · The public key in PEM' },
    publishedAt: { type: 'string', format: 'date-time', description: '首次启用时间 · When it was first used here' },
    current: { type: 'boolean', description: '是否为现用密钥 · Whether it signs now' },
  },
} as const;

export const SIGNING_KEYS = {
  title: 'SigningKeys',
  description: '全部签名公钥，先启用的在前 · All keys, those first used at the front',
  type: 'object',
  additionalProperties: false,
  required: ['items'],
  properties: { items: { type: 'array', description: '公钥 · The keys', items: SIGNING_KEY } },
} as const;
