import { CivilDate } from '../dates/civil-date';
import { NO_POINTS, Points, toPoints } from '../numbers/points';
import { Pattern, RegimeLadder, RegimeRung } from '../rule-set/regime.types';
import { isWithin } from './length';
import { MeasureKeeper } from './measure-keeper';
import { MeasureInstance } from './measure-log';
import { ScoreBoard } from './score-board';
import { Simulation } from './simulation.types';
import { CycleTotal, Tally } from './tally';
import { holds } from './test';

/** How a rung stands. */
export interface RungState {
  readonly rung: RegimeRung;
  /** How many times it is reached: 0 or 1, or more where it is reached again at every further so many points. */
  times: number;
  /** The day on which it became reached; absent while it is not. */
  since?: CivilDate;
  /** First day of the cycle in which it was last seen reached; absent while it is not. */
  seenIn?: CivilDate;
  /** First day of the cycle in which it last called for measures. */
  calledIn?: CivilDate;
  /** What it called for since the value reaches it: these do not count as having come before. */
  calls: MeasureInstance[];
}

/** One ladder while the days go by (P10). */
export class LadderWalk {
  readonly states: readonly RungState[];
  private last: { readonly rung: string; readonly lastCase: CivilDate } | undefined;
  private seenCycles = 0;

  constructor(
    readonly ladder: RegimeLadder,
    private readonly board: ScoreBoard,
    private readonly measures: MeasureKeeper,
    private readonly simulation: Simulation,
  ) {
    this.states = ladder.rungs.map((rung) => ({ rung, times: 0, calls: [] }));
  }

  /** Sees which rungs have become reached, and lets them call for their measures. */
  judge(): void {
    this.judgePatterns();
    this.simulation.notCounted = this.callsOfThisReach();
    const crossed = this.look();
    const called = this.ladder.jump === 'highest_rung' ? crossed.slice(-1) : crossed;
    for (const { state, steps, value } of called) this.call(state, steps, value);
    // Effects may have taken the points away again: a rung that is no longer reached can be reached anew.
    if (called.length > 0) {
      this.simulation.notCounted = this.callsOfThisReach();
      this.look();
    }
    this.simulation.notCounted = new Set();
  }

  /** What rungs called for that the value still reaches: "before" means before it came to that. */
  private callsOfThisReach(): ReadonlySet<MeasureInstance> {
    for (const state of this.states) {
      const tally = this.board.tallyOf(state.rung, this.ladder.score);
      if (tally === undefined || beyond(state.rung, tally.value) === undefined) state.calls = [];
    }
    return new Set(this.states.flatMap(({ calls }) => calls));
  }

  private look(): { readonly state: RungState; readonly steps: number; readonly value: Points }[] {
    const crossed: { readonly state: RungState; readonly steps: number; readonly value: Points }[] = [];
    for (const state of this.states) {
      const tally = this.board.tallyOf(state.rung, this.ladder.score);
      if (tally === undefined) continue;
      const times = this.timesReached(state, tally);
      const steps = times - state.times;
      state.times = times;
      if (times === 0) delete state.since;
      else if (steps > 0 && (state.since === undefined || state.rung.every !== undefined)) {
        state.since = this.simulation.today;
      }
      if (this.isNewInCycle(state, tally) || steps > 0) {
        crossed.push({ state, steps: Math.max(1, steps), value: tally.value });
      }
    }
    return crossed;
  }

  /**
   * A rung that is called for once in a cycle is called for again in the next, if it is still reached then. One that a jump
   * passed over, or that an effect lifted the value to, waits for its next crossing.
   */
  private isNewInCycle(state: RungState, tally: Tally): boolean {
    if (state.rung.calls !== 'once_per_cycle') return false;
    const cycle = state.times > 0 ? tally.currentCycle()?.from : undefined;
    const isNew = cycle !== undefined && state.seenIn !== cycle;
    if (cycle === undefined) delete state.seenIn;
    else state.seenIn = cycle;
    return isNew;
  }

