import { CivilDate, plusDays } from '../dates/civil-date';
import { Cycle } from '../ledger/cycle';
import { addPoints, NO_POINTS, Points, toPoints } from '../numbers/points';
import { Life, Score } from '../rule-set/regime.types';
import { clearsAtCycleEnd } from './cycle-end';
import { firstDayBeyond } from './length';
import { withinBounds } from './score-value';
import { scoreCycle } from './score-cycle';
import { Simulation } from './simulation.types';
import { PHASE } from './agenda';
import { Posting, Slot } from './posting.types';
import { LastCaseWindow } from './last-case-window';
import { timesFactor, weightOn } from './weights';
import { holds } from './test';

/** The value of a score when a cycle of it ended, before anything was cleared. */
export interface CycleTotal {
  readonly from: CivilDate;
  readonly value: Points;
}

const ONE = toPoints(1);

/** What comes into a score: when it is dated, how it lives, and whose it is (a credit and a balance are nobody's). */
interface Arrival {
  readonly windowDay: CivilDate;
  readonly expiryDay: CivilDate;
  readonly life: Life;
  readonly posting?: Posting;
}

/** One score of one subject while the days go by: what counts in it, and why it stops (P7, P9). */
export class Tally {
  /** What counts now, in the order of posting. */
  readonly slots = new Set<Slot>();
  readonly ended: CycleTotal[] = [];
  /** The latest window date posted. */
  lastCase: CivilDate | undefined;
  cycle: Cycle | undefined;
  private sum: Points = NO_POINTS;
  private group: string | undefined;
  private since: CivilDate | undefined;
  private scheduledEnd: CivilDate | undefined;
  private readonly trailing: LastCaseWindow | undefined;

  /**
   * @param everyCycle whether the end of each cycle is to be noted, even of one without postings
   * @param own what a rung says of the life of its postings, in place of the score
   */
  constructor(
    readonly score: Score,
    readonly life: Life,
    private readonly simulation: Simulation,
    private readonly everyCycle: boolean,
    readonly own: Partial<Life> = {},
  ) {
    if (life.window?.ending === 'last_case')
      this.trailing = new LastCaseWindow(life.window, (slot) => this.remove(slot));
  }

  /** Start and postings, before floor and ceiling. */
  get unbounded(): Points {
    const start = toPoints(this.score.start ?? 0);
    return (this.score.direction === 'down' ? start - this.sum : start + this.sum) as Points;
  }

  get value(): Points {
    return withinBounds(this.score, this.unbounded);
  }

  get points(): Points {
    return this.sum;
  }

  /** The cycle of today, whose end comes into the agenda as long as it matters. */
  currentCycle(): Cycle | undefined {
    const { cycle: rule } = this.life;
    if (rule === undefined) return undefined;
    const { today } = this.simulation;
    if (this.cycle === undefined || today >= this.cycle.to || today < this.cycle.from) {
      this.cycle = this.cycleOn(today);
    }
    if (this.cycle !== undefined && this.scheduledEnd !== this.cycle.to && (this.everyCycle || this.slots.size > 0)) {
      const { to, from } = this.cycle;
      this.scheduledEnd = to;
      this.simulation.agenda.add(to, PHASE.cycleEnd, () => this.endCycle({ from, to }));
    }
    return this.cycle;
  }

  cycleOn(day: CivilDate): Cycle | undefined {
    const { cycle } = this.life;
    const date = (path: string) => this.simulation.knownSubjectFact(path) as CivilDate | undefined;
    return cycle === undefined ? undefined : scoreCycle(cycle, day, date);
  }

  /** Lets a posting, or a part of one with days of its own, into the score, if its life there has not ended before. */
  admit(posting: Posting, points: Points, windowDay: CivilDate, expiryDay: CivilDate, life: Life): void {
    this.turnTo(posting);
    this.lastCase = this.lastCase === undefined || this.lastCase < windowDay ? windowDay : this.lastCase;
    this.trailing?.moveTo(this.lastCase);
    const slot = this.newSlot(this.worth(posting, points), { windowDay, expiryDay, life, posting });
    if (slot !== undefined) posting.slots.push(slot);
  }

  /** A credit (below 0) or a balance: it lives as a posting of today would. */
  admitBalance(points: Points): void {
    const { today } = this.simulation;
    this.newSlot(points, { windowDay: today, expiryDay: today, life: this.life });
  }

  private newSlot(points: Points, { windowDay, expiryDay, life, posting }: Arrival): Slot | undefined {
    const { today, agenda } = this.simulation;
    // An item may live longer or shorter than others, where the score lets postings expire at all.
    const validity = life.validity === undefined ? undefined : (posting?.entry.item.validity ?? life.validity);
    const leaves = [
      ...(life.window !== undefined && life.window.ending !== 'last_case'
        ? [firstDayBeyond(windowDay, life.window.length, life.window.bounds)]
        : []),
      ...(validity === undefined ? [] : [firstDayBeyond(expiryDay, validity.length, validity.bounds)]),
    ].sort()[0];
    if (leaves !== undefined && leaves <= today) return undefined;
    if (this.life.since !== undefined && (this.since === undefined || windowDay < this.since)) return undefined;
    const slot: Slot = {
      ...(posting === undefined ? {} : { posting }),
      ...{ tally: this, life, points, counted: points, weight: 1, windowDay, expiryDay, carried: false, ended: false },
    };
    if (this.trailing?.admits(slot) === false) return undefined;
    if (!this.survivesPastCycles(slot)) return undefined;
    this.put(slot);
    if (leaves !== undefined) agenda.add(leaves, PHASE.leave, () => this.remove(slot));
    // Credits and balances do not age: what they take away or set is meant as it stands.
    if (life.weights !== undefined && posting !== undefined) this.weigh(slot);
    this.currentCycle();
    return slot;
  }

