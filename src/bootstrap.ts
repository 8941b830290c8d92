import { NestFactory } from '@nestjs/core';
import { NestFastifyApplication } from '@nestjs/platform-fastify';
import { PinoLogger } from 'nestjs-pino';
import { AppModule } from './app.module';
import { AppOptions } from './app.options';
import { createFastifyAdapter } from './common/http/fastify-adapter';
import { protectService } from './common/limits/protect-service';
import { ServiceLogger } from './common/logging/service-logger';
import { Metrics } from './metrics/metrics';
import { measureRequests } from './metrics/request-metrics';
import { serveDocsAssets } from './common/openapi/serve-docs-assets';

/** Makes the application on a database that is up to date, ready to listen or to be asked directly. */
export async function createApp(options: AppOptions): Promise<NestFastifyApplication> {
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.with(options),
    createFastifyAdapter(options.settings),
    // Bodies are parsed by our own parser. A start that fails is told by whoever started it.
    { bodyParser: false, bufferLogs: true, abortOnError: false },
  );
  app.useLogger(new ServiceLogger(await app.resolve(PinoLogger), {}));
  // Otherwise it does so only once it listens, which not every application comes to do.
  app.flushLogs();
  await protectService(app, options.settings);
  measureRequests(app.getHttpAdapter().getInstance(), app.get(Metrics, { strict: false }));
  serveDocsAssets(app);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return app;
}
