import { join } from 'node:path';
import { types as pgTypes } from 'pg';
import { DataSource, DataSourceOptions } from 'typeorm';

export const MIGRATIONS_TABLE = 'schema_migrations';

/** Beside this file's folder, compiled or not. */
const MIGRATIONS = join(__dirname, '../../migrations/[0-9]*-*.{ts,js}');

export interface ConnectOptions {
  readonly url: string;
  /**
   * Switches every connection to this role as it opens, where the url is that of another. It is a start-up parameter
   * of the session, so no statement runs before it and RESET ROLE leads back to it.
   */
  readonly role?: string;
  readonly poolSize?: number;
  /** Milliseconds to wait for a connection, and for one to open. */
  readonly poolTimeout?: number;
  /** Milliseconds a statement may run; unlimited when absent, as migrations need. */
  readonly statementTimeout?: number;
  readonly entities?: NonNullable<DataSourceOptions['entities']>;
  /** Told of connections that were lost while idle; the pool replaces them by itself. */
  readonly onPoolError?: (error: Error) => void;
}

/** A data source on PostgreSQL that never changes the schema by itself. Not connected yet. */
export function createDataSource(options: ConnectOptions): DataSource {
  return new DataSource({
    type: 'postgres',
    applicationName: 'jifen',
    entities: options.entities ?? [],
    migrations: [MIGRATIONS],
    migrationsTableName: MIGRATIONS_TABLE,
    synchronize: false,
    installExtensions: false,
    logging: false,
    // A pool without a handler would take the process down with the database.
    poolErrorHandler: options.onPoolError ?? (() => undefined),
    extra: {
      // Not `url`, which TypeORM would take apart itself: it does not know postgres://user@/database?host=/folder.
      connectionString: options.url,
      max: options.poolSize ?? 4,
      connectionTimeoutMillis: options.poolTimeout ?? 10_000,
      keepAlive: true,
      ...(options.statementTimeout === undefined ? {} : { statement_timeout: options.statementTimeout }),
      options: ['-c timezone=UTC', ...(options.role === undefined ? [] : [`-c role=${options.role}`])].join(' '),
      types: { getTypeParser },
    },
  });
}

const DATE = 1082;
const INT8 = 20;

/**
 * How values leave the driver, for our connections only: a date stays the text of its day (the driver would make it
 * midnight in the zone of the machine), a bigint becomes a number as long as it is exact. A numeric stays text.
 */
const getTypeParser: typeof pgTypes.getTypeParser = (oid: number, format?: 'text' | 'binary') => {
  if (format !== 'binary' && oid === DATE) return (text: string) => text;
  if (format !== 'binary' && oid === INT8) return exactInteger;
  // eslint-disable-next-line @typescript-eslint/no-unsafe-return -- the driver's own parsers return any
  return pgTypes.getTypeParser(oid, format);
};

function exactInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError('a bigint of the database is beyond 2^53');
  return value;
}
