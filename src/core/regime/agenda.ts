import { CivilDate } from '../dates/civil-date';

/** What comes first on one day (ADR 0014): the calendar, then the records. Ladders are judged when the day is over. */
export const PHASE = { subject: -1, leave: 0, cycleEnd: 1, clean: 2, measure: 3, gate: 4, record: 5 } as const;

interface Entry {
  readonly day: CivilDate;
  readonly phase: number;
  readonly order: number;
  readonly run: () => void;
}

/** What is still to happen, by day, then phase, then order: a binary heap. Things may be added while it runs. */
export class Agenda {
  private readonly heap: Entry[] = [];
  private added = 0;

  /** @param last the as-of day: nothing later is kept */
  constructor(private readonly last: CivilDate) {}

  add(day: CivilDate, phase: number, run: () => void, order?: number): void {
    if (day > this.last) return;
    const { heap } = this;
    this.added += 1;
    const entry = { day, phase, order: order ?? this.added, run };
    let place = heap.length;
    for (; place > 0;) {
      const parent = (place - 1) >> 1;
      const above = heap[parent] as Entry;
      if (!before(entry, above)) break;
      heap[place] = above;
      place = parent;
    }
    heap[place] = entry;
  }

  get nextDay(): CivilDate | undefined {
    return this.heap[0]?.day;
  }

  /** Takes the first out and runs it. */
  step(): void {
    const { heap } = this;
    const first = heap[0];
    const last = heap.pop();
    if (first === undefined || last === undefined) return;
    if (heap.length > 0) this.sink(last);
    first.run();
  }

  private sink(entry: Entry): void {
    const { heap } = this;
    let place = 0;
    for (;;) {
      let child = 2 * place + 1;
      if (child >= heap.length) break;
      const right = heap[child + 1];
      if (right !== undefined && before(right, heap[child] as Entry)) child += 1;
      const below = heap[child] as Entry;
      if (!before(below, entry)) break;
      heap[place] = below;
      place = child;
    }
    heap[place] = entry;
  }
}

function before(a: Entry, b: Entry): boolean {
  if (a.day !== b.day) return a.day < b.day;
  return a.phase !== b.phase ? a.phase < b.phase : a.order < b.order;
}
