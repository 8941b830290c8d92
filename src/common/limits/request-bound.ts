import { finished } from 'node:stream';
import { FastifyInstance } from 'fastify';
import { Settings } from '../../config/settings';
import { PoolState } from '../../database/pool';
import { UnavailableError } from '../errors/unavailable.error';
import { problemIn } from '../errors/worded-problem';
import { HTTP_MESSAGES } from '../http/http.messages';
import { WATCHING } from './watching';

/** Seconds after which there is likely to be room. */
const RETRY_AFTER = 1;

/**
 * Takes as many requests at once as there are connections to the database, and QUEUE_LIMIT more that wait. The rest is
 * refused at once: a caller who is told so early can come back, one who waits in vain asks again on top.
 */
export function boundRequests(
  server: FastifyInstance,
  { poolSize, queueLimit }: Pick<Settings, 'poolSize' | 'queueLimit'>,
  pool: () => PoolState,
): void {
  let running = 0;
  server.addHook('preParsing', (request, reply, payload, done) => {
    if (WATCHING.test(request.url)) return done(null, payload);
    // A request that was answered because it took too long may still wait for a connection.
    if (running >= poolSize + queueLimit || pool().waiting > queueLimit) {
      return done(new UnavailableError(problemIn(HTTP_MESSAGES, 'too_busy'), { retryAfter: RETRY_AFTER }));
    }
    running += 1;
    finished(reply.raw, () => (running -= 1));
    return done(null, payload);
  });
}