  private timesReached({ rung, times }: RungState, tally: Tally): number {
    const { every, when, follows } = rung;
    const excess = beyond(rung, tally.value);
    if (excess === undefined) return 0;
    if (when !== undefined && !holds(when, this.simulation.contextFor(undefined, this.ladder.score))) return 0;
    // What it follows is asked when it becomes reached; from then on it is itself the last.
    if (follows !== undefined && times === 0 && !this.isFollowing(follows, tally)) return 0;
    if (every === undefined) return 1;
    const step = toPoints(every);
    return 1 + (isStrict(rung) ? Math.ceil(excess / step) - 1 : Math.floor(excess / step));
  }

  private isFollowing({ rungs, within }: NonNullable<RegimeRung['follows']>, tally: Tally): boolean {
    if (this.last === undefined || !rungs.includes(this.last.rung)) return false;
    return within === undefined || isWithin(this.last.lastCase, tally.lastCase ?? this.simulation.today, within);
  }

  private call(state: RungState, steps: number, value: Points): void {
    const { rung } = state;
    if (rung.calls === 'level_only') return;
    const tally = this.board.tallyOf(rung, this.ladder.score);
    if (rung.calls === 'once_per_cycle') {
      const cycle = tally?.currentCycle()?.from;
      if (cycle !== undefined && state.calledIn === cycle) return;
      if (cycle !== undefined) state.calledIn = cycle;
    }
    const lastCase = tally?.lastCase ?? this.simulation.today;
    for (let step = 0; step < steps; step += 1) {
      for (const measure of rung.measures ?? []) {
        const origin = { ladder: this.ladder.code, rung: rung.code, score: this.ladder.score, points: value, lastCase };
        const one = this.measures.call(measure, origin);
        if (one !== undefined && rung.every === undefined) state.calls.push(one);
      }
    }
    this.last = { rung: rung.code, lastCase };
  }

  /** Cycles that have ended since the last look are held against the patterns, one after the other. */
  private judgePatterns(): void {
    const { patterns = [], score } = this.ladder;
    const tally = this.board.tally(score);
    const ended = tally?.ended ?? [];
    for (; patterns.length > 0 && this.seenCycles < ended.length; this.seenCycles += 1) {
      for (const pattern of patterns) {
        const last = ended.slice(Math.max(0, this.seenCycles + 1 - pattern.cycles), this.seenCycles + 1);
        if (isPattern(pattern, last)) this.callPattern(pattern, tally);
      }
    }
  }

  private callPattern({ code: rung, measures = [] }: Pattern, tally: Tally | undefined): void {
    const lastCase = tally?.lastCase ?? this.simulation.today;
    for (const measure of measures) {
      const points = tally?.ended.at(-1)?.value ?? NO_POINTS;
      this.measures.call(measure, { ladder: this.ladder.code, rung, score: this.ladder.score, points, lastCase });
    }
  }
}

const isStrict = ({ reaching }: RegimeRung): boolean => reaching === 'more_than' || reaching === 'less_than';

/** By how much a value lies beyond the edge of a rung; undefined where it does not reach it. */
function beyond(rung: RegimeRung, value: Points): number | undefined {
  const { at, reaching = 'at_least' } = rung;
  const down = reaching === 'at_most' || reaching === 'less_than';
  const excess = down ? toPoints(at) - value : value - toPoints(at);
  return excess > 0 || (excess === 0 && !isStrict(rung)) ? excess : undefined;
}

/** Whether the last so many cycles in a row each ended within the range. */
function isPattern({ cycles, atLeast, below }: Pattern, last: readonly CycleTotal[]): boolean {
  return (
    last.length === cycles &&
    last.every(({ value }) => value >= toPoints(atLeast) && (below === undefined || value < toPoints(below)))
  );
}
