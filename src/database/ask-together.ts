import { EntityManager } from 'typeorm';
import { preparedQuery } from './prepared-query';
import { joinParameters, Statement } from './statement';

interface Asked extends Statement {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
}

const waiting = new WeakMap<EntityManager, Asked[]>();

/**
 * Asks for one value of JSON. What is asked in one transaction at the same moment, such as in one `Promise.all`, goes to
 * the database as one statement: each feature keeps its own questions, and the database is waited for once.
 *
 * @param question selects one column of one row, of type json or jsonb
 */
export function askTogether<T>(manager: EntityManager, question: Statement): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const asked: Asked = { ...question, resolve: resolve as Asked['resolve'], reject };
    // Outside a transaction the manager is everybody's: what others ask must not fail with this.
    if (manager.queryRunner?.isTransactionActive !== true) {
      void send(manager, [asked]);
      return;
    }
    const others = waiting.get(manager);
    if (others !== undefined) {
      others.push(asked);
      return;
    }
    const all = [asked];
    waiting.set(manager, all);
    process.nextTick(() => {
      waiting.delete(manager);
      void send(manager, all);
    });
  });
}

async function send(manager: EntityManager, all: readonly Asked[]): Promise<void> {
  const { texts, params } = joinParameters(all);
  try {
    const columns = texts.map((text, place) => `(${text}) AS a${place}`).join(', ');
    const [row] = await preparedQuery<Record<string, unknown>>(manager, { sql: `SELECT ${columns}`, params });
    for (const [place, { resolve }] of all.entries()) resolve(row?.[`a${place}`]);
  } catch (error) {
    for (const { reject } of all) reject(error);
  }
}
