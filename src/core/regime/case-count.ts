import { CivilDate } from '../dates/civil-date';
import { CaseFilter } from '../rule-set/regime.types';
import { Occurrences } from './occurrences';

/** The cases posted so far, by item, for tests and formulas that count them (P10). */
export class CaseCount {
  private readonly byItem = new Map<string, Occurrences>();

  add(item: string, windowDay: CivilDate): void {
    const days = this.byItem.get(item) ?? new Occurrences();
    this.byItem.set(item, days);
    days.add(windowDay);
  }

  count({ items, within }: CaseFilter, today: CivilDate, since: CivilDate | undefined): number {
    const counted = items ?? [...this.byItem.keys()];
    return counted.reduce(
      (sum, item) => sum + (this.byItem.get(item)?.countUpTo(today, within, Infinity, since) ?? 0),
      0,
    );
  }
}
