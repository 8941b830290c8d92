import { CycleLife, Test } from '../rule-set/regime.types';
import { Slot } from './posting.types';

type Clears = NonNullable<CycleLife['end']>['clears'];

/**
 * What clears at the end of a cycle (P7): everything, nothing, each for which the test holds, or everything if it holds
 * for each. Credits and balances have nothing to test: they clear by themselves, and stay where nothing clears.
 */
export function clearsAtCycleEnd(
  slots: Iterable<Slot>,
  clears: Clears,
  holdsFor: (slot: Slot, test: Test) => boolean,
): readonly Slot[] {
  if (clears === 'none') return [];
  const all = [...slots];
  if (clears === 'all') return all;
  if ('each' in clears) return all.filter((slot) => holdsFor(slot, clears.each));
  return all.every((slot) => holdsFor(slot, clears.allIfEach)) ? all : [];
}