  /** A posting dated in a cycle that is over is treated as if it had been there at its end. */
  private survivesPastCycles(slot: Slot): boolean {
    const cycle = this.currentCycle();
    const anchor = this.life.cycle?.anchor;
    if (cycle === undefined && anchor !== undefined && 'subject' in anchor) this.simulation.subjectFact(anchor.subject);
    if (cycle === undefined || slot.windowDay >= cycle.from) return true;
    slot.carried = true;
    const own = this.cycleOn(slot.windowDay);
    for (let end = own?.to; end !== undefined && end <= cycle.from; end = this.cycleOn(end)?.to) {
      if (this.clearsAt(slot, end)) return false;
    }
    return true;
  }

  /** It counts no longer, and never will again. */
  remove(slot: Slot): void {
    slot.ended = true;
    this.suspend(slot);
  }

  /** It does not count for the time being. */
  suspend(slot: Slot): void {
    if (this.slots.delete(slot)) this.sum = (this.sum - slot.counted) as Points;
  }

  /** It counts again, if its life did not end while it was kept out. */
  readmit(slot: Slot): void {
    if (!slot.ended && !this.slots.has(slot) && this.survivesPastCycles(slot)) this.put(slot);
  }

  private put(slot: Slot): void {
    this.slots.add(slot);
    this.sum = addPoints(this.sum, slot.counted);
  }

  /** What a posting adds to this score: its points, or 1 unless another stands in its place. */
  worth({ made, points: posted }: Posting, points: Points): Points {
    if (this.score.counts !== 'cases') return points;
    return made > 0 && posted === 0 ? NO_POINTS : ONE;
  }

  /** Changes what a slot adds, before weights; one that no longer counts stays out. */
  setPoints(slot: Slot, points: Points): void {
    const counted = timesFactor(points, slot.weight, slot.life.weightRounding);
    if (this.slots.has(slot)) this.sum = (this.sum + counted - slot.counted) as Points;
    slot.points = points;
    slot.counted = counted;
  }

  clearAll(): void {
    for (const slot of [...this.slots]) this.remove(slot);
  }

  /** Uses points up, the oldest posting first; credits are left alone. */
  consume(points: Points): void {
    let rest: number = points;
    for (const slot of [...this.slots].sort((a, b) =>
      a.windowDay < b.windowDay ? -1 : a.windowDay > b.windowDay ? 1 : 0,
    )) {
      if (rest <= 0) return;
      if (slot.counted <= 0) continue;
      if (slot.counted <= rest) {
        rest -= slot.counted;
        this.remove(slot);
      } else {
        this.sum = (this.sum - rest) as Points;
        slot.counted = (slot.counted - rest) as Points;
        slot.points = slot.counted;
        rest = 0;
      }
    }
  }

  /** Brings the value to one that a rule sets: what counted clears and a balance of today takes its place. */
  setTo(value: number): void {
    this.clearAll();
    const difference = toPoints(value) - this.unbounded;
    if (difference !== 0) this.admitBalance((this.score.direction === 'down' ? 0 - difference : difference) as Points);
  }

  /** From now on only postings dated from this day on count (P7, since a measure). */
  countSince(day: CivilDate): void {
    this.since = day;
    for (const slot of [...this.slots]) if (slot.windowDay < day) this.remove(slot);
  }

  /** A score of one group turns to the latest: what belongs to another no longer counts. */
  private turnTo({ entry }: Posting): void {
    const { per } = this.score;
    if (per === undefined) return;
    const group = per === 'inspection' ? entry.finding?.inspection : entry.tags[per.tag];
    this.turnToGroup(group);
  }

  turnToGroup(group: string | undefined): void {
    if (group === this.group) return;
    this.group = group;
    this.clearAll();
  }

  private weigh(slot: Slot): void {
    const { today, agenda } = this.simulation;
    const { factor, until } = weightOn(slot.life.weights ?? [], slot.expiryDay, today);
    slot.weight = factor;
    this.setPoints(slot, slot.points);
    if (until === undefined) return;
    agenda.add(until, PHASE.leave, () => {
      if (this.slots.has(slot)) this.weigh(slot);
    });
  }

  private endCycle(cycle: Cycle): void {
    this.ended.push({ from: cycle.from, value: this.value });
    const { end = { clears: 'all' } } = this.life.cycle ?? {};
    const { below } = end;
    const down = this.score.direction === 'down';
    const held = below !== undefined && (down ? this.value <= toPoints(below) : this.value >= toPoints(below));
    if (!held) {
      const clearing = clearsAtCycleEnd(this.slots, (slot, test) => this.testAt(slot, test, cycle.to));
      for (const slot of clearing) this.remove(slot);
    }
    for (const slot of this.slots) slot.carried = true;
    this.currentCycle();
  }

  /** Whether a late posting would have cleared at the end of a cycle. */
  private clearsAt(slot: Slot, end: CivilDate): boolean {
    return clearsAtCycleEnd([slot], (one, test) => this.testAt(one, test, end)).length > 0;
  }

  /** Asked of the last day of the cycle: what came on the first day of the next came too late. */
  private testAt({ posting }: Slot, test: Parameters<typeof holds>[0], end: CivilDate): boolean {
    if (posting === undefined) return true;
    return holds(test, { ...this.simulation.contextFor(posting.entry, this.score.code), today: plusDays(end, -1) });
  }
}
