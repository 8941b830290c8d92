import { Test } from '../rule-set/regime.types';
import { Slot } from './posting.types';

/**
 * What clears at the end of a cycle (P7), each by the version that made it: everything, nothing, each for which the test
 * holds, or everything if it holds for each. Credits and balances have nothing to test: they clear by themselves, and
 * stay where nothing clears.
 */
export function clearsAtCycleEnd(
  slots: Iterable<Slot>,
  holdsFor: (slot: Slot, test: Test) => boolean,
): readonly Slot[] {
  const all = [...slots];
  // Asked once for each test, however many postings go by it.
  const together = new Map<Test, boolean>();
  return all.filter((slot) => {
    const { clears } = slot.life.cycle?.end ?? { clears: 'all' };
    if (clears === 'all') return true;
    if (clears === 'none') return false;
    if ('each' in clears) return holdsFor(slot, clears.each);
    const test = clears.allIfEach;
    const known = together.get(test) ?? all.every((one) => holdsFor(one, test));
    together.set(test, known);
    return known;
  });
}
