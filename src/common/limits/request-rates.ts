import { createHash } from 'node:crypto';
import { FastifyInstance, FastifyRequest } from 'fastify';
import { Settings } from '../../config/settings';
import { TooManyRequestsError } from '../errors/too-many-requests.error';
import { problemIn } from '../errors/worded-problem';
import { HTTP_MESSAGES } from '../http/http.messages';
import { HEALTH } from './watching';

const MINUTE = 60_000;

/**
 * Limits how often one API key or session, and how often one address, may ask in a minute. That of the address also
 * holds whoever sends another key each time. Before it is known whether a credential counts, so that guessing costs too.
 */
export function boundRates(
  server: FastifyInstance,
  { rateLimit, addressRateLimit }: Pick<Settings, 'rateLimit' | 'addressRateLimit'>,
): void {
  const limits = [
    { max: addressRateLimit, keyGenerator: (request: FastifyRequest) => `address ${request.ip}` },
    { max: rateLimit, keyGenerator: callerKey },
  ]
    .filter(({ max }) => max > 0)
    .map((limit) => server.createRateLimit({ ...limit, timeWindow: MINUTE }));
  if (limits.length === 0) return;
  // After the log knows the request, before its body is read.
  server.addHook('preParsing', async (request) => {
    if (HEALTH.test(request.url)) return;
    for (const limit of limits) {
      const state = await limit(request);
      if (state.isAllowed || !state.isExceeded) continue;
      const params = { limit: state.max };
      throw new TooManyRequestsError(problemIn(HTTP_MESSAGES, 'rate_exceeded', { params }), {
        retryAfter: Math.max(1, state.ttlInSeconds),
      });
    }
  });
}

/** Who asks, by the credential as it is sent, which is not kept; by the address where there is none. */
function callerKey({ headers: { authorization, cookie }, ip }: FastifyRequest): string {
  const credential = authorization ?? /(?:^|;\s*)(?:__Host-)?jifen_session=([^;]*)/.exec(cookie ?? '')?.[1];
  if (credential === undefined) return `anonymous ${ip}`;
  return `credential ${createHash('sha256').update(credential).digest('base64')}`;
}
