import { FastifyInstance } from 'fastify';
import { InvalidRequestError } from '../errors/invalid-request.error';
import { problemIn } from '../errors/worded-problem';
import { HTTP_MESSAGES } from './http.messages';
import { refuseBeyondLimits } from './json-limits';

/** Makes JSON the only type of body that is read. An empty body counts as none. */
export function acceptJsonBodies(server: FastifyInstance): void {
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body: Buffer, done) => {
    try {
      done(null, body.length === 0 ? undefined : parseJsonBody(body));
    } catch (error) {
      done(error as Error);
    }
  });
}

/** @throws InvalidRequestError when the bytes are no JSON in UTF-8, or JSON beyond the limits. */
export function parseJsonBody(body: Buffer): unknown {
  const value = parse(body);
  refuseBeyondLimits(value);
  return value;
}

function parse(body: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch (cause) {
    throw new InvalidRequestError(problemIn(HTTP_MESSAGES, 'body_not_json'), { cause });
  }
}
