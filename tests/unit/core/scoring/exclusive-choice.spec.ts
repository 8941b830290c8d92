import { Points } from '../../../../src/core/numbers/points';
import { chooseExclusive } from '../../../../src/core/scoring/exclusive-choice';

/** Items with their points, and pairs of them that are exclusive; the losers with the winner each names. */
function choose(points: readonly number[], ...pairs: readonly (readonly [number, number])[]): Record<number, number> {
  const candidates = points.map((one, index) => ({
    index,
    points: one as Points,
    exclusiveWith: pairs.flatMap(([a, b]) => (a === index ? [b] : b === index ? [a] : [])),
  }));
  return Object.fromEntries(chooseExclusive(candidates));
}

describe('chooseExclusive', () => {
  it.each<[string, Record<number, number>, Record<number, number>]>([
    ['leaves items without rivals alone', choose([1, 2, 3]), {}],
    ['takes the dearer of two', choose([1, 2], [0, 1]), { 0: 1 }],
    ['takes the first listed at a tie', choose([2, 2], [0, 1]), { 1: 0 }],
    ['takes the first listed even of two that cost nothing', choose([0, 0], [0, 1]), { 1: 0 }],
    ['lets A and C beat the B between them', choose([4, 5, 3], [0, 1], [1, 2]), { 1: 0 }],
    ['lets B beat A and C that cost less together', choose([2, 5, 2], [0, 1], [1, 2]), { 0: 1, 2: 1 }],
    ['lets A and C win a tie with B, A being listed first', choose([2, 5, 3], [0, 1], [1, 2]), { 1: 0 }],
    ['lets B win a tie where it is listed first', choose([5, 2, 3], [0, 1], [0, 2]), { 1: 0, 2: 0 }],
    ['takes one of three that exclude each other', choose([1, 3, 2], [0, 1], [1, 2], [0, 2]), { 0: 1, 2: 1 }],
    ['names the first listed winner', choose([1, 3, 5, 5], [0, 2], [1, 2], [1, 3], [0, 3]), { 0: 2, 1: 2 }],
    ['chooses in each group by itself', choose([1, 2, 2, 1], [0, 1], [2, 3]), { 0: 1, 3: 2 }],
    ['follows a chain of four to its ends', choose([3, 3, 3, 3], [0, 1], [1, 2], [2, 3]), { 1: 0, 3: 2 }],
    ['keeps a free item that costs nothing', choose([0, 3], [0, 5]), {}],
  ])('%s', (_, replaced, expected) => {
    expect(replaced).toEqual(expected);
  });

  it('does not mind a rival that was not violated', () => {
    expect(chooseExclusive([{ index: 7, points: 1 as Points, exclusiveWith: [3, 9] }]).size).toBe(0);
  });

  it('chooses among the largest group allowed without delay', () => {
    const pairs = Array.from({ length: 15 }, (_, n) => [n, n + 1] as const);
    const replaced = choose(Array<number>(16).fill(1), ...pairs);
    expect(Object.keys(replaced).map(Number)).toEqual([1, 3, 5, 7, 9, 11, 13, 15]);
  });
});
