import { randomBytes } from 'node:crypto';
import { DataSource, QueryRunner } from 'typeorm';

/** Reads rows of one moment, few at a time. */
export interface RowSource {
  rows<T extends object>(sql: string, params?: readonly unknown[]): Promise<T[]>;
  /** @param page rows fetched at once */
  stream<T extends object>(sql: string, page?: number): AsyncGenerator<T>;
}

/** Reads within one transaction that sees one moment and cannot change anything. */
export async function readOneMoment<T>(dataSource: DataSource, work: (source: RowSource) => Promise<T>): Promise<T> {
  const runner = dataSource.createQueryRunner();
  await runner.startTransaction('REPEATABLE READ');
  try {
    await runner.query('SET TRANSACTION READ ONLY');
    return await work(rowsOf(runner));
  } finally {
    await runner.rollbackTransaction();
    await runner.release();
  }
}

/** Rows as a transaction sees them, which must be running. */
export function rowsOf(runner: QueryRunner): RowSource {
  const rows = <T>(sql: string, params: readonly unknown[] = []): Promise<T[]> =>
    runner.query(sql, [...params]) as Promise<T[]>;
  return {
    rows,
    async *stream<T>(sql: string, page = 500) {
      const cursor = `rows_${randomBytes(4).toString('hex')}`;
      await runner.query(`DECLARE ${cursor} NO SCROLL CURSOR FOR ${sql}`);
      for (let fetched = page; fetched === page;) {
        const some = await rows<T>(`FETCH ${page} FROM ${cursor}`);
        yield* some;
        fetched = some.length;
      }
      await runner.query(`CLOSE ${cursor}`);
    },
  };
}
