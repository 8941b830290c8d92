import { Settings } from '../config/settings';
import { ConnectOptions } from './data-source';
import { startEmbeddedPostgres } from './embedded-postgres/embedded-postgres';
import { SERVICE_ROLE } from './embedded-postgres/prepare-database';

/** Where the database is and how the service connects to it. */
export interface DatabaseServer {
  readonly ownerUrl: string;
  readonly service: Pick<ConnectOptions, 'url' | 'role'>;
  /** Stops what was started for it; an external database is left alone. Close all connections before. */
  stop(): Promise<void>;
}

type Needed = Pick<Settings, 'databaseUrl' | 'databaseServiceUrl' | 'dataDir'>;

/** The database of DATABASE_URL, or the embedded one in the data folder, started or joined. */
export async function openDatabaseServer(settings: Needed, log: (message: string) => void): Promise<DatabaseServer> {
  if (settings.databaseUrl !== undefined) return externalServer(settings.databaseUrl, settings.databaseServiceUrl);
  const server = await startEmbeddedPostgres({ dataDir: settings.dataDir, log });
  return { ownerUrl: server.url, service: { url: server.serviceUrl }, stop: () => server.stop() };
}

function externalServer(ownerUrl: string, serviceUrl: string | undefined): DatabaseServer {
  return {
    ownerUrl,
    service: serviceUrl === undefined ? { url: ownerUrl, role: SERVICE_ROLE } : { url: serviceUrl },
    stop: () => Promise.resolve(),
  };
}
