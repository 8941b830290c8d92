import { EntityManager } from 'typeorm';
import { preparedQuery } from './prepared-query';
import { joinParameters, Statement } from './statement';

/**
 * Rows to be written whose writing nobody needs to see before the commit: they go to the database as one statement, so
 * that it is waited for once. All of them or none; foreign keys among them hold in any order.
 */
export class WriteBatch {
  private statements: Statement[] = [];

  /** @param statement inserts, without a WITH of its own; undefined where there is nothing to write */
  add(statement: Statement | undefined): void {
    if (statement !== undefined) this.statements.push(statement);
  }

  /** Sends what has come together so far. */
  async send(manager: EntityManager): Promise<void> {
    if (this.statements.length === 0) return;
    const { texts, params } = joinParameters(this.statements);
    this.statements = [];
    const last = texts.at(-1) ?? '';
    const others = texts.slice(0, -1).map((text, place) => `w${place} AS (${text})`);
    await preparedQuery(manager, { sql: others.length === 0 ? last : `WITH ${others.join(', ')} ${last}`, params });
  }
}
