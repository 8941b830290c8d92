import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import { Socket } from 'node:net';
import { AppError } from '../errors/app.error';
import { RefusedRequestError } from '../errors/refused-request.error';
import { problemIn } from '../errors/worded-problem';
import { HTTP_MESSAGES } from './http.messages';
import { DEFAULT_LOCALE } from './locale';
import { PROBLEM_MEDIA_TYPE, toProblemDocument } from './problem-document';

/** Answers what is no HTTP request at all, or not in time; the connection is given up. */
export function answerClientError({ code }: { readonly code?: string }, socket: Socket): void {
  if (code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const error = refusal(code);
  const body = JSON.stringify(toProblemDocument(error, DEFAULT_LOCALE, randomUUID()));
  socket.end(
    [
      `HTTP/1.1 ${error.status} ${STATUS_CODES[error.status]}`,
      `Content-Type: ${PROBLEM_MEDIA_TYPE}`,
      `Content-Language: ${DEFAULT_LOCALE}`,
      `Content-Length: ${Buffer.byteLength(body)}`,
      'X-Content-Type-Options: nosniff',
      'Connection: close',
      '',
      body,
    ].join('\r\n'),
  );
}

function refusal(code: string | undefined): AppError {
  switch (code) {
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return new RefusedRequestError('request_timeout', problemIn(HTTP_MESSAGES, 'request_late'));
    case 'HPE_HEADER_OVERFLOW':
      return new RefusedRequestError('headers_too_large', problemIn(HTTP_MESSAGES, 'headers_too_large'));
    default:
      return new RefusedRequestError('invalid_request', problemIn(HTTP_MESSAGES, 'request_malformed'));
  }
}
