import { CivilDate, plusDays } from '../dates/civil-date';
import { Effect, Length, Measure } from '../rule-set/regime.types';
import { PHASE } from './agenda';
import { applyEffect } from './effects';
import { valueOf } from './formula';
import { lastDayOf, plusLength } from './length';
import { MeasureInstance, MeasureLog, stateOf } from './measure-log';
import { Multipliers } from './multipliers';
import { ScoreBoard } from './score-board';
import { Simulation } from './simulation.types';
import { holds } from './test';

/** Where a measure comes from: a rung, or an authority by itself. */
export type MeasureOrigin = Pick<MeasureInstance, 'ladder' | 'rung' | 'score' | 'points' | 'lastCase'>;

/** Begins, ends and completes measures, and lets them do to the scores what they say (P11, P12). */
export class MeasureKeeper {
  readonly log = new MeasureLog();

  constructor(
    private readonly measures: ReadonlyMap<string, Measure>,
    private readonly board: ScoreBoard,
    private readonly multipliers: Multipliers,
    private readonly simulation: Simulation,
  ) {}

  /** A rung calls for a measure, or an authority imposes one. */
  call(code: string, origin: MeasureOrigin, recorded?: Length): MeasureInstance | undefined {
    const measure = this.measures.get(code);
    if (measure === undefined) return undefined;
    const { today } = this.simulation;
    const length = recorded ?? this.lengthOf(measure, origin);
    const keeps = measure.effects?.some(({ clear }) => clear === 'triggering') ?? false;
    const one: MeasureInstance = {
      ...{ measure, ...origin, on: today },
      triggering: keeps ? [...(this.board.tally(origin.score)?.slots ?? [])] : [],
      ...(length === undefined ? {} : { length }),
    };
    this.log.all.push(one);
    this.event(one, 'trigger');
    const { start = 'trigger' } = measure;
    if (start === 'trigger') this.begin(one, today);
    else if (start !== 'recorded') {
      const day = plusLength(today, start.after);
      this.simulation.agenda.add(day, PHASE.measure, () => this.begin(one, day));
    }
    return one;
  }

  /** A record about a measure: imposed from outside; or begun or completed, the oldest that has not been. */
  record(code: string, event: 'imposed' | 'started' | 'completed', origin: MeasureOrigin, length?: Length): boolean {
    const { today } = this.simulation;
    if (event === 'completed') {
      const one = this.log.oldest(code, ({ completedOn, reportedOn }) => (completedOn ?? reportedOn) === undefined);
      if (one === undefined) return false;
      one.reportedOn = today;
      this.completeIfDone(one);
      return true;
    }
    if (event === 'imposed') return this.call(code, origin, length) !== undefined;
    const one = this.log.oldest(code, ({ from }) => from === undefined) ?? this.call(code, origin, length);
    if (one !== undefined && one.from === undefined) this.begin(one, today, length ?? one.length);
    return one !== undefined;
  }

  /** Completes what was reported and waited for its cases. */
  review(): void {
    for (const one of this.log.all) {
      if (one.reportedOn === undefined && one.measure.completion?.recorded !== false) continue;
      this.completeIfDone(one);
    }
  }

  private begin(one: MeasureInstance, day: CivilDate, length = one.length): void {
    if (one.from !== undefined) return;
    const { measure } = one;
    const { twoAtOnce = 'separate' } = measure;
    const others = this.log.all.filter(
      (other) => other !== one && other.measure === measure && stateOf(other, day) === 'running',
    );
    const latest = others
      .flatMap(({ to }) => to ?? [])
      .sort()
      .at(-1);
    if (twoAtOnce === 'extend' && latest !== undefined) {
      const next = plusDays(latest, 1);
      this.simulation.agenda.add(next, PHASE.measure, () => this.begin(one, next, length));
      return;
    }
    one.from = day;
    if (one.measure.length === 'rest_of_cycle') {
      const end = this.board.tally(one.score)?.cycleOn(day)?.to;
      if (end !== undefined) one.to = plusDays(end, -1);
    } else if (length !== undefined) one.to = lastDayOf(day, length);
    if (twoAtOnce === 'replace') for (const other of others) other.replacedOn = day;
    if (twoAtOnce === 'longest') this.levelUp(one, others);
    this.scheduleEnd(one);
    this.event(one, 'start');
  }

  private levelUp(one: MeasureInstance, others: readonly MeasureInstance[]): void {
    for (const other of others) {
      if (one.to === undefined || other.to === undefined) continue;
      const last = one.to > other.to ? one.to : other.to;
      one.to = last;
      if (other.to === last) continue;
      other.to = last;
      this.scheduleEnd(other);
    }
  }

  /** The end of its length completes a measure that nothing else has to. */
  private scheduleEnd(one: MeasureInstance): void {
    const { to } = one;
    if (to === undefined || one.measure.completion !== undefined) return;
    const day = plusDays(to, 1);
    this.simulation.agenda.add(day, PHASE.measure, () => {
      if (one.to === to && one.completedOn === undefined && one.replacedOn === undefined) this.complete(one, day);
    });
  }

  private completeIfDone(one: MeasureInstance): void {
    if (one.completedOn !== undefined || one.replacedOn !== undefined) return;
    const { recorded = true, eachCase } = one.measure.completion ?? {};
    if (recorded && one.reportedOn === undefined) return;
    if (eachCase !== undefined && !this.holdsForEach(one, eachCase)) return;
    this.complete(one, this.simulation.today);
  }

  private holdsForEach({ score }: MeasureInstance, test: Parameters<typeof holds>[0]): boolean {
    const slots = [...(this.board.tally(score)?.slots ?? [])];
    return slots.every(
      ({ posting }) => posting === undefined || holds(test, this.simulation.contextFor(posting.entry, score)),
    );
  }

  private complete(one: MeasureInstance, day: CivilDate): void {
    one.completedOn = day;
    this.event(one, 'completion');
  }

  private event(one: MeasureInstance, on: Effect['on']): void {
    for (const effect of one.measure.effects ?? []) {
      if (effect.on !== on) continue;
      applyEffect(effect, one, this.board.acted(effect.scores, one));
      if (effect.restarts !== undefined) this.multipliers.restart(effect.restarts);
    }
    this.board.countSince(one.measure.code, on, this.simulation.today);
  }

  private lengthOf({ length }: Measure, origin: MeasureOrigin): Length | undefined {
    if (length === undefined || length === 'rest_of_cycle') return undefined;
    if (!('formula' in length)) return length;
    const value = valueOf(length.formula, this.simulation.contextFor(undefined, origin.score));
    const whole = Math.max(1, Math.ceil(Number(value.n) / Number(value.d)));
    return length.unit === 'days' ? { days: whole } : { months: whole };
  }
}
