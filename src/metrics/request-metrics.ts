import { FastifyInstance } from 'fastify';
import { Counter, Histogram } from 'prom-client';
import { Metrics } from './metrics';

const LABELS = ['method', 'route', 'status'] as const;

/** Seconds; most answers take a few milliseconds, none longer than REQUEST_TIMEOUT. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/**
 * Counts requests and the time they take by the route, which is one of ours or `none`: never by the address, of which
 * there are as many as there are enterprises.
 */
export function measureRequests(server: FastifyInstance, { registry }: Metrics): void {
  const requests = new Counter({
    name: 'jifen_http_requests_total',
    help: 'Requests answered',
    labelNames: LABELS,
    registers: [registry],
  });
  const durations = new Histogram({
    name: 'jifen_http_request_duration_seconds',
    help: 'Time from the headers of a request to the end of its answer',
    labelNames: ['method', 'route'] as const,
    buckets: BUCKETS,
    registers: [registry],
  });
  server.addHook('onResponse', (request, reply, done) => {
    const [method, route] = [request.method, request.routeOptions.url ?? 'none'];
    requests.inc({ method, route, status: reply.statusCode });
    durations.observe({ method, route }, reply.elapsedTime / 1000);
    done();
  });
}
