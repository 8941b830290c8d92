import { DataSource } from 'typeorm';
import { askTogether } from '../../../src/database/ask-together';
import { createDataSource } from '../../../src/database/data-source';
import { WriteBatch } from '../../../src/database/write-batch';
import { inTransaction } from '../../../src/database/transaction';
import { useTestDatabase } from '../../support/database';

const database = useTestDatabase();
let dataSource: DataSource;

beforeAll(async () => {
  dataSource = await createDataSource({ url: database.ownerUrl, poolSize: 2 }).initialize();
  await dataSource.query('CREATE TABLE parent (id text PRIMARY KEY)');
  await dataSource.query('CREATE TABLE child (id text PRIMARY KEY, parent text NOT NULL REFERENCES parent)');
});
beforeEach(() => dataSource.query('TRUNCATE parent, child'));
afterAll(() => dataSource.destroy());

/** The same for all that one statement asks, and another for the next. */
const STATEMENT_INSTANT = { sql: 'SELECT to_json(statement_timestamp()::text)', params: [] };

describe('askTogether', () => {
  it('answers each question with its own parameters', async () => {
    const answers = await inTransaction(dataSource, (manager) =>
      Promise.all([
        askTogether<number>(manager, { sql: 'SELECT to_json($1::int + $2::int)', params: [1, 2] }),
        askTogether<string[]>(manager, { sql: 'SELECT json_build_array($2::text, $1::text)', params: ['a', 'b'] }),
        askTogether<null>(manager, { sql: 'SELECT NULL::json', params: [] }),
      ]),
    );
    expect(answers).toEqual([3, ['b', 'a'], null]);
  });

  it('sends what is asked at the same moment as one statement, and what is asked later as another', async () => {
    const [[first, second], third] = await inTransaction(dataSource, async (manager) => [
      await Promise.all([askTogether(manager, STATEMENT_INSTANT), askTogether(manager, STATEMENT_INSTANT)]),
      await askTogether(manager, STATEMENT_INSTANT),
    ]);
    expect(second).toBe(first);
    expect(third).not.toBe(first);
  });

  it('answers outside a transaction too, where the failure of another question is not ours', async () => {
    const { manager } = dataSource;
    const [good, bad] = await Promise.allSettled([
      askTogether<number>(manager, { sql: 'SELECT to_json(1)', params: [] }),
      askTogether<number>(manager, { sql: 'SELECT to_json(1 / 0)', params: [] }),
    ]);
    expect([good.status, bad.status]).toEqual(['fulfilled', 'rejected']);
  });

  it('fails every question of a statement that fails', async () => {
    const asked = inTransaction(dataSource, (manager) =>
      Promise.all([
        askTogether(manager, { sql: 'SELECT to_json(1)', params: [] }),
        askTogether(manager, { sql: 'SELECT to_json(1 / 0)', params: [] }),
      ]),
    );
    await expect(asked).rejects.toThrow('division by zero');
  });
});

describe('WriteBatch', () => {
  const insertParent = { sql: 'INSERT INTO parent VALUES ($1)', params: ['p'] };
  const insertChild = { sql: 'INSERT INTO child VALUES ($1, $2)', params: ['c', 'p'] };
  const children = () => dataSource.query<{ id: string; parent: string }[]>('SELECT id, parent FROM child');

  it.each([
    ['the parent first', [insertParent, insertChild]],
    ['the child first', [insertChild, insertParent]],
  ])('writes all rows, whatever refers to whatever: %s', async (_, statements) => {
    await inTransaction(dataSource, async (manager) => {
      const batch = new WriteBatch();
      for (const statement of statements) batch.add(statement);
      batch.add(undefined);
      await batch.send(manager);
      await batch.send(manager);
    });
    expect(await children()).toEqual([{ id: 'c', parent: 'p' }]);
  });

  it('writes none where one of them cannot be written', async () => {
    const writing = inTransaction(dataSource, async (manager) => {
      const batch = new WriteBatch();
      batch.add(insertParent);
      batch.add({ ...insertChild, params: ['c', 'nobody'] });
      await batch.send(manager);
    });
    await expect(writing).rejects.toMatchObject({ code: '23503' });
    expect(await dataSource.query('SELECT id FROM parent')).toEqual([]);
  });
});
