import { FastifyAdapter } from '@nestjs/platform-fastify';
import { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Settings } from '../../config/settings';
import { answerClientError } from './client-error';
import { CORRELATION_HEADER, correlationIdOf } from './correlation-id';
import { acceptJsonBodies } from './json-body';
import { sendProblem } from './send-problem';
import { toAppError } from './to-app-error';

type Needed = Pick<Settings, 'bodyLimit' | 'batchBodyLimit' | 'requestTimeout' | 'trustedProxies'>;

/** The HTTP server: its limits, its ids, JSON bodies only, and problem documents for what never reaches a route. */
export function createFastifyAdapter(settings: Needed): FastifyAdapter {
  const { bodyLimit, batchBodyLimit, requestTimeout, trustedProxies } = settings;
  const adapter = new FastifyAdapter({
    bodyLimit,
    requestTimeout,
    // By their words alone a request would come from wherever it says.
    trustProxy: trustedProxies?.split(',').map((proxy) => proxy.trim()) ?? false,
    handlerTimeout: requestTimeout,
    // While the service stops, requests on open connections are still answered, each with `Connection: close`.
    return503OnClosing: false,
    forceCloseConnections: 'idle',
    requestIdHeader: false,
    genReqId: correlationIdOf,
    routerOptions: { maxParamLength: 200 },
    frameworkErrors: (error: unknown, request: FastifyRequest, reply: FastifyReply) =>
      sendProblem(toAppError(error), request, reply),
    clientErrorHandler: answerClientError,
  });
  const server = adapter.getInstance();
  acceptJsonBodies(server);
  server.addHook('onRoute', (route) => {
    const config = route.config as { bodyLimit?: 'batch' } | undefined;
    if (config?.bodyLimit === 'batch') route.bodyLimit = batchBodyLimit;
  });
  server.addHook('onRequest', (request, reply, done) => {
    void reply.header(CORRELATION_HEADER, request.id);
    done();
  });
  closeConnectionsWhenStopping(server);
  return adapter;
}

/** A connection kept open after its last answer would hold up the stop until it times out. */
function closeConnectionsWhenStopping(server: FastifyInstance): void {
  let isStopping = false;
  server.addHook('preClose', (done) => {
    isStopping = true;
    done();
  });
  server.addHook('onSend', (_request, reply, _payload, done) => {
    if (isStopping) void reply.header('connection', 'close');
    done();
  });
}
