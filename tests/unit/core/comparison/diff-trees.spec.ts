import { align } from '../../../../src/core/comparison/align';
import { diffTrees, movedKeys, TOP } from '../../../../src/core/comparison/diff-trees';

const told = (old: unknown, fresh: unknown) =>
  diffTrees(old, fresh, TOP).map(({ kind, path, oldPath, newPath }) => [kind, path, oldPath, newPath]);

describe('the differences of two documents', () => {
  it('are none where only the order of properties differs', () => {
    expect(told({ a: 1, b: [2] }, { b: [2], a: 1 })).toEqual([]);
  });

  it('are told where they lie', () => {
    expect(told({ a: { b: 1, c: 2 }, d: [1, 2] }, { a: { b: 3, e: 4 }, d: [1, 3] })).toEqual([
      ['changed', '/a/b', '/a/b', '/a/b'],
      ['removed', '/a/c', '/a/c', null],
      ['added', '/a/e', null, '/a/e'],
      ['changed', '/d', '/d', '/d'],
    ]);
  });

  it('name entries by their codes, and keep both their places', () => {
    const entry = (code: string, points: number) => ({ code, points });
    expect(told([entry('x', 1), entry('y/z', 2)], [entry('w', 0), entry('x', 1), entry('y/z', 3)])).toEqual([
      ['added', '/w', null, '/0'],
      ['changed', '/y~1z/points', '/1/points', '/2/points'],
    ]);
  });

  it('tell another order once, and by the codes', () => {
    const entries = (...codes: readonly string[]) => codes.map((code) => ({ code }));
    expect(diffTrees(entries('a', 'b', 'c'), entries('c', 'a', 'd', 'b'), TOP)).toMatchObject([
      { kind: 'reordered', path: '', old: ['a', 'b', 'c'], new: ['c', 'a', 'b'] },
      { kind: 'added', path: '/d' },
    ]);
  });

  it('match entries without codes in their order', () => {
    const old = [
      { source: 'a', article: '1' },
      { source: 'b', article: '2' },
      { source: 'c', article: '3' },
    ];
    const fresh = [
      { source: 'n', article: '0' },
      { source: 'b', article: '2' },
      { source: 'c', article: '4' },
    ];
    expect(told(old, fresh)).toEqual([
      ['removed', '/0', '/0', null],
      ['added', '/0', null, '/0'],
      ['changed', '/2/article', '/2/article', '/2/article'],
    ]);
  });

  it('take a text in two languages, a condition and a citation as one thing', () => {
    expect(told({ title: { 'zh-CN': '甲', en: 'a' } }, { title: { 'zh-CN': '甲', en: 'b' } })).toEqual([
      ['changed', '/title', '/title', '/title'],
    ]);
    expect(told({ condition: { all: [1] } }, { condition: { any: [1] } })).toEqual([
      ['changed', '/condition', '/condition', '/condition'],
    ]);
    expect(told({ legalBasis: [{ source: 'a', n: 1 }] }, { legalBasis: [{ source: 'a', n: 2 }] })).toEqual([
      ['changed', '/legalBasis/0', '/legalBasis/0', '/legalBasis/0'],
    ]);
  });

  it('look into what is only there for what is in it', () => {
    expect(told({ repeat: { a: 1 } }, {})).toEqual([['removed', '/repeat/a', '/repeat/a', null]]);
    expect(told({}, { repeat: {} })).toEqual([]);
  });

  it('never pass over an unknown property', () => {
    expect(told({}, { later: { code: 'x' } })).toEqual([['added', '/later', null, '/later']]);
    expect(told({ later: null }, { later: 0 })).toEqual([['changed', '/later', '/later', '/later']]);
  });
});

describe('moved entries', () => {
  it('are those that left their place, not those they passed', () => {
    expect([...movedKeys(['a', 'b', 'c', 'd'], ['d', 'a', 'b', 'c'])]).toEqual(['d']);
    expect([...movedKeys(['a', 'b', 'x'], ['new', 'a', 'b'])]).toEqual([]);
  });
});

describe('alignment', () => {
  it('keeps equal entries together and pairs the like among the rest', () => {
    const pairs = align(
      ['a1', 'b1', 'c1'],
      ['b2', 'a1', 'c2'],
      (one) => one,
      (one) => one[0] ?? '',
    );
    expect(pairs.map(({ old, new: fresh }) => [old?.value, fresh?.value])).toEqual([
      [undefined, 'b2'],
      ['a1', 'a1'],
      ['b1', undefined],
      ['c1', 'c2'],
    ]);
  });
});
