import { decodeCursor, encodeCursor, pageOf } from '../../../../src/common/http/cursor';
import { InvalidRequestError } from '../../../../src/common/errors/invalid-request.error';

describe('a cursor', () => {
  it.each([[['9132', 7]], [['台州', 'a/b+c']], [['', 0]]])('holds the sort key %p', (key) => {
    const cursor = encodeCursor(key);
    expect(cursor).toMatch(/^[A-Za-z0-9_-]+$/);
    expect(decodeCursor(cursor, key)).toEqual(key);
  });

  it.each([
    ['no JSON', 'xxxx'],
    ['no list', Buffer.from('{"0":"a"}').toString('base64url')],
    ['too short', encodeCursor(['a'])],
    ['too long', encodeCursor(['a', 1, 2])],
    ['of other types', encodeCursor([1, 'a'])],
    ['empty', ''],
  ])('is refused when it is %s', (_, cursor) => {
    expect(() => decodeCursor(cursor, ['', 0])).toThrow(InvalidRequestError);
    expect(() => decodeCursor(cursor, ['', 0])).toThrow('cursor_unknown at /query/cursor');
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
    expect(decodeCursor(next ?? '', [0])).toEqual([2]);
  });
});
