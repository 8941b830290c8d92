import { IncomingMessage, ServerResponse } from 'node:http';
import { Options } from 'pino-http';
import { LogLevel } from '../../config/settings';
import { describeError } from './describe-error';

/** Paths that are asked for every few seconds and say nothing. */
const QUIET = /^\/(health\/|docs\/)/;

/** The middleware of a path takes the path from `url`. */
type Addressed = IncomingMessage & { readonly originalUrl?: string };

/**
 * What a line about a request holds: id, method, path, status and time taken. Never a body, a header, an address or a
 * query string, in any of which may stand what is personal or secret.
 */
export function logOptions(level: LogLevel): Options {
  return {
    level,
    quietReqLogger: true,
    customAttributeKeys: { reqId: 'requestId', responseTime: 'milliseconds' },
    autoLogging: { ignore: (request: Addressed) => QUIET.test(addressOf(request)) },
    serializers: {
      req: (request: Addressed) => ({ method: request.method, path: addressOf(request).split('?', 1)[0] }),
      res: ({ statusCode }: ServerResponse) => ({ status: statusCode }),
      err: describeError,
    },
    // The exception filter says at its own level what went wrong; this line only says that the request was answered.
    customLogLevel: () => 'info',
    customSuccessMessage: answered,
    customErrorMessage: answered,
    // Each of the serializers above is given the object itself.
    wrapSerializers: false,
  };
}

function addressOf(request: Addressed): string {
  return request.originalUrl ?? request.url ?? '';
}

function answered(_request: IncomingMessage, response: ServerResponse): string {
  return response.writableEnded ? 'answered' : 'the caller went away';
}
