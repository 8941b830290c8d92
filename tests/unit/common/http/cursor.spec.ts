import { decodeCursor, encodeCursor, pageOf } from '../../../../src/common/http/cursor';
import { InvalidRequestError } from '../../../../src/common/errors/invalid-request.error';

describe('a cursor', () => {
  it.each([
    { kinds: ['text', 'integer'], key: ['9132', 7] },
    { kinds: ['text', 'text'], key: ['台州', 'a/b+c'] },
    { kinds: ['day', 'uuid'], key: ['2026-03-05', '6a1f0c1e-8b1d-4c43-9f4e-0c1d2e3f4a5b'] },
  ] as const)('holds the sort key $key', ({ kinds, key }) => {
    const cursor = encodeCursor(key);
    expect(cursor).toMatch(/^[A-Za-z0-9_-]+$/);
    expect(decodeCursor(cursor, kinds)).toEqual(key);
  });

  it.each([
    ['no JSON', 'xxxx'],
    ['no list', Buffer.from('{"0":"a"}').toString('base64url')],
    ['too short', encodeCursor(['a'])],
    ['too long', encodeCursor(['a', 1, 2])],
    ['of other types', encodeCursor([1, 'a'])],
    ['empty', ''],
    ['a number beyond what is counted', encodeCursor(['a', 2 ** 31])],
    ['a text that no database keeps', encodeCursor(['\u0000', 1])],
  ])('is refused when it is %s', (_, cursor) => {
    expect(() => decodeCursor(cursor, ['text', 'integer'])).toThrow(InvalidRequestError);
    expect(() => decodeCursor(cursor, ['text', 'integer'])).toThrow('cursor_unknown at /query/cursor');
  });
});

describe('a forged cursor', () => {
  it.each([
    ['a day that is none', ['2026-02-30', '6a1f0c1e-8b1d-4c43-9f4e-0c1d2e3f4a5b']],
    ['an id that is none', ['2026-02-28', '1 or true']],
  ])('with %s is refused before the database sees it', (_, key) => {
    expect(() => decodeCursor(encodeCursor(key), ['day', 'uuid'])).toThrow(InvalidRequestError);
  });
});

describe('pageOf', () => {
  const page = (rows: number[], limit: number) => pageOf(rows, limit, (row) => [row], String);

  it('has no next page when no row follows', () => {
    expect(page([], 2)).toEqual({ items: [], next: null });
    expect(page([1, 2], 2)).toEqual({ items: ['1', '2'], next: null });
  });

  it('goes on after the last row shown, not the one that was read to look ahead', () => {
    const { items, next } = page([1, 2, 3], 2);
    expect(items).toEqual(['1', '2']);
    expect(decodeCursor(next ?? '', ['integer'])).toEqual([2]);
  });
});
