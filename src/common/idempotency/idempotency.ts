import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { KnownAt } from '../../core';
import { askTogether } from '../../database/ask-together';
import { brokenConstraint } from '../../database/database-failure';
import { Statement } from '../../database/statement';
import { UnprocessableError } from '../errors/unprocessable.error';
import { MessageCatalogue, problemIn } from '../errors/worded-problem';

/** What makes a request the same as an earlier one. */
export interface RequestKey {
  /** The call, with whatever bounds the key, such as the history of one subject. */
  readonly operation: string;
  readonly key: string;
  /** Hash of the content that must be the same under the same key. */
  readonly contentHash: string;
  /** Where the key stands in the request. */
  readonly path: string;
}

/** An answer to be kept, with the request it belongs to. */
export interface NewAnswer {
  readonly request: RequestKey;
  readonly status: number;
  readonly answer: unknown;
}

/** An answer given before, and to what. */
export interface EarlierAnswer<T> {
  readonly contentHash: string;
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
    const earlier = await this.earlier<T>(manager, request.operation, [request.key]);
    return answerTo(earlier.get(request.key), request);
  }

  /** What was answered before under some keys of an operation. */
  async earlier<T>(
    manager: EntityManager,
    operation: string,
    keys: readonly string[],
  ): Promise<Map<string, EarlierAnswer<T>>> {
    const rows = await askTogether<(EarlierAnswer<T> & { readonly key: string })[]>(manager, {
      sql: `SELECT coalesce(json_agg(json_build_object('key', key, 'contentHash', body_hash, 'answer', answer)), '[]')
              FROM idempotency_key WHERE operation = $1 AND key = ANY($2)`,
      params: [operation, keys],
    });
    return new Map(rows.map(({ key, ...earlier }) => [key, earlier]));
  }

  /**
   * The statement that keeps answers; undefined where there are none. Two requests that race with one key break the
   * constraint: the later one is to be run again.
   */
  keeping(answers: readonly NewAnswer[], now: KnownAt): Statement | undefined {
    if (answers.length === 0) return undefined;
    const rows = answers.map(({ request: { operation, key, contentHash }, status, answer }) => {
      return { operation, key, body_hash: contentHash, status, answer };
    });
    return {
      sql: `INSERT INTO idempotency_key (operation, key, body_hash, status, answer, created_at)
       SELECT operation, key, body_hash, status, answer, to_timestamp($2 / 1000.0)
         FROM jsonb_to_recordset($1::jsonb)
           AS row (operation text, key text, body_hash text, status int, answer jsonb)`,
      params: [JSON.stringify(rows), now],
    };
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

/**
 * The answer given before, where there is one.
 * @throws UnprocessableError when that was to another content
 */
export function answerTo<T>(
  earlier: EarlierAnswer<T> | undefined,
  { contentHash, path, key }: RequestKey,
): T | undefined {
  if (earlier === undefined || earlier.contentHash === contentHash) return earlier?.answer;
  throw new UnprocessableError(problemIn(MESSAGES, 'key_reused', { path, value: key }));
}
