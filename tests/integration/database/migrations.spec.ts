import { DataSource } from 'typeorm';
import { createDataSource } from '../../../src/database/data-source';
import { migrate, pendingMigrations } from '../../../src/database/migrate';
import { MigrationError } from '../../../src/database/migration.error';
import { assertServingRole, ServingRoleError } from '../../../src/database/serving-role';
import { useTestDatabase } from '../../support/database';
import { TEST_SERVER, TestServer, urlFor } from '../../support/test-server';
import { describeSchema } from './describe-schema';

const database = useTestDatabase();
let owner: DataSource;
let service: DataSource;

beforeAll(async () => {
  owner = await createDataSource({ url: database.ownerUrl }).initialize();
  service = await createDataSource({ url: database.serviceUrl }).initialize();
});
afterAll(async () => {
  await owner.destroy();
  await service.destroy();
});

describe('the migrations', () => {
  it('lead down to nothing and up to the same schema again', async () => {
    const before = await describeSchema(owner);
    const names = owner.migrations.map((migration) => migration.constructor.name);
    for (const _ of names) await owner.undoLastMigration({ transaction: 'each' });
    expect(await describeSchema(owner)).toEqual([]);
    expect(await pendingMigrations(owner)).toEqual(names);

    expect(await migrate(database.ownerUrl)).toEqual(names);
    expect(await describeSchema(owner)).toEqual(before);
    expect(await pendingMigrations(owner)).toEqual([]);
  });

  it('run once when several processes start at the same moment', async () => {
    await owner.undoLastMigration();
    const last = owner.migrations.at(-1)?.constructor.name;
    const runs = await Promise.all([1, 2, 3].map(() => migrate(database.ownerUrl)));
    expect(runs.flat()).toEqual([last]);
  });

  it('are refused on a database of a newer release', async () => {
    await owner.query(`INSERT INTO schema_migrations (timestamp, name) VALUES (9, 'FromTheFuture9')`);
    await expect(migrate(database.ownerUrl)).rejects.toThrow(MigrationError);
    await expect(migrate(database.ownerUrl)).rejects.toThrow('FromTheFuture9');
    await owner.query(`DELETE FROM schema_migrations WHERE name = 'FromTheFuture9'`);
  });
});

describe('the serving role', () => {
  it('may serve, and see whether migrations are missing', async () => {
    await assertServingRole(service);
    expect(await pendingMigrations(service)).toEqual([]);
  });

  it('cannot change the schema', async () => {
    await expect(service.query('CREATE TABLE x (id int)')).rejects.toThrow('permission denied');
    await expect(service.query('DELETE FROM schema_migrations')).rejects.toThrow('permission denied');
  });

  it('is not the owner, and no superuser', async () => {
    await expect(assertServingRole(owner)).rejects.toThrow(ServingRoleError);
    const admin = await createDataSource({ url: adminUrl() }).initialize();
    await expect(assertServingRole(admin)).rejects.toThrow(ServingRoleError);
    await admin.destroy();
  });

  it('is taken by every connection of a login that may', async () => {
    const switched = await createDataSource({ url: adminUrl(), role: 'jifen_service' }).initialize();
    await assertServingRole(switched);
    await switched.query('RESET ROLE');
    await assertServingRole(switched);
    await switched.destroy();
  });
});

function adminUrl(): string {
  const server = JSON.parse(process.env[TEST_SERVER] ?? '{}') as TestServer;
  const user = /\/\/([^:@]+)/.exec(server.adminUrl)?.[1] ?? 'postgres';
  return urlFor(server.adminUrl, { user, database: /\/([^/?]+)(\?|$)/.exec(database.ownerUrl)?.[1] ?? '' });
}
