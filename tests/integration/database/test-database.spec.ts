import { Client } from 'pg';
import { useTestDatabase } from '../../support/database';

describe('a test database', () => {
  const database = useTestDatabase();
  const other = useTestDatabase();

  async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
    const client = new Client(url);
    await client.connect();
    try {
      return (await client.query<Record<string, unknown>>(sql)).rows;
    } finally {
      await client.end();
    }
  }

  it('is of PostgreSQL 15 or newer and has the schema', async () => {
    const [server] = await query(database.ownerUrl, `select current_setting('server_version_num')::int as version`);
    expect(server?.['version']).toBeGreaterThanOrEqual(150000);
    const [table] = await query(database.ownerUrl, `select to_regclass('subject') is not null as present`);
    expect(table).toEqual({ present: true });
  });

  it('belongs to the owner, who is no superuser; the service changes no schema', async () => {
    const [owner] = await query(
      database.ownerUrl,
      `select current_user as who, pg_get_userbyid(datdba) as owner, current_setting('is_superuser') as superuser
         from pg_database where datname = current_database()`,
    );
    expect(owner).toEqual({ who: 'jifen_owner', owner: 'jifen_owner', superuser: 'off' });
    expect(await query(database.serviceUrl, 'select current_user as who')).toEqual([{ who: 'jifen_service' }]);
    await expect(query(database.serviceUrl, 'create table mine ()')).rejects.toThrow('permission denied');
    await expect(query(database.serviceUrl, 'create temporary table mine ()')).rejects.toThrow('permission denied');
  });

  it('is its own: no other sees what is done in it', async () => {
    await query(database.ownerUrl, 'create table only_here ()');
    const [table] = await query(other.ownerUrl, `select to_regclass('only_here') as present`);
    expect(table).toEqual({ present: null });
  });
});
