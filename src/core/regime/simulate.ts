import { CivilDate, plusDays } from '../dates/civil-date';
import { Facts } from '../facts/read-facts';
import { NO_POINTS, Points } from '../numbers/points';
import { CompiledRuleSet } from '../rule-set/compile';
import { CaseFilter, MeasureFilter } from '../rule-set/regime.types';
import { FactValue } from '../rule-set/rule-set.types';
import { Agenda, PHASE } from './agenda';
import { CaseCount } from './case-count';
import { CleanPeriods } from './clean-periods';
import { CompiledRegime } from './compile-regime';
import { Context } from './context.types';
import { CreditBook } from './credits';
import { Entry } from './entry.types';
import { LadderWalk } from './ladder-walk';
import { MeasureKeeper } from './measure-keeper';
import { MeasureInstance } from './measure-log';
import { Multipliers } from './multipliers';
import { Poster } from './poster';
import { CreditRecord, MeasureRecord, SubjectRecord } from './regime-records.types';
import { ScoreBoard } from './score-board';
import { FutileRecord, Simulation } from './simulation.types';

/** What happened to one subject, up to the as-of day. */
export interface Happenings {
  readonly entries: readonly Entry[];
  readonly inspections: readonly { readonly key: string; readonly day: CivilDate; readonly number: number }[];
  readonly others: readonly (CreditRecord | MeasureRecord | SubjectRecord)[];
}

/** One subject under a regime while the days go by, up to the as-of day (ADR 0015). */
export class RegimeSimulation implements Simulation {
  today: CivilDate;
  readonly agenda: Agenda;
  readonly board: ScoreBoard;
  readonly measures: MeasureKeeper;
  readonly poster: Poster;
  readonly ladders: readonly LadderWalk[];
  /** Records that had no effect, and why. */
  readonly futile: { readonly key: string; readonly reason: FutileRecord }[] = [];
  /** Register facts that were asked for and that nobody has recorded. */
  readonly missingFacts = new Set<string>();
  notCounted: ReadonlySet<MeasureInstance> = new Set();
  private readonly compiled: CompiledRegime;
  private readonly credits: CreditBook;
  private readonly count: CaseCount;
  private readonly subject = new Map<string, FactValue>();

  constructor(
    rules: CompiledRuleSet & { readonly regime: CompiledRegime },
    readonly asOf: CivilDate,
  ) {
    this.compiled = rules.regime;
    const { regime } = this.compiled;
    this.today = asOf;
    this.agenda = new Agenda(asOf);
    this.board = new ScoreBoard(rules, regime, this);
    const multipliers = new Multipliers();
    const measures = new Map((regime.measures ?? []).map((measure) => [measure.code, measure]));
    this.measures = new MeasureKeeper(measures, this.board, multipliers, this);
    this.credits = new CreditBook(regime.credits, this.board, this);
    this.count = new CaseCount();
    const clean = new CleanPeriods(this.board, this.credits, multipliers, this);
    this.poster = new Poster(regime, this, this.board, multipliers, clean, this.count);
    this.ladders = (regime.ladders ?? []).map((ladder) => new LadderWalk(ladder, this.board, this.measures, this));
  }

  /** Lets the days go by. Ladders are judged when a day on which anything happened is over. */
  run({ entries, inspections, others }: Happenings): void {
    for (const entry of entries) this.poster.expect(entry, (run) => this.afterRecord(run));
    for (const { key, day, number } of inspections) {
      // Half a number before its findings.
      this.agenda.add(day, PHASE.record, () => this.board.turnToInspection(key), number - 0.5);
    }
    for (const record of others) {
      // What is known of the subject from a day on holds before anything else of that day.
      const phase = record.type === 'subject' ? PHASE.subject : PHASE.record;
      this.agenda.add(record.day, phase, () => this.afterRecord(() => this.take(record)), record.number);
    }
    for (let day = this.agenda.nextDay; day !== undefined; day = this.agenda.nextDay) {
      this.today = day;
      while (this.agenda.nextDay === day) this.agenda.step();
      this.measures.review();
      for (const ladder of this.ladders) ladder.judge();
    }
    this.today = this.asOf;
  }

  subjectFact(path: string): FactValue | undefined {
    const value = this.subject.get(path);
    if (value === undefined) this.missingFacts.add(path);
    return value;
  }

  knownSubjectFact(path: string): FactValue | undefined {
    return this.subject.get(path);
  }

  contextFor(entry?: Entry, score?: string): Context {
    return {
      today: this.today,
      ...(entry === undefined ? {} : { entry }),
      ...(score === undefined ? {} : { score }),
      isPlanned: (date) => this.compiled.plannedDates.has(date),
      subjectFact: (path) => this.subjectFact(path),
      valueOf: (code) => this.board.tally(code)?.value ?? NO_POINTS,
      countMeasures: (filter, of) => this.countMeasures(filter, of),
      countCases: (filter, of) => this.countCases(filter, of),
      isRunning: (measure) => this.measures.log.isRunning(measure, this.today),
      totalAt: (measure): Points => this.measures.log.totalAt(measure),
    };
  }

  private countMeasures(filter: MeasureFilter, score: string | undefined): number {
    const lastCase = this.board.tally(score ?? this.firstScore)?.lastCase ?? this.today;
    const since = this.sinceCycles(filter.cycles, score);
    return this.measures.log.count(filter, { today: this.today, lastCase, since, except: this.notCounted });
  }

  private countCases(filter: CaseFilter, score: string | undefined): number {
    return this.count.count(filter, this.today, this.sinceCycles(filter.cycles, score));
  }

  /** The first day of so many cycles up to the running one; undefined where all are meant. */
  private sinceCycles(cycles: number | undefined, score: string | undefined): CivilDate | undefined {
    if (cycles === undefined) return undefined;
    const tally = this.board.tally(score ?? this.firstScore);
    let from = tally?.cycleOn(this.today)?.from;
    for (let n = 1; n < cycles && from !== undefined && tally !== undefined; n += 1) {
      from = tally.cycleOn(plusDays(from, -1))?.from;
    }
    return from;
  }

  private get firstScore(): string {
    return this.compiled.regime.scores[0]?.code ?? '';
  }

  private afterRecord(run: () => void): void {
    run();
    for (const ladder of this.ladders) if (ladder.ladder.judged === 'record') ladder.judge();
  }

  private take(record: CreditRecord | MeasureRecord | SubjectRecord): void {
    const reason = this.effectOf(record);
    if (reason !== undefined) this.futile.push({ key: record.key, reason });
  }

  private effectOf(record: CreditRecord | MeasureRecord | SubjectRecord): FutileRecord | undefined {
    if (record.type === 'subject') {
      this.learn(record.facts);
      return undefined;
    }
    if (record.type === 'credit') return this.credits.take(record.credit);
    const tally = this.board.tally(this.firstScore);
    const origin = {
      score: this.firstScore,
      points: tally?.value ?? NO_POINTS,
      lastCase: tally?.lastCase ?? this.today,
    };
    const done = this.measures.record(record.measure, record.event, origin, record.length);
    return done ? undefined : 'no_such_measure';
  }

  private learn(facts: Facts): void {
    for (const [path, value] of facts) this.subject.set(path, value);
  }
}
