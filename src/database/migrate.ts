import { DataSource } from 'typeorm';
import { createDataSource, MIGRATIONS_TABLE } from './data-source';
import { MigrationError } from './migration.error';

/** Any number that no other program on the server uses for the same purpose. */
const LOCK = 7_265_104;

/**
 * Brings the schema up to date, as the owner. Several processes may start at once: one migrates, the others wait.
 * @returns the names of the migrations that ran now
 * @throws MigrationError when the database was migrated by a newer release
 */
export async function migrate(ownerUrl: string): Promise<string[]> {
  const dataSource = await createDataSource({ url: ownerUrl, poolSize: 2 }).initialize();
  const guard = dataSource.createQueryRunner();
  try {
    await guard.query('SELECT pg_advisory_lock($1)', [LOCK]);
    const unknown = await unknownMigrations(dataSource);
    if (unknown.length > 0) throw new MigrationError(unknown);
    const executed = await dataSource.runMigrations({ transaction: 'each' });
    return executed.map(({ name }) => name);
  } finally {
    // The lock ends with its connection.
    await guard.release();
    await dataSource.destroy();
  }
}

/** The migrations of this release that the database lacks. Any role that may read the table of migrations can ask. */
export async function pendingMigrations(dataSource: DataSource): Promise<string[]> {
  const done = new Set(await executedMigrations(dataSource));
  return knownMigrations(dataSource).filter((name) => !done.has(name));
}

async function unknownMigrations(dataSource: DataSource): Promise<string[]> {
  const known = new Set(knownMigrations(dataSource));
  return (await executedMigrations(dataSource)).filter((name) => !known.has(name));
}

function knownMigrations(dataSource: DataSource): string[] {
  return dataSource.migrations.map((migration) => migration.name ?? migration.constructor.name);
}

async function executedMigrations(dataSource: DataSource): Promise<string[]> {
  const [table] = await dataSource.query<{ present: boolean }[]>('SELECT to_regclass($1) IS NOT NULL AS present', [
    MIGRATIONS_TABLE,
  ]);
  if (table?.present !== true) return [];
  const rows = await dataSource.query<{ name: string }[]>(`SELECT name FROM ${MIGRATIONS_TABLE} ORDER BY id`);
  return rows.map(({ name }) => name);
}
