import { DataSource } from 'typeorm';
import { createDataSource } from '../../src/database/data-source';
import { TestDatabase } from './database';

/** Looks into a test database past the service, as its owner. Known once the tests run. */
export interface Stored {
  readonly dataSource: DataSource;
  rows<T = Record<string, unknown>>(sql: string, parameters?: unknown[]): Promise<T[]>;
  /** Everything in the tables of the service but who may call it, to compare before and after. */
  everything(): Promise<unknown>;
}

/** A test may make its callers at any time, and a key that was used is noted at any time. */
const LEFT_OUT = ['schema_migrations', 'account', 'session', 'session_token', 'sign_in_attempt', 'api_key'];

/** Connects before the tests of the file, or of the `describe` it is called in, and disconnects after them. */
export function useStored(database: TestDatabase): Stored {
  let connected: DataSource | undefined;
  beforeAll(async () => {
    connected = await createDataSource({ url: database.ownerUrl, poolSize: 4 }).initialize();
  });
  afterAll(() => connected?.destroy());
  const dataSource = (): DataSource => {
    if (connected === undefined) throw new Error('the connection exists only while the tests run');
    return connected;
  };
  const rows = <T>(sql: string, parameters?: unknown[]): Promise<T[]> => dataSource().query<T[]>(sql, parameters);
  return {
    get dataSource() {
      return dataSource();
    },
    rows,
    everything: async () => {
      const tables = await rows<{ name: string }>(
        `SELECT table_name AS name FROM information_schema.tables
          WHERE table_schema = 'public' AND table_name <> ALL($1) ORDER BY 1`,
        [LEFT_OUT],
      );
      const contents: Record<string, unknown> = {};
      for (const { name } of tables) contents[name] = await rows(`SELECT t::text AS row FROM ${name} t ORDER BY 1`);
      return contents;
    },
  };
}
