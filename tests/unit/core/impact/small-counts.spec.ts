import * as fc from 'fast-check';
import { GroupTally, shownCounts, SMALL_COUNT } from '../../../../src/core/impact/small-counts';

const group = (subjects: number, up = 0, down = 0): GroupTally => ({ subjects, up, down });

describe('the counts of groups', () => {
  it('are shown as they are where none is small', () => {
    expect(shownCounts({ b: group(40, 6), a: group(30, 0, 5) })).toEqual([
      { group: 'a', subjects: 30, up: 0, down: 5 },
      { group: 'b', subjects: 40, up: 6, down: 0 },
    ]);
  });

  it('keep a small one back, and the least of the others with it, so that no difference tells it', () => {
    const shown = shownCounts({ a: group(40, 4), b: group(30, 9), c: group(30, 6), d: group(20, 0) });
    expect(shown.map(({ up }) => up)).toEqual([null, 9, null, 0]);
  });

  it('keep everything about a small group back', () => {
    expect(shownCounts({ a: group(40, 8), b: group(4), c: group(30, 9) })).toEqual([
      { group: 'a', subjects: 40, up: null, down: 0 },
      { group: 'b', subjects: null, up: null, down: 0 },
      { group: 'c', subjects: null, up: 9, down: 0 },
    ]);
  });

  it('never let a single one or a small sum be worked out from the total, whatever the counts', () => {
    const tally = fc
      .nat(12)
      .chain((subjects) =>
        fc
          .tuple(fc.nat(subjects), fc.nat(subjects))
          .map(([up, down]) => group(subjects + 1, Math.min(up, 12), Math.min(down, subjects + 1 - up))),
      );
    fc.assert(
      fc.property(fc.array(tally, { minLength: 1, maxLength: 6 }), (tallies) => {
        const counts = Object.fromEntries(tallies.map((one, place) => [`g${place}`, one]));
        const shown = shownCounts(counts);
        for (const property of ['subjects', 'up', 'down'] as const) {
          const hidden = shown.filter((one) => one[property] === null).map(({ group: name }) => counts[name]!);
          for (const one of shown) {
            const count = one[property];
            if (count !== null) expect(count === 0 || count >= SMALL_COUNT).toBe(true);
          }
          if (hidden.length === 0 || hidden.length === shown.length) continue;
          expect(hidden.length).toBeGreaterThan(1);
          expect(hidden.reduce((sum, one) => sum + one[property], 0)).toBeGreaterThanOrEqual(SMALL_COUNT);
        }
      }),
    );
  });
});
