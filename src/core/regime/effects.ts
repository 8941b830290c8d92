import { toPoints } from '../numbers/points';
import { Effect } from '../rule-set/regime.types';
import { MeasureInstance } from './measure-log';
import { Tally } from './tally';

/** What a measure does to the scores (P12): from this day on, never before it. */
export function applyEffect(
  { clear, consume, set }: Effect,
  { triggering }: MeasureInstance,
  tallies: readonly Tally[],
): void {
  // Windows of single rungs hold the same postings in slots of their own.
  const caused = new Set(triggering.map(({ posting }) => posting));
  for (const tally of tallies) {
    if (clear === 'all') tally.clearAll();
    if (clear === 'triggering') {
      for (const slot of [...tally.slots]) {
        if (triggering.includes(slot) || (slot.posting !== undefined && caused.has(slot.posting))) tally.remove(slot);
      }
    }
    if (consume !== undefined) tally.consume(toPoints(consume));
    if (set !== undefined) tally.setTo(set);
  }
}
