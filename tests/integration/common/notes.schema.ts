const line = { type: 'string', minLength: 1, maxLength: 2000 } as const;

export const NOTE_ID = {
  type: 'object',
  additionalProperties: false,
  required: ['id'],
  properties: { id: { type: 'string', pattern: '^[a-z0-9-]{1,20}$', description: '编号 · Id' } },
} as const;

export const OPTIONS = {
  type: 'object',
  additionalProperties: false,
  properties: {
    copies: { type: 'integer', minimum: 1, maximum: 9, default: 1, description: '份数 · Copies' },
    open: { type: 'boolean', description: '是否公开 · Whether open' },
  },
} as const;

export const HEADERS = {
  type: 'object',
  additionalProperties: false,
  required: ['idempotency-key'],
  properties: { 'idempotency-key': { ...line, maxLength: 20, description: '幂等键 · Key' } },
} as const;

export const NOTE = {
  title: 'Note',
  type: 'object',
  additionalProperties: false,
  required: ['subject', 'text'],
  properties: { subject: { ...line, description: '企业 · Subject' }, text: { ...line, description: '内容 · Text' } },
} as const;

export const NOTE_ANSWER = {
  title: 'NoteAnswer',
  type: 'object',
  additionalProperties: false,
  required: ['id', 'day'],
  properties: {
    ...{ id: line, key: line, subject: line, text: line, language: line, day: line },
    copies: { type: 'integer' },
    open: { type: 'boolean' },
  },
} as const;

export const BATCH = {
  title: 'NoteBatch',
  type: 'object',
  additionalProperties: false,
  required: ['texts'],
  properties: {
    texts: { type: 'array', maxItems: 10, items: { type: 'string', maxLength: 9000 }, description: '各条 · Texts' },
  },
} as const;

export const BATCH_ANSWER = {
  title: 'NoteBatchAnswer',
  type: 'object',
  additionalProperties: false,
  required: ['count'],
  properties: { count: { type: 'integer', description: '条数 · Count' } },
} as const;

export const FAILING = {
  type: 'object',
  additionalProperties: false,
  properties: { kind: { ...line, description: '种类 · Kind' } },
} as const;

export const CONFLICT_MESSAGES = {
  note_taken: {
    'zh-CN': { message: '编号 {value} 已被使用。', mend: '请改用其他编号。' },
    en: { message: 'The id {value} is taken.', mend: 'Use another one.' },
  },
} as const;
