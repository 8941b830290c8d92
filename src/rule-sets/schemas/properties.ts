import { PATTERNS } from '../../core';

/** Properties that several messages about rule sets share. */

export const RULE_SET_ID = {
  type: 'string',
  minLength: 1,
  maxLength: 80,
  pattern: PATTERNS.id,
  description: '规则集编号 · Id of the rule set',
  example: 'taizhou-hailing-furnace',
} as const;

export const VERSION = {
  type: 'string',
  minLength: 1,
  maxLength: 32,
  pattern: PATTERNS.version,
  description: '版本号 · Version',
  example: '1.0.0',
} as const;

export const HASH = {
  type: 'string',
  maxLength: 71,
  pattern: '^sha256:[0-9a-f]{64}$',
  description: '内容的哈希值：规范 JSON（RFC 8785）的 SHA-256 · SHA-256 of its canonical JSON (RFC 8785)',
} as const;

export const TEXT = {
  type: 'object',
  additionalProperties: false,
  required: ['zh-CN', 'en'],
  description: '中英文文本 · Text in both languages',
  properties: {
    'zh-CN': { type: 'string', maxLength: 10_000, description: '中文 · Chinese' },
    en: { type: 'string', maxLength: 10_000, description: '英文 · English' },
  },
} as const;

export const NAMED_CODE = {
  type: 'object',
  additionalProperties: false,
  required: ['code', 'text'],
  description: '代码及名称 · Code and name',
  properties: {
    code: { type: 'string', maxLength: 64, description: '代码 · Code' },
    text: TEXT,
  },
} as const;

export const STATUS = {
  type: 'string',
  enum: ['official', 'reference_draft', 'example'],
  description: '性质：正式、参考草案、示例 · Official, reference draft or example',
} as const;
