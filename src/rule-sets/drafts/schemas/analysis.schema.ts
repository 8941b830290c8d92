import { TEXT } from '../../schemas/properties';

const COUNT = { type: 'integer', minimum: 0 } as const;

const FINDING = {
  type: 'object',
  additionalProperties: false,
  required: ['severity', 'code', 'path', 'message', 'mend', 'facts'],
  description: '一项分析发现 · One thing that the analysis found',
  properties: {
    severity: {
      type: 'string',
      enum: ['error', 'warning', 'note'],
      description: '级别：错误、警告、提示；有错误的不能发布 · An error refuses publishing',
    },
    code: { type: 'string', maxLength: 100, description: '代码 · Code' },
    path: { type: 'string', maxLength: 5000, description: '在内容中的位置，JSON 指针 · JSON pointer into the content' },
    message: { ...TEXT, description: '发现的问题 · What is amiss' },
    mend: { ...TEXT, description: '改正办法 · What to do' },
    facts: {
      type: ['object', 'null'],
      additionalProperties: true,
      description: '举例：按路径列出的事实；没有例子的，为 null · An example, facts by path; null where there is none',
    },
  },
} as const;

/** What the rules of a content themselves show to be amiss. */
export const ANALYSIS = {
  type: 'object',
  additionalProperties: false,
  required: ['findings', 'pairs'],
  description: '规则分析 · What the rules themselves show to be amiss',
  properties: {
    findings: { type: 'array', maxItems: 500_000, description: '各项发现 · Everything found', items: FINDING },
    pairs: {
      type: 'object',
      additionalProperties: false,
      required: ['searched', 'leftOut'],
      description: '读取同一事实的成对事项 · Pairs of items that read a fact in common',
      properties: {
        searched: { ...COUNT, description: '已分析对数 · How many were looked at' },
        leftOut: { ...COUNT, description: '因数量过多未分析的对数 · How many were too many' },
      },
    },
  },
} as const;
