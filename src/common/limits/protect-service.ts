import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import { Settings } from '../../config/settings';
import { poolOf } from '../../database/pool';
import { boundRequests } from './request-bound';
import { boundRates } from './request-rates';
import { addSecurityHeaders, HELMET } from './security-headers';

/** Callers whose counts are kept; those who asked least recently are forgotten first. */
const CALLERS = 50_000;

/**
 * What holds for every address, before any route is looked at: headers that tell browsers what they may not do, and
 * limits on how often and how many at once may ask. Call it before the routes are made.
 */
export async function protectService(app: NestFastifyApplication, settings: Settings): Promise<void> {
  const server = app.getHttpAdapter().getInstance();
  await server.register(helmet, HELMET);
  addSecurityHeaders(server);
  await server.register(rateLimit, { global: false, cache: CALLERS });
  boundRates(server, settings);
  boundRequests(server, settings, () => poolOf(app.get(DataSource, { strict: false })));
}
