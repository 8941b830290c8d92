import { randomUUID } from 'node:crypto';
import { IncomingMessage } from 'node:http';

/** The header that carries the id of a request, in and out. */
export const CORRELATION_HEADER = 'x-request-id';

const WELL_FORMED = /^[A-Za-z0-9][A-Za-z0-9._-]{7,63}$/;

/** The id that ties answer, log lines and audit events of one request together: the caller's if it is well-formed. */
export function correlationIdOf(request: IncomingMessage): string {
  const given = request.headers[CORRELATION_HEADER];
  return typeof given === 'string' && WELL_FORMED.test(given) ? given : randomUUID();
}
