import { CivilDate } from '../dates/civil-date';
import { Period } from '../rule-set/regime.types';
import { isWithin } from './length';

/** Window dates of cases of one kind, in their order, so that the latest ones are counted without looking at all. */
export class Occurrences {
  private readonly days: CivilDate[] = [];

  add(day: CivilDate): void {
    let place = this.days.length;
    while (place > 0 && (this.days[place - 1] ?? day) > day) place -= 1;
    this.days.splice(place, 0, day);
  }

  clear(): void {
    this.days.length = 0;
  }

  /** How many lie within a time before the day, that day included, and not before `since`; it stops at `most`. */
  countUpTo(day: CivilDate, within: Period | undefined, most: number, since?: CivilDate): number {
    let count = 0;
    for (let place = this.days.length - 1; place >= 0 && count < most; place -= 1) {
      const earlier = this.days[place] as CivilDate;
      if (earlier > day) continue;
      if (within !== undefined && !isWithin(earlier, day, within)) break;
      if (since !== undefined && earlier < since) break;
      count += 1;
    }
    return count;
  }
}
