import { dirname } from 'node:path';
import { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DOCS_ASSETS } from './docs-page';

/** What the page needs of Swagger UI; the rest of its package is not served. */
const FILES = new Set(['/swagger-ui.css', '/swagger-ui-bundle.js', '/favicon-32x32.png']);

export function serveDocsAssets(app: NestFastifyApplication): void {
  app.useStaticAssets({
    root: dirname(require.resolve('swagger-ui-dist/package.json')),
    prefix: DOCS_ASSETS,
    index: false,
    decorateReply: false,
    maxAge: '1h',
    allowedPath: (path) => FILES.has(path),
  });
}
