import * as fc from 'fast-check';
import { Points } from '../../../src/core/numbers/points';
import { Candidate, chooseExclusive } from '../../../src/core/scoring/exclusive-choice';
import { runs } from '../../support/runs';

/** Violated items with random mutual exclusions. */
const violated: fc.Arbitrary<readonly Candidate[]> = fc
  .record({
    points: fc.array(fc.constantFrom(0, 1, 1, 2, 2, 3, 5, 1000), { minLength: 1, maxLength: 10 }),
    links: fc.array(fc.tuple(fc.nat(9), fc.nat(9)), { maxLength: 16 }),
    absent: fc.array(fc.nat(9), { maxLength: 3 }),
  })
  .map(({ points, links, absent }) =>
    points
      .map((one, index) => {
        const rivals = links.flatMap(([a, b]) => (a === index ? [b] : b === index ? [a] : []));
        return { index, points: one as Points, exclusiveWith: rivals.filter((other) => other !== index) };
      })
      // Items that are not violated are still named by others.
      .filter(({ index }) => !absent.includes(index)),
  );

/** Every choice without a clash, the one that prefers items listed first at the front. */
function choices(candidates: readonly Candidate[]): readonly (readonly Candidate[])[] {
  const [first, ...rest] = candidates;
  if (first === undefined) return [[]];
  const without = choices(rest);
  const fitting = without.filter((chosen) => chosen.every(({ index }) => !first.exclusiveWith.includes(index)));
  return [...fitting.map((chosen) => [first, ...chosen]), ...without];
}

const total = (chosen: readonly Candidate[]): number => chosen.reduce((sum, { points }) => sum + points, 0);

describe('chooseExclusive', () => {
  it('chooses as trying every subset does, ties going to those listed first', () => {
    fc.assert(
      fc.property(violated, (candidates) => {
        const all = choices(candidates);
        const best = all.find((chosen) => total(chosen) === Math.max(...all.map(total)))!;
        const replaced = chooseExclusive(candidates);
        const left = candidates.filter(({ index }) => !replaced.has(index));
        expect(left.map(({ index }) => index)).toEqual(best.map(({ index }) => index));
      }),
      runs(125),
    );
  });

  it('names for each loser the first listed winner that excludes it', () => {
    fc.assert(
      fc.property(violated, (candidates) => {
        const replaced = chooseExclusive(candidates);
        for (const [loser, winner] of replaced) {
          const { exclusiveWith } = candidates.find(({ index }) => index === loser)!;
          const rivals = candidates.filter(({ index }) => exclusiveWith.includes(index) && !replaced.has(index));
          expect(rivals[0]?.index).toBe(winner);
        }
      }),
      runs(125),
    );
  });
});
