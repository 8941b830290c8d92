import { CivilDate } from '../dates/civil-date';
import { Points } from '../numbers/points';
import { CompiledRuleSet } from '../rule-set/compile';
import { Effect, Life, Regime, RegimeRung, Score } from '../rule-set/regime.types';
import { Entry, regimeOf } from './entry.types';
import { MeasureInstance } from './measure-log';
import { Posting } from './posting.types';
import { Simulation } from './simulation.types';
import { Tally } from './tally';
import { holds } from './test';

/** A score with the tallies of the rungs that have a window of their own. */
interface Place {
  readonly score: Score;
  readonly tally: Tally;
  readonly all: readonly Tally[];
}

/** The event of a measure that corresponds to what an effect is called. */
const EVENTS = { trigger: 'triggered', start: 'started', completion: 'completed' } as const;

/** All scores of one subject (P9), and which postings go into which. */
export class ScoreBoard {
  private readonly places: ReadonlyMap<string, Place>;
  private readonly ofRungs = new Map<RegimeRung, Tally>();

  constructor(
    private readonly rules: CompiledRuleSet,
    regime: Regime,
    private readonly simulation: Simulation,
  ) {
    this.places = new Map(regime.scores.map((score) => [score.code, this.place(regime, score)]));
  }

  get tallies(): readonly Tally[] {
    return [...this.places.values()].map(({ tally }) => tally);
  }

  tally(score: string): Tally | undefined {
    return this.places.get(score)?.tally;
  }

  /** The tally that a rung looks at: that of its score, or one with its own window. */
  tallyOf(rung: RegimeRung, score: string): Tally | undefined {
    return this.ofRungs.get(rung) ?? this.tally(score);
  }

  /** The tally of a score with those of its rungs. */
  withWindows({ score }: Tally): readonly Tally[] {
    return this.places.get(score.code)?.all ?? [];
  }

  /** Puts a posting, or a day of one, into every score that counts it. */
  admit(posting: Posting, points: Points, ownDay?: CivilDate): void {
    const { entry } = posting;
    for (const { score, all, tally } of this.places.values()) {
      if (!this.counts(score, entry)) continue;
      const windowDay = ownDay ?? this.dayOf(entry, score.dates?.window) ?? posting.windowDay;
      const expiryDay = ownDay ?? this.dayOf(entry, score.dates?.expiry) ?? posting.expiryDay;
      const life = this.lifeOf(entry, score);
      for (const one of all)
        one.admit(posting, points, windowDay, expiryDay, one === tally ? life : { ...life, ...one.own });
    }
  }

  credit(score: string, points: Points): void {
    for (const tally of this.places.get(score)?.all ?? []) tally.admitBalance(points);
  }

  /** The tallies an effect acts on: those of the scores it names, of the ladder's, or all. */
  acted(scores: Effect['scores'], { ladder, score }: MeasureInstance): readonly Tally[] {
    const codes = scores ?? (ladder === undefined ? [...this.places.keys()] : [score]);
    return codes.flatMap((code) => this.places.get(code)?.all ?? []);
  }

  /** Scores that count since an event of a measure begin anew with it. */
  countSince(measure: string, on: Effect['on'], day: CivilDate): void {
    for (const { all } of this.places.values()) {
      for (const tally of all) {
        const { since } = tally.life;
        if (since?.measures.includes(measure) !== true || (since.event ?? 'started') !== EVENTS[on]) continue;
        tally.countSince(day);
      }
    }
  }

  /** An inspection began: scores of one inspection turn to it, even where it finds nothing. */
  turnToInspection(key: string): void {
    for (const { score, all } of this.places.values()) {
      if (score.per === 'inspection') for (const tally of all) tally.turnToGroup(key);
    }
  }

  private place(regime: Regime, score: Score): Place {
    const ladders = (regime.ladders ?? []).filter((ladder) => ladder.score === score.code);
    const patterns = ladders.some((ladder) => (ladder.patterns ?? []).length > 0);
    const tally = new Tally(score, score.life ?? {}, this.simulation, patterns);
    const windows = ladders
      .flatMap(({ rungs }) => rungs)
      .flatMap((rung) => {
        if (rung.window === undefined) return [];
        const own = new Tally(score, { ...score.life, window: rung.window }, this.simulation, false, {
          window: rung.window,
        });
        this.ofRungs.set(rung, own);
        return [own];
      });
    return { score, tally, all: [tally, ...windows] };
  }

  /** A posting lives by the version that made it, where that one has the score. */
  private lifeOf(entry: Entry, score: Score): Life {
    if (entry.rules === this.rules) return score.life ?? {};
    const own = regimeOf(entry).scores.find(({ code }) => code === score.code);
    return (own ?? score).life ?? {};
  }

  private counts(score: Score, entry: Entry): boolean {
    if (score.items !== undefined && !score.items.includes(entry.item.code)) return false;
    return score.when === undefined || holds(score.when, this.simulation.contextFor(entry, score.code));
  }

  private dayOf(entry: Entry, date: string | undefined): CivilDate | undefined {
    if (date === undefined) return undefined;
    return entry.dates.get(entry.finding === undefined ? date : 'found');
  }
}
