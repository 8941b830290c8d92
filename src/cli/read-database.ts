import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readSettings } from '../config/read-settings';
import { Settings } from '../config/settings';
import { createDataSource } from '../database/data-source';
import { openDatabaseServer } from '../database/database-server';
import { pendingMigrations } from '../database/migrate';
import { readOneMoment, RowSource } from '../database/row-source';
import { UsageError } from './errors';

/**
 * Reads the database of the service, whether the service runs or not, as the serving role and without changing anything.
 * The settings are those of the service.
 * @throws UsageError where there is no database, or it is not of this release
 */
export async function readDatabase<T>(work: (source: RowSource) => Promise<T>): Promise<T> {
  const settings = settingsOfService();
  if (settings.databaseUrl === undefined && !existsSync(join(settings.dataDir, 'cluster', 'PG_VERSION'))) {
    throw new UsageError('no_database', { file: settings.dataDir });
  }
  const server = await reached(() => openDatabaseServer(settings, () => undefined));
  const dataSource = createDataSource({ ...server.service, poolSize: 1 });
  try {
    await reached(() => dataSource.initialize());
    const pending = await pendingMigrations(dataSource);
    if (pending.length > 0) throw new UsageError('database_behind', { value: pending.join(', ') });
    return await readOneMoment(dataSource, work);
  } finally {
    if (dataSource.isInitialized) await dataSource.destroy();
    await server.stop();
  }
}

function settingsOfService(): Settings {
  try {
    return readSettings();
  } catch (error) {
    throw new UsageError('bad_settings', { detail: messageOf(error) });
  }
}

async function reached<T>(open: () => Promise<T>): Promise<T> {
  try {
    return await open();
  } catch (error) {
    throw new UsageError('database_unreachable', { detail: messageOf(error) });
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
