import { CivilDate } from '../dates/civil-date';
import { Points, toPoints } from '../numbers/points';
import { Credits } from '../rule-set/regime.types';
import { firstDayBeyond } from './length';
import { ScoreBoard } from './score-board';
import { Simulation } from './simulation.types';
import { holds } from './test';

/** Why a credit had no effect, or not all of it. */
export type CreditFault = 'credit_not_eligible' | 'credit_cap';

/** Takes credits in and keeps to their cap (P8). */
export class CreditBook {
  private readonly taken: { readonly day: CivilDate; readonly points: Points }[] = [];

  constructor(
    private readonly credits: Credits | undefined,
    private readonly board: ScoreBoard,
    private readonly simulation: Simulation,
  ) {}

  /** Eligibility, then the cap, then the bound of the score: what exceeds either is lost. */
  take(code: string): CreditFault | undefined {
    const kind = this.credits?.kinds.find((one) => one.code === code);
    if (kind === undefined) return 'credit_not_eligible';
    if (kind.when !== undefined && !holds(kind.when, this.simulation.contextFor(undefined, kind.score))) {
      return 'credit_not_eligible';
    }
    const points = Math.min(toPoints(kind.points), this.left(kind.score)) as Points;
    if (points <= 0) return 'credit_cap';
    const effective = this.giveUpTo(kind.score, points);
    if (effective > 0) this.taken.push({ day: this.simulation.today, points: effective });
    return undefined;
  }

  /** A credit as far as the bound of the score leaves room: down to the floor, or up to the ceiling. */
  giveUpTo(score: string, points: Points): Points {
    const tally = this.board.tally(score);
    if (tally === undefined) return 0 as Points;
    const { direction, floor, ceiling } = tally.score;
    const bound = direction === 'down' ? ceiling : floor;
    const room = bound === undefined ? points : Math.abs(tally.value - toPoints(bound));
    const given = Math.min(points, room) as Points;
    if (given > 0) this.board.credit(score, (0 - given) as Points);
    return given;
  }

  private left(score: string): number {
    const { cap } = this.credits ?? {};
    if (cap === undefined) return Infinity;
    const { today } = this.simulation;
    const { per } = cap;
    const from = per === 'cycle' ? this.board.tally(score)?.currentCycle()?.from : undefined;
    const used = this.taken
      .filter(({ day }) => (per === 'cycle' ? from === undefined || day >= from : today < firstDayBeyond(day, per)))
      .reduce((sum, { points }) => sum + points, 0);
    return toPoints(cap.points) - used;
  }
}
