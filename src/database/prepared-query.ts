import { createHash } from 'node:crypto';
import { ClientBase } from 'pg';
import { EntityManager, QueryRunner } from 'typeorm';
import { Statement } from './statement';

/** Names by text: few, since parameters are not part of it. */
const names = new Map<string, string>();

/**
 * Runs a statement that is asked again and again: each connection of the pool parses and plans it once. TypeORM, which
 * has no notion of that, lends its connection.
 */
export async function preparedQuery<T>(manager: EntityManager, statement: Statement): Promise<T[]> {
  const { queryRunner } = manager;
  if (queryRunner !== undefined) return ask(queryRunner, statement);
  const borrowed = manager.connection.createQueryRunner();
  try {
    return await ask(borrowed, statement);
  } finally {
    await borrowed.release();
  }
}

async function ask<T>(runner: QueryRunner, { sql, params }: Statement): Promise<T[]> {
  const client = (await runner.connect()) as ClientBase;
  const { rows } = await client.query<T & object>({ name: nameOf(sql), text: sql, values: [...params] });
  return rows;
}

function nameOf(sql: string): string {
  const known = names.get(sql);
  if (known !== undefined) return known;
  const name = createHash('sha256').update(sql).digest('hex').slice(0, 32);
  names.set(sql, name);
  return name;
}
