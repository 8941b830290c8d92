import { DataSource } from 'typeorm';
import { createDataSource } from '../../../src/database/data-source';
import { isDatabaseFailure } from '../../../src/database/database-failure';
import { useTestDatabase } from '../../support/database';

const database = useTestDatabase();
const open: DataSource[] = [];
const connect = async (options: Partial<Parameters<typeof createDataSource>[0]> = {}): Promise<DataSource> => {
  const dataSource = await createDataSource({ url: database.serviceUrl, ...options }).initialize();
  open.push(dataSource);
  return dataSource;
};

afterEach(async () => {
  for (const dataSource of open.splice(0)) await dataSource.destroy();
});

const row = async (dataSource: DataSource, sql: string): Promise<unknown> =>
  (await dataSource.query<unknown[]>(sql))[0];

describe('createDataSource', () => {
  it('keeps days as texts and counts as numbers, whatever the zone of the machine', async () => {
    const sql = `SELECT date '2026-01-31' AS day, count(*) AS n, 1.10::numeric(9, 3) AS points, NULL::date AS none`;
    expect(await row(await connect(), sql)).toEqual({ day: '2026-01-31', n: 1, points: '1.100', none: null });
  });

  it('refuses a bigint it could not hold exactly', async () => {
    await expect(row(await connect(), 'SELECT 9007199254740993::bigint')).rejects.toThrow('beyond 2^53');
  });

  it('ends a statement that runs too long, as a failure of the database', async () => {
    const error: unknown = await row(await connect({ statementTimeout: 100 }), 'SELECT pg_sleep(5)').catch(
      (e: unknown) => e,
    );
    expect(isDatabaseFailure(error)).toBe(true);
  });

  it('does not wait for a connection for ever, which is a failure of the database too', async () => {
    const dataSource = await connect({ poolSize: 1, poolTimeout: 100 });
    const busy = dataSource.query('SELECT pg_sleep(0.5)');
    const error: unknown = await dataSource.query('SELECT 1').catch((e: unknown) => e);
    expect(isDatabaseFailure(error)).toBe(true);
    await busy;
  });

  it('survives the loss of its connections and makes new ones', async () => {
    const lost: Error[] = [];
    const dataSource = await connect({ poolSize: 2, onPoolError: (error) => lost.push(error) });
    const owner = await connect({ url: database.ownerUrl });
    await dataSource.query('SELECT 1');
    await killOthers(dataSource);
    while (lost.length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    expect(await row(dataSource, 'SELECT 1 AS one')).toEqual({ one: 1 });
    expect(await row(owner, 'SELECT 1 AS one')).toEqual({ one: 1 });
  });

  it('fails for a server that is not there as a failure of the database', async () => {
    const error: unknown = await connect({ url: 'postgres://nobody@127.0.0.1:1/none' }).catch((e: unknown) => e);
    expect(isDatabaseFailure(error)).toBe(true);
  });
});

/** Ends the connections of the same role but the one it uses; a role may do that to its own. */
async function killOthers(dataSource: DataSource): Promise<void> {
  const second = await createDataSource({ url: database.serviceUrl, poolSize: 1 }).initialize();
  await second.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE datname = current_database() AND usename = current_user AND pid <> pg_backend_pid()`,
  );
  await second.destroy();
  void dataSource;
}
