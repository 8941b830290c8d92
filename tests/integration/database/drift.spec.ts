import { DataSource } from 'typeorm';
import { createDataSource } from '../../../src/database/data-source';
import { useTestDatabase } from '../../support/database';

const database = useTestDatabase();
let dataSource: DataSource;

beforeAll(async () => {
  dataSource = await createDataSource({
    url: database.ownerUrl,
    entities: ['src/**/*.entity.ts'],
  }).initialize();
});
afterAll(() => dataSource.destroy());

/** What entities do not say: checks and references to other tables stand in the migrations alone. */
async function leftToMigrations(): Promise<ReadonlySet<string>> {
  const rows = await dataSource.query<{ statement: string }[]>(
    `SELECT format('ALTER TABLE "%s" DROP CONSTRAINT "%s"', conrelid::regclass, conname) AS statement
       FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND contype IN ('c', 'f')`,
  );
  return new Set(rows.map(({ statement }) => statement));
}

describe('the entities', () => {
  it('map every table that the migrations create', async () => {
    const tables = await dataSource.query<{ name: string }[]>(
      `SELECT table_name AS name FROM information_schema.tables
        WHERE table_schema = 'public' AND table_name <> 'schema_migrations' ORDER BY 1`,
    );
    expect(dataSource.entityMetadatas.map(({ tableName }) => tableName).sort()).toEqual(tables.map(({ name }) => name));
  });

  it('and the schema do not drift apart', async () => {
    const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
    const allowed = await leftToMigrations();
    expect(upQueries.map(({ query }) => query).filter((query) => !allowed.has(query))).toEqual([]);
  });

  it('would be seen to drift', async () => {
    await dataSource.query('ALTER TABLE subject_entry DROP COLUMN trade');
    const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
    expect(upQueries.map(({ query }) => query)).toContain('ALTER TABLE "subject_entry" ADD "trade" text');
  });
});
