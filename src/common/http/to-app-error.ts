import { HttpException } from '@nestjs/common';
import { ProblemsError } from '../../core';
import { isDatabaseFailure } from '../../database/database-failure';
import { AppError } from '../errors/app.error';
import { ErrorCode } from '../errors/error-kinds';
import { InternalError } from '../errors/internal.error';
import { RefusedRequestError } from '../errors/refused-request.error';
import { UnavailableError } from '../errors/unavailable.error';
import { UnprocessableError } from '../errors/unprocessable.error';
import { problemIn } from '../errors/worded-problem';
import { HTTP_MESSAGES } from './http.messages';

/** What the transport refuses by itself, by the status it gives: Nest passes on no more than that. */
const REFUSALS: Readonly<Record<number, readonly [ErrorCode, keyof typeof HTTP_MESSAGES]>> = {
  400: ['invalid_request', 'request_malformed'],
  404: ['not_found', 'no_such_address'],
  405: ['method_not_allowed', 'method_not_supported'],
  408: ['request_timeout', 'request_late'],
  413: ['body_too_large', 'body_too_large'],
  414: ['uri_too_long', 'address_too_long'],
  415: ['unsupported_media_type', 'media_type_unsupported'],
  431: ['headers_too_large', 'headers_too_large'],
};

/** Whatever was thrown, as an error that a caller can be told. */
export function toAppError(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown;
  if (thrown instanceof ProblemsError) return new UnprocessableError(thrown.problems, { cause: thrown });
  if (isDatabaseFailure(thrown)) {
    const problem = problemIn(HTTP_MESSAGES, 'database_unavailable');
    return new UnavailableError(problem, { cause: thrown, logLevel: 'error' });
  }
  const status = statusOf(thrown);
  if (status === 503) return new UnavailableError(problemIn(HTTP_MESSAGES, 'answer_late'), { cause: thrown });
  const refusal = status === undefined ? undefined : REFUSALS[status];
  if (refusal === undefined) return new InternalError(thrown);
  return new RefusedRequestError(refusal[0], problemIn(HTTP_MESSAGES, refusal[1]), { cause: thrown });
}

function statusOf(thrown: unknown): number | undefined {
  if (thrown instanceof HttpException) return thrown.getStatus();
  if (!(thrown instanceof Error) || !('code' in thrown) || !('statusCode' in thrown)) return undefined;
  return String(thrown.code).startsWith('FST_') ? Number(thrown.statusCode) : undefined;
}
