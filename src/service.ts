import { Logger } from '@nestjs/common';
import { NestFastifyApplication } from '@nestjs/platform-fastify';
import { FirstAdministrator } from './access/accounts/first-administrator';
import { tellAdministrator } from './access/accounts/tell-administrator';
import { Clock, SystemClock } from './common/clock';
import { createApp } from './bootstrap';
import { isHttps, isLoopback } from './config/public-url';
import { Settings } from './config/settings';
import { DatabaseServer, openDatabaseServer } from './database/database-server';
import { migrate } from './database/migrate';
import { Readiness } from './health/readiness';
import { JobScheduler } from './jobs/job-scheduler';

/** A running service with all that was started for it. */
export interface Service {
  readonly url: string;
  readonly app: NestFastifyApplication;
  /** Answers the requests it has, for a limited time, takes no new ones, and stops what it started. */
  readonly stop: () => Promise<void>;
}

export interface ServiceOptions {
  readonly settings: Settings;
  /** Told what happens before the application can log. */
  readonly log: (message: string) => void;
  readonly clock?: Clock;
  /** What there is to do before the application listens. */
  readonly prepare?: (app: NestFastifyApplication) => Promise<void>;
}

/**
 * Starts the database, brings its schema up to date, makes the application, listens and starts the jobs. What fails is
 * undone.
 */
export async function startService(options: ServiceOptions): Promise<Service> {
  const { settings, log, clock = new SystemClock(), prepare } = options;
  const database = await openDatabaseServer(settings, log);
  let app: NestFastifyApplication | undefined;
  try {
    for (const name of await migrate(database.ownerUrl)) log(`migrated: ${name}`);
    app = await createApp({ settings, clock, connection: database.service });
    await prepare?.(app);
    const administrator = await app.get(FirstAdministrator, { strict: false }).ensure();
    if (administrator !== undefined) log(tellAdministrator(administrator));
    warnOfPlainText(settings);
    await app.listen(settings.port, settings.host);
    await app.get(JobScheduler, { strict: false }).start();
  } catch (error) {
    await app?.close();
    await database.stop();
    throw error;
  }
  const running = app;
  return { url: await app.getUrl(), app, stop: () => stopService(running, database, settings.shutdownTimeout) };
}

/** Passwords and keys are then read by whoever is on the way. */
function warnOfPlainText({ host, publicUrl }: Settings): void {
  if (isLoopback(host) || isHttps(publicUrl)) return;
  new Logger('Service').warn('it listens on other addresses than loopback ones, and PUBLIC_URL is not https');
}

async function stopService(app: NestFastifyApplication, database: DatabaseServer, timeout: number): Promise<void> {
  app.get(Readiness, { strict: false }).stop();
  const server = app.getHttpServer();
  // Requests that take longer lose their connection; the transaction of each is undone or was committed.
  const cut = setTimeout(() => server.closeAllConnections(), timeout);
  try {
    await app.close();
  } finally {
    clearTimeout(cut);
    await database.stop();
  }
}
