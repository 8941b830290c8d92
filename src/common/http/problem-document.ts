import { FromSchema } from 'json-schema-to-ts';
import { Locale } from '../../core';
import { AppError } from '../errors/app.error';
import { ERROR_KINDS } from '../errors/error-kinds';
import { AnyProblem, wordsOf } from '../errors/worded-problem';

export const PROBLEM_MEDIA_TYPE = 'application/problem+json';

/** Longest JSON of a received value that is sent back whole, in characters. */
const MAX_VALUE_LENGTH = 500;

const text = (description: string) => ({ type: 'string', maxLength: 5000, description }) as const;

/** Every error outside: an RFC 9457 problem document. */
export const PROBLEM_DOCUMENT = {
  title: 'Problem',
  description: '错误说明（RFC 9457） · What went wrong (RFC 9457)',
  type: 'object',
  additionalProperties: false,
  required: ['type', 'title', 'status', 'code', 'detail', 'instance', 'errors'],
  properties: {
    type: text('错误类型，urn:jifen:problem:<code> · Kind of error'),
    title: text('错误类型的名称 · Name of the kind'),
    status: { type: 'integer', minimum: 400, maximum: 599, description: 'HTTP 状态码 · HTTP status' },
    code: { type: 'string', enum: Object.keys(ERROR_KINDS), description: '错误类型代码 · Code of the kind' },
    detail: text('首个错误的说明 · The first error in words'),
    instance: text('请求编号，urn:jifen:request:<X-Request-Id> · Id of the request'),
    errors: {
      type: 'array',
      minItems: 1,
      maxItems: 2000,
      description: '各项错误 · Everything that is wrong',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['code', 'path', 'message', 'mend'],
        properties: {
          code: text('错误代码 · Stable code'),
          path: text('位置，JSON 指针 · JSON pointer to the place'),
          value: { description: '收到的值，过长的截断 · The value received, cut when long' },
          message: text('错误说明 · What is wrong'),
          mend: text('改正办法 · What to do'),
        },
      },
    },
  },
} as const;

export type ProblemDocument = FromSchema<typeof PROBLEM_DOCUMENT>;

/** An error as its caller sees it. */
export function toProblemDocument(error: AppError, locale: Locale, correlationId: string): ProblemDocument {
  const errors = error.problems.map((problem) => ({
    code: problem.code,
    path: problem.path,
    ...(problem.value === undefined ? {} : { value: shorten(problem) }),
    ...wordsOf(problem, locale),
  }));
  return {
    type: `urn:jifen:problem:${error.code}`,
    title: ERROR_KINDS[error.code].title[locale],
    status: error.status,
    code: error.code,
    detail: errors[0]?.message ?? '',
    instance: `urn:jifen:request:${correlationId}`,
    errors,
  };
}

function shorten({ value }: AnyProblem): unknown {
  const json = JSON.stringify(value) as string | undefined;
  if (json === undefined) return undefined;
  return json.length <= MAX_VALUE_LENGTH ? value : `${json.slice(0, MAX_VALUE_LENGTH)}…`;
}
