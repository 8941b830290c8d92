import { plusDays } from '../dates/civil-date';
import { addPoints, Points } from '../numbers/points';
import { Regime } from '../rule-set/regime.types';
import { PHASE } from './agenda';
import { CaseCount } from './case-count';
import { CasePoints, casePoints } from './case-points';
import { CleanPeriods } from './clean-periods';
import { ConcurrencyGroups } from './concurrency';
import { dayFor, Entry } from './entry.types';
import { Gates } from './gates';
import { Multipliers } from './multipliers';
import { newPosting } from './posting';
import { Posting } from './posting.types';
import { ScoreBoard } from './score-board';
import { Simulation } from './simulation.types';

/** Makes postings of cases on their days, in the pinned order: gates, points, multipliers, concurrency, scores. */
export class Poster {
  readonly postings: Posting[] = [];
  private readonly gates = new Gates();
  private readonly groups = new ConcurrencyGroups((posting) => this.reprice(posting));
  private readonly reviews: boolean;

  constructor(
    regime: Regime,
    private readonly simulation: Simulation,
    private readonly board: ScoreBoard,
    private readonly multipliers: Multipliers,
    private readonly clean: CleanPeriods,
    private readonly count: CaseCount,
  ) {
    this.reviews = (regime.measures ?? []).some(({ completion }) => completion?.eachCase !== undefined);
  }

  /** Puts a case on the agenda: on its stage day, if its posting date has come by the as-of day. */
  expect(entry: Entry, around: (run: () => void) => void): void {
    const { asOf, agenda } = this.simulation;
    const [posted, stage] = [dayFor(entry, 'posted'), dayFor(entry, 'stage')];
    const windowDay = dayFor(entry, 'window') ?? posted;
    const expiryDay = dayFor(entry, 'expiry') ?? posted;
    const known = posted !== undefined && posted <= asOf && stage !== undefined && stage <= asOf;
    const posting = newPosting(entry, windowDay ?? asOf, expiryDay ?? asOf);
    this.postings.push(posting);
    if (!known || windowDay === undefined || expiryDay === undefined) return;
    agenda.add(stage, PHASE.record, () => around(() => this.arrive(posting)), entry.number);
    // A measure may wait for a date of a case; something has to happen on that day.
    if (this.reviews)
      for (const day of entry.dates.values()) if (day > stage) agenda.add(day, PHASE.gate, () => undefined);
  }

  private arrive(posting: Posting): void {
    const { entry, windowDay } = posting;
    const context = this.simulation.contextFor(entry);
    const stopped = this.gates.stop(entry, windowDay, context);
    if (stopped !== undefined) {
      posting.state = 'not_posted';
      posting.reason = stopped.gate;
      if (stopped.by !== undefined) posting.insteadOf = stopped.by;
      return;
    }
    if (!this.gates.isTimed(entry)) {
      this.post(posting);
      return;
    }
    // What keeps it out are dates of its own: on each of them, and on the day after, it is asked again.
    const days = new Set([...entry.dates.values()].flatMap((day) => [day, plusDays(day, 1)]));
    for (const day of days) {
      if (day > this.simulation.today)
        this.simulation.agenda.add(day, PHASE.gate, () => this.askGates(posting), entry.number);
    }
    this.askGates(posting);
  }

  private askGates(posting: Posting): void {
    const closedTo = this.gates.closedTo(posting.entry, this.simulation.contextFor(posting.entry));
    if (closedTo !== undefined) {
      if (posting.active) this.keepOut(posting);
      posting.reason = closedTo;
    } else if (posting.state === 'pending') this.post(posting);
    else if (!posting.active) this.bringBack(posting);
  }

  private post(posting: Posting): void {
    const { entry, windowDay } = posting;
    const context = this.simulation.contextFor(entry);
    const points = casePoints(entry, context, this.simulation.asOf);
    const multiply = this.multipliers.factorsFor(entry, windowDay, context);
    this.gates.note(entry, windowDay);
    this.count.add(entry.item.code, windowDay);
    posting.state = 'posted';
    posting.active = true;
    delete posting.reason;
    if ('perDay' in points) this.postDays(posting, points, multiply);
    else {
      posting.made = multiply(points.whole);
      this.groups.join(posting, context);
      this.board.admit(posting, posting.points);
    }
    this.clean.restart();
  }

  /** Each day of a continued violation is a part of its own, dated on that day, until the cap is used up. */
  private postDays(
    posting: Posting,
    { perDay, first, days, most }: Extract<CasePoints, { perDay: Points }>,
    multiply: (points: Points) => Points,
  ): void {
    const { today, agenda } = this.simulation;
    let left = most ?? Infinity;
    for (let n = 0; n < days && left > 0; n += 1) {
      const day = plusDays(first, n);
      const points = multiply(Math.min(perDay, left) as Points);
      left -= perDay;
      const admit = (): void => {
        posting.made = addPoints(posting.made, points);
        posting.points = posting.made;
        this.board.admit(posting, points, day);
      };
      if (day <= today) admit();
      else agenda.add(day, PHASE.record, admit, posting.entry.number);
    }
  }

  private keepOut(posting: Posting): void {
    posting.active = false;
    for (const slot of posting.slots) slot.tally.suspend(slot);
    this.groups.weighAnew(posting);
  }

  /** It counts again, unless its life has ended, or an effect has cleared it, in the meantime. */
  private bringBack(posting: Posting): void {
    posting.active = true;
    delete posting.reason;
    this.groups.weighAnew(posting);
    for (const slot of posting.slots) slot.tally.readmit(slot);
  }

  private reprice(posting: Posting): void {
    for (const slot of posting.slots) slot.tally.setPoints(slot, slot.tally.worth(posting, posting.points));
  }
}
