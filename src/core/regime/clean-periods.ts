import { CivilDate } from '../dates/civil-date';
import { toPoints } from '../numbers/points';
import { CleanPeriod } from '../rule-set/regime.types';
import { PHASE } from './agenda';
import { CreditBook } from './credits';
import { plusLength } from './length';
import { Multipliers } from './multipliers';
import { ScoreBoard } from './score-board';
import { Simulation } from './simulation.types';
import { Tally } from './tally';

/** What a time without cases brings (P7): it is due so long after the last window date, unless another case came. */
export class CleanPeriods {
  private readonly awaited = new Map<Tally, CivilDate>();

  constructor(
    private readonly board: ScoreBoard,
    private readonly credits: CreditBook,
    private readonly multipliers: Multipliers,
    private readonly simulation: Simulation,
  ) {}

  /** A case was posted: whatever the scores that count it promise for a clean time begins anew. */
  restart(): void {
    for (const tally of this.board.tallies) {
      const { lastCase } = tally;
      if (lastCase === undefined || this.awaited.get(tally) === lastCase) continue;
      this.awaited.set(tally, lastCase);
      for (const clean of tally.life.clean ?? [])
        this.await(tally, clean, lastCase, plusLength(lastCase, clean.length));
    }
  }

  private await(tally: Tally, clean: CleanPeriod, lastCase: CivilDate, due: CivilDate): void {
    const { agenda, today } = this.simulation;
    if (due < today) return;
    agenda.add(due, PHASE.clean, () => {
      if (tally.lastCase !== lastCase) return;
      this.grant(tally, clean);
      if (clean.repeats === true) this.await(tally, clean, lastCase, plusLength(due, clean.length));
    });
  }

  private grant(tally: Tally, { then, restarts }: CleanPeriod): void {
    if (then === 'clear_all') for (const one of this.board.withWindows(tally)) one.clearAll();
    else this.credits.giveUpTo(tally.score.code, toPoints(then.credit));
    if (restarts !== undefined) this.multipliers.restart(restarts);
  }
}
