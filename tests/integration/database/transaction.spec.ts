import { DataSource, EntityManager } from 'typeorm';
import { createDataSource } from '../../../src/database/data-source';
import { brokenConstraint, isDatabaseFailure } from '../../../src/database/database-failure';
import { inTransaction } from '../../../src/database/transaction';
import { useTestDatabase } from '../../support/database';

const database = useTestDatabase();
let dataSource: DataSource;

beforeAll(async () => {
  dataSource = await createDataSource({ url: database.ownerUrl, poolSize: 4, statementTimeout: 5000 }).initialize();
  await dataSource.query('CREATE TABLE counter (id text PRIMARY KEY, n int NOT NULL)');
});
beforeEach(() => dataSource.query(`TRUNCATE counter; INSERT INTO counter VALUES ('a', 0), ('b', 0)`));
afterAll(() => dataSource.destroy());

const read = async (manager: EntityManager | DataSource, id: string): Promise<number> =>
  (await manager.query<{ n: number }[]>('SELECT n FROM counter WHERE id = $1', [id]))[0]?.n ?? NaN;
const write = (manager: EntityManager, id: string, n: number) =>
  manager.query('UPDATE counter SET n = $2 WHERE id = $1', [id, n]);

/** Resolves for everybody once so many have come. */
function meeting(size: number): () => Promise<void> {
  let come = 0;
  let open: () => void;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return async () => {
    if (++come === size) open();
    await opened;
  };
}

describe('inTransaction', () => {
  it('commits what the work did and gives back its result', async () => {
    expect(await inTransaction(dataSource, (manager) => write(manager, 'a', 5).then(() => 'done'))).toBe('done');
    expect(await read(dataSource, 'a')).toBe(5);
  });

  it('undoes everything when the work fails, and throws on what it threw', async () => {
    const error = new Error('no');
    const work = async (manager: EntityManager): Promise<void> => {
      await write(manager, 'a', 5);
      throw error;
    };
    await expect(inTransaction(dataSource, work)).rejects.toBe(error);
    expect(await read(dataSource, 'a')).toBe(0);
  });

  it('runs one of two serialisable transactions again when only one of them can go on', async () => {
    const meet = meeting(2);
    let runs = 0;
    const increment = () =>
      inTransaction(dataSource, 'SERIALIZABLE', async (manager) => {
        runs++;
        const n = await read(manager, 'a');
        if (runs <= 2) await meet();
        await write(manager, 'a', n + 1);
      });
    await Promise.all([increment(), increment()]);
    expect(await read(dataSource, 'a')).toBe(2);
    expect(runs).toBe(3);
  });

  it('runs one of two transactions again that waited for each other', async () => {
    const meet = meeting(2);
    let runs = 0;
    const both = (first: string, second: string) =>
      inTransaction(dataSource, async (manager) => {
        runs++;
        await manager.query('UPDATE counter SET n = n + 1 WHERE id = $1', [first]);
        if (runs <= 2) await meet();
        await manager.query('UPDATE counter SET n = n + 1 WHERE id = $1', [second]);
      });
    await Promise.all([both('a', 'b'), both('b', 'a')]);
    expect([await read(dataSource, 'a'), await read(dataSource, 'b')]).toEqual([2, 2]);
    expect(runs).toBe(3);
  });

  it('gives up after six attempts', async () => {
    let runs = 0;
    const failing = inTransaction(dataSource, async (manager) => {
      runs++;
      await manager.query(`DO $$ BEGIN RAISE EXCEPTION 'x' USING ERRCODE = 'serialization_failure'; END $$`);
    });
    await expect(failing).rejects.toMatchObject({ code: 'unavailable', status: 503, retryAfter: 1 });
    expect(runs).toBe(6);
  });

  it('does not run again what broke a constraint, and names it', async () => {
    let runs = 0;
    const failing = inTransaction(dataSource, async (manager) => {
      runs++;
      await manager.query(`INSERT INTO counter VALUES ('a', 1)`);
    });
    const error: unknown = await failing.catch((thrown: unknown) => thrown);
    expect(brokenConstraint(error)).toBe('counter_pkey');
    expect(isDatabaseFailure(error)).toBe(false);
    expect(runs).toBe(1);
  });

  it('does what is to follow once, after the commit, of the attempt that succeeded', async () => {
    const seen: number[] = [];
    let runs = 0;
    await inTransaction(dataSource, async (manager, afterCommit) => {
      const run = ++runs;
      await write(manager, 'a', run);
      afterCommit(async () => void seen.push(run, await read(dataSource, 'a')));
      if (run === 1) throw Object.assign(new Error('again'), { code: '40001' });
    });
    expect(seen).toEqual([2, 2]);
  });

  it('does nothing of what is to follow when the work fails', async () => {
    const effect = jest.fn();
    const failing = inTransaction(dataSource, (_, afterCommit) => {
      afterCommit(effect);
      return Promise.reject(new Error('no'));
    });
    await expect(failing).rejects.toThrow('no');
    expect(effect).not.toHaveBeenCalled();
  });

  it('lets no failing effect undo the answer', async () => {
    const result = await inTransaction(dataSource, (_, afterCommit) => {
      afterCommit(() => Promise.reject(new Error('later')));
      return Promise.resolve('done');
    });
    expect(result).toBe('done');
  });
});
