import { checkLimits, parseCivilDate, parseKnownAt } from '../../core';
import { InvalidRequestError } from '../errors/invalid-request.error';
import { problemIn } from '../errors/worded-problem';
import { HTTP_MESSAGES } from './http.messages';
import { FlatSchema, JsonSchema } from './json-schema.types';

/** The values a list is sorted by, of its last row: where the next page goes on. The last of them is unique. */
export type SortKey = readonly (string | number)[];

export const DEFAULT_PAGE_SIZE = 50;
export const MAX_PAGE_SIZE = 200;

/** Properties of a query that pages through a list; spread them into the query's own. */
export const PAGE_PROPERTIES = {
  limit: {
    type: 'integer',
    minimum: 1,
    maximum: MAX_PAGE_SIZE,
    default: DEFAULT_PAGE_SIZE,
    description: '每页条数 · Entries per page',
  },
  cursor: {
    type: 'string',
    minLength: 1,
    maxLength: 1000,
    description: '上一页返回的 next · The "next" of the page before',
  },
} as const satisfies FlatSchema['properties'];

export interface Page<T> {
  readonly items: readonly T[];
  /** The cursor of the next page; null on the last one. */
  readonly next: string | null;
}

/** The schema of a page of such entries. */
export function pageSchema<S extends JsonSchema>(title: string, items: S) {
  return {
    title,
    description: '一页记录 · One page of a list',
    type: 'object',
    additionalProperties: false,
    required: ['items', 'next'],
    properties: {
      items: { type: 'array', maxItems: MAX_PAGE_SIZE, description: '本页各条 · Entries of the page', items },
      next: {
        type: ['string', 'null'],
        maxLength: 1000,
        description: '下一页的标记，末页为 null · Cursor of the next page, null on the last',
      },
    },
  } as const;
}

/** Makes a page from the rows of a query that asked for one row more than the limit, to know whether more follow. */
export function pageOf<R, T>(
  rows: readonly R[],
  limit: number,
  keyOf: (row: R) => SortKey,
  present: (row: R) => T,
): Page<T> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const next = rows.length > limit && last !== undefined ? encodeCursor(keyOf(last)) : null;
  return { items: shown.map(present), next };
}

export function encodeCursor(key: SortKey): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/** What a value of a sort key can be, and what the database takes as one. */
const KINDS = {
  text: (value: unknown) => typeof value === 'string' && checkLimits(value, TEXT_CAPS).length === 0,
  day: (value: unknown) => parseCivilDate(value) !== undefined,
  uuid: (value: unknown) => typeof value === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value),
  instant: (value: unknown) =>
    typeof value === 'string' && parseCivilDate(value) === undefined && parseKnownAt(value, 'UTC') !== undefined,
  integer: (value: unknown) => Number.isInteger(value) && Math.abs(value as number) < 2 ** 31,
};

const TEXT_CAPS = { depth: 1, nodes: 1, textLength: 1000, listLength: 0 };

type Kind = keyof typeof KINDS;

/**
 * Reads a cursor back into its sort key.
 * @param kinds what each value of the key is
 * @throws InvalidRequestError for a text that this service did not make for such a list
 */
export function decodeCursor<K extends readonly Kind[]>(
  cursor: string,
  kinds: K,
): { -readonly [I in keyof K]: K[I] extends 'integer' ? number : string } {
  const key = parse(cursor);
  const fits =
    Array.isArray(key) && key.length === kinds.length && kinds.every((kind, index) => KINDS[kind](key[index]));
  if (!fits) {
    throw new InvalidRequestError(problemIn(HTTP_MESSAGES, 'cursor_unknown', { path: '/query/cursor', value: cursor }));
  }
  return key as never;
}

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}
