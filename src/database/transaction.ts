import { setTimeout as sleep } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import { DataSource, EntityManager } from 'typeorm';
import { UnavailableError } from '../common/errors/unavailable.error';
import { problemIn } from '../common/errors/worded-problem';
import { HTTP_MESSAGES } from '../common/http/http.messages';
import { isContention } from './database-failure';

export type Isolation = 'READ COMMITTED' | 'REPEATABLE READ' | 'SERIALIZABLE';

/** Registers what is to happen once the transaction is committed; nothing of it when it is not. */
export type AfterCommit = (effect: () => void | Promise<void>) => void;

/** The work of a transaction. It may run several times: all it does, it does through the manager. */
export type Work<T> = (manager: EntityManager, afterCommit: AfterCommit) => Promise<T>;

/** Two transactions that keep failing each other succeed within a few tries, or the load is too high anyway. */
const MAX_ATTEMPTS = 6;
const FIRST_PAUSE_MS = 10;

/**
 * Runs work in one transaction. Inside only its manager may be used: anything else would take a second connection and
 * see another state. Errors undo the transaction and are thrown on; a serialisation failure or deadlock runs the work
 * again, at most six times in all.
 * @throws UnavailableError when the last attempt failed that way too
 */
export function inTransaction<T>(dataSource: DataSource, work: Work<T>): Promise<T>;
export function inTransaction<T>(dataSource: DataSource, isolation: Isolation, work: Work<T>): Promise<T>;
export async function inTransaction<T>(
  dataSource: DataSource,
  ...[isolationOrWork, workOrNothing]: [Work<T>] | [Isolation, Work<T>]
): Promise<T> {
  const [isolation, work] =
    typeof isolationOrWork === 'string' ? [isolationOrWork, workOrNothing] : ([undefined, isolationOrWork] as const);
  for (let attempt = 1; ; attempt++) {
    const effects: (() => void | Promise<void>)[] = [];
    try {
      const run = (manager: EntityManager): Promise<T> => work(manager, (effect) => effects.push(effect));
      // READ COMMITTED is what a transaction begins with: to say so would be one more statement for the database.
      const result = await (isolation === undefined
        ? dataSource.transaction(run)
        : dataSource.transaction(isolation, run));
      await runEffects(effects);
      return result;
    } catch (error) {
      if (!isContention(error)) throw error;
      if (attempt === MAX_ATTEMPTS) {
        throw new UnavailableError(problemIn(HTTP_MESSAGES, 'transaction_contended'), { cause: error, retryAfter: 1 });
      }
      await sleep(FIRST_PAUSE_MS * 2 ** (attempt - 1) * (0.5 + Math.random()));
    }
  }
}

/** What was committed stays so: an effect that fails is for the log, not for the caller. */
async function runEffects(effects: readonly (() => void | Promise<void>)[]): Promise<void> {
  for (const effect of effects) {
    try {
      await effect();
    } catch (error) {
      new Logger('Transaction').error(error, 'an effect after commit failed');
    }
  }
}
