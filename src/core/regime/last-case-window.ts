import { CivilDate } from '../dates/civil-date';
import { Period } from '../rule-set/regime.types';
import { firstDayBeyond } from './length';
import { Slot } from './posting.types';

/**
 * A trailing window that ends on the latest window date posted (P7): what lies further back leaves when a later case
 * comes, and never by the calendar. Slots wait in the order of their window dates, so each is looked at once.
 */
export class LastCaseWindow {
  private readonly waiting: { readonly leaves: CivilDate; readonly slot: Slot }[] = [];
  private first = 0;
  private end: CivilDate | undefined;

  constructor(
    private readonly window: Period,
    private readonly remove: (slot: Slot) => void,
  ) {}

  moveTo(lastCase: CivilDate): void {
    this.end = lastCase;
    for (let next = this.waiting[this.first]; next !== undefined && next.leaves <= lastCase;) {
      this.remove(next.slot);
      this.first += 1;
      next = this.waiting[this.first];
    }
  }

  /** Whether a slot lies within the window as it is now; if so it waits for its turn to leave. */
  admits(slot: Slot): boolean {
    const leaves = firstDayBeyond(slot.windowDay, this.window.length, this.window.bounds);
    if (this.end !== undefined && leaves <= this.end) return false;
    let place = this.waiting.length;
    while (place > this.first && (this.waiting[place - 1]?.leaves ?? leaves) > leaves) place -= 1;
    this.waiting.splice(place, 0, { leaves, slot });
    return true;
  }
}
