import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { contentHash, KnownAt } from '../../core';
import { brokenConstraint } from '../../database/database-failure';
import { UnprocessableError } from '../errors/unprocessable.error';
import { MessageCatalogue, problemIn } from '../errors/worded-problem';

/** What makes a request the same as an earlier one. */
export interface RequestKey {
  /** The call, with whatever bounds the key, such as the history of one subject. */
  readonly operation: string;
  readonly key: string;
  /** The content that must be the same under the same key. */
  readonly content: unknown;
  /** Where the key stands in the request. */
  readonly path: string;
}

/** An answer with the request it belongs to. */
export interface KeptAnswer<T = unknown> {
  readonly request: RequestKey;
  readonly status: number;
  readonly answer: T;
}

const MESSAGES = {
  key_reused: {
    'zh-CN': {
      message: '标识 {value} 已用于内容不同的请求。',
      mend: '内容不同的请求请使用新的标识；重试的，请原样重发。',
    },
    en: {
      message: 'The key {value} was used before with another content.',
      mend: 'Use a new key for another content; to try again, send the same content.',
    },
  },
} satisfies MessageCatalogue;

/** Keeps the answers of requests under their keys, in the transaction of what they changed. */
@Injectable()
export class Idempotency {
  /**
   * The answer kept under the key; undefined where it is new. Look only after locking what the request changes.
   * @throws UnprocessableError when the key was used with another content
   */
  async answered<T>(manager: EntityManager, request: RequestKey): Promise<T | undefined> {
    const rows = await manager.query<{ body_hash: string; answer: T }[]>(
      'SELECT body_hash, answer FROM idempotency_key WHERE operation = $1 AND key = $2',
      [request.operation, request.key],
    );
    const kept = rows[0];
    if (kept === undefined) return undefined;
    refuseOther(kept.body_hash, request);
    return kept.answer;
  }

  /** @throws UnprocessableError when two requests of one key have different contents */
  assertSame(earlier: RequestKey, request: RequestKey): void {
    refuseOther(contentHash(earlier.content), request);
  }

  /** Keeps answers. Two requests that race with one key break the constraint: the later one is to be run again. */
  async keep(manager: EntityManager, answers: readonly KeptAnswer[], now: KnownAt): Promise<void> {
    if (answers.length === 0) return;
    const rows = answers.map(({ request: { operation, key, content }, status, answer }) => {
      return { operation, key, body_hash: contentHash(content), status, answer };
    });
    await manager.query(
      `INSERT INTO idempotency_key (operation, key, body_hash, status, answer, created_at)
       SELECT operation, key, body_hash, status, answer, to_timestamp($2 / 1000.0)
         FROM jsonb_to_recordset($1::jsonb)
           AS row (operation text, key text, body_hash text, status int, answer jsonb)`,
      [JSON.stringify(rows), now],
    );
  }

  /** Runs work that keeps an answer, once more where another request took its key in the meantime. */
  async retryOnRace<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (brokenConstraint(error) !== 'idempotency_key_pkey') throw error;
      return work();
    }
  }
}

function refuseOther(hash: string, { content, path, key }: RequestKey): void {
  if (hash === contentHash(content)) return;
  throw new UnprocessableError(problemIn(MESSAGES, 'key_reused', { path, value: key }));
}
