import { FastifyReply, FastifyRequest } from 'fastify';
import { AppError } from '../errors/app.error';
import { CORRELATION_HEADER } from './correlation-id';
import { localeOf } from './locale';
import { PROBLEM_MEDIA_TYPE, toProblemDocument } from './problem-document';

/** Answers a request with a problem document in the caller's language, unless it was answered already. */
export function sendProblem(error: AppError, request: FastifyRequest, reply: FastifyReply): void {
  if (reply.sent && reply.raw.headersSent) return;
  const locale = localeOf(request.headers['accept-language']);
  if (error.retryAfter !== undefined) void reply.header('retry-after', String(error.retryAfter));
  if (error.status === 401) void reply.header('www-authenticate', 'Bearer realm="jifen"');
  void reply
    .status(error.status)
    .header('content-language', locale)
    // Where the address itself cannot be read, nothing has set it yet.
    .header(CORRELATION_HEADER, request.id)
    .type(PROBLEM_MEDIA_TYPE)
    .send(JSON.stringify(toProblemDocument(error, locale, request.id)));
}
