import { FastifyHelmetOptions } from '@fastify/helmet';
import { FastifyInstance } from 'fastify';
import { API_PREFIX } from '../http/route.types';

/** Answers are data: a browser that shows one as a page may load, run, embed and send nothing. */
const NOTHING = { defaultSrc: ["'none'"], baseUri: ["'none'"], formAction: ["'none'"], frameAncestors: ["'none'"] };

/**
 * The page of the documentation loads its own files only. Swagger UI sets styles by script, which `style-src 'self'`
 * does not hinder, and brings its icons as `data:`. Nothing inline is let through.
 */
const DOCS_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join(';');

export const HELMET: FastifyHelmetOptions = {
  contentSecurityPolicy: { useDefaults: false, directives: NOTHING },
  frameguard: { action: 'deny' },
  // Means nothing over plain HTTP, which is all that is spoken here; whoever adds TLS in front adds it there.
  strictTransportSecurity: false,
};

/** The documentation has a policy of its own; what is personal is kept by no cache. */
export function addSecurityHeaders(server: FastifyInstance): void {
  server.addHook('onRequest', (request, reply, done) => {
    if (/^\/docs(\/|\?|$)/.test(request.url)) void reply.header('content-security-policy', DOCS_POLICY);
    if (request.url.startsWith(API_PREFIX)) void reply.header('cache-control', 'no-store');
    done();
  });
}
