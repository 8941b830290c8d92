import { addPoints, fromPoints, toPoints } from '../numbers/points';
import { FactSupplier, Text } from '../rule-set/rule-set.types';
import { CompiledScorer } from '../scoring/compiled-scorer';
import { GroupCount, GroupTally, shownCounts } from './small-counts';
import { ItemShift, ReplayedStanding, SubjectImpact } from './subject-impact';

/** Whom an impact is on: a name, and the groups it is counted in. */
export interface ImpactSubject {
  readonly code: string;
  readonly name: string;
  /** The group it belongs to by each way of grouping, such as `office`, `trade` and `size`. */
  readonly groups: Readonly<Record<string, string>>;
}

/** Where a subject would stand under a version. */
export type ShownStanding = Pick<ReplayedStanding, 'total' | 'totalWithoutHypotheticalCarryOver' | 'rung'>;

/** A subject whose rung changes, by name. */
export interface RungChange {
  readonly code: string;
  readonly name: string;
  readonly before: ShownStanding;
  readonly after: ShownStanding;
  /** What did it, the greatest part first. */
  readonly items: readonly ItemShift[];
}

/** What each item adds to the points of all subjects together. */
export interface ItemTotal extends ItemShift {
  /** How many subjects it adds to. */
  readonly subjectsBefore: number;
  readonly subjectsAfter: number;
}

/** Records that a version cannot decide honestly, and why. */
export interface NotReplayed {
  readonly code: string;
  readonly inspection: string;
  /** Absent where nothing of the inspection could be read under the version. */
  readonly item?: string;
  readonly missingFacts: readonly string[];
}

/** All records that a version cannot decide honestly: how many, for want of what, and the first of them. */
export interface NotReplayedRecords {
  /** Pairs of an inspection and an item; an inspection that cannot be read at all is one. */
  readonly count: number;
  /** By item and by the facts that are lacking; `item` is null where whole inspections could not be read. */
  readonly causes: readonly {
    readonly item: string | null;
    readonly missingFacts: readonly string[];
    readonly inspections: number;
  }[];
  /** In the order of the subjects, `LISTED_RECORDS` at most. */
  readonly listed: readonly NotReplayed[];
}

/** Violations that count and that no inspection recorded: nothing says whether they were put right. */
export interface HypotheticalFindings {
  readonly count: number;
  /** In the order of the subjects, `LISTED_RECORDS` at most. */
  readonly listed: readonly HypotheticalFinding[];
}

export interface HypotheticalFinding {
  readonly code: string;
  readonly inspection: string;
  readonly item: string;
  readonly points: number;
}

/** The points of all subjects together, and those that would be left if every hypothetical violation had cleared. */
export interface SideTotals {
  readonly total: number;
  readonly totalWithoutHypotheticalCarryOver: number;
}

/** A fact that only the other version reads. */
export interface NewQuestion {
  readonly path: string;
  readonly text: Text;
  /** Whether inspectors have to ask, or the register has to tell. */
  readonly suppliedBy: FactSupplier;
}

/** What a change of version changes for everybody. Every figure is from the baseline to the other version. */
export interface ImpactReport {
  readonly direction: 'baseline_to_candidate';
  readonly baseline: CompiledScorer['rules']['identity'];
  readonly candidate: CompiledScorer['rules']['identity'];
  readonly subjects: number;
  readonly totals: { readonly before: SideTotals; readonly after: SideTotals };
  readonly up: readonly RungChange[];
  readonly down: readonly RungChange[];
  /** By way of grouping; groups in order of their names. */
  readonly groups: Readonly<Record<string, readonly GroupCount[]>>;
  readonly items: readonly ItemTotal[];
  readonly notReplayed: { readonly before: NotReplayedRecords; readonly after: NotReplayedRecords };
  /** The violations that only one version makes. */
  readonly hypothetical: { readonly before: HypotheticalFindings; readonly after: HypotheticalFindings };
  /** The facts that the other version reads and the baseline does not: what has to be asked from now on. */
  readonly newQuestions: readonly NewQuestion[];
}

/** Of how many records and findings of a kind the report tells which they are. It counts all of them. */
export const LISTED_RECORDS = 1000;

type Side = 'before' | 'after';

interface Points {
  before: number;
  after: number;
  subjectsBefore: number;
  subjectsAfter: number;
}

interface Lacking {
  count: number;
  causes: Record<string, number>;
  listed: NotReplayed[];
}

interface Imagined {
  count: number;
  listed: HypotheticalFinding[];
}

/** Everything added so far, as plain JSON: to be kept, and gone on with later. */
export interface TallyState {
  subjects: number;
  readonly up: RungChange[];
  readonly down: RungChange[];
  readonly groups: Record<string, Record<string, GroupTally>>;
  readonly items: Record<string, Points>;
  readonly notReplayed: Record<Side, Lacking>;
  readonly hypothetical: Record<Side, Imagined>;
  readonly totals: Record<Side, SideTotals>;
}

function nothingYet(): TallyState {
  const lacking = (): Lacking => ({ count: 0, causes: {}, listed: [] });
  const imagined = (): Imagined => ({ count: 0, listed: [] });
  const nothing: SideTotals = { total: 0, totalWithoutHypotheticalCarryOver: 0 };
  return {
    ...{ subjects: 0, up: [], down: [], groups: {}, items: {} },
    notReplayed: { before: lacking(), after: lacking() },
    hypothetical: { before: imagined(), after: imagined() },
    totals: { before: nothing, after: nothing },
  };
}

/** Adds up what a change of version changes, one subject after the other. It keeps what changes, not who does not. */
export class ImpactTally {
  /** @param state what an earlier tally of the same two versions had come to */
  constructor(
    private readonly from: CompiledScorer,
    private readonly to: CompiledScorer,
    readonly state: TallyState = nothingYet(),
  ) {}

  add(subject: ImpactSubject, impact: SubjectImpact): void {
    const { state } = this;
    state.subjects += 1;
    if (impact.direction !== 'same') state[impact.direction].push(toRungChange(subject, impact));
    this.count(subject, impact);
    for (const side of ['before', 'after'] as const) {
      const { pointsByItem, hypothetical, undecided, unreadable } = impact[side];
      for (const [item, points] of pointsByItem) this.addPoints(side, item, points);
      for (const one of hypothetical) addHypothetical(state.hypothetical[side], { code: subject.code, ...one });
      state.totals[side] = sumOf(state.totals[side], impact[side]);
      for (const one of undecided) addLacking(state.notReplayed[side], { code: subject.code, ...one });
      for (const inspection of unreadable) {
        addLacking(state.notReplayed[side], { code: subject.code, inspection, missingFacts: [] });
      }
    }
  }

  report(): ImpactReport {
    const { subjects, totals, up, down, groups, items, notReplayed, hypothetical } = this.state;
    const known = new Set(this.from.reads);
    return {
      direction: 'baseline_to_candidate',
      baseline: this.from.rules.identity,
      candidate: this.to.rules.identity,
      subjects,
      totals: { ...totals },
      up: inOrder(up),
      down: inOrder(down),
      groups: Object.fromEntries(Object.entries(groups).map(([way, counts]) => [way, shownCounts(counts)])),
      items: Object.entries(items)
        .map(([item, totals]) => ({ item, ...totals }))
        .sort((a, b) => (a.item < b.item ? -1 : 1)),
      notReplayed: { before: shownLacking(notReplayed.before), after: shownLacking(notReplayed.after) },
      hypothetical: { ...hypothetical },
      newQuestions: this.to.reads.filter((path) => !known.has(path)).map((path) => this.question(path)),
    };
  }

  private question(path: string): NewQuestion {
    const fact = this.to.rules.catalogue.facts.get(path);
    if (fact === undefined) throw new Error(`the fact ${path} is read, but not in the catalogue`);
    return { path, text: fact.text, suppliedBy: fact.suppliedBy };
  }

  private count({ groups }: ImpactSubject, { direction }: SubjectImpact): void {
    for (const [way, group] of Object.entries(groups)) {
      const counts = (this.state.groups[way] ??= {});
      const counted = (counts[group] ??= { subjects: 0, up: 0, down: 0 });
      counted.subjects += 1;
      if (direction !== 'same') counted[direction] += 1;
    }
  }

  private addPoints(side: Side, item: string, points: number): void {
    const totals = (this.state.items[item] ??= { before: 0, after: 0, subjectsBefore: 0, subjectsAfter: 0 });
    totals[side] = fromPoints(addPoints(toPoints(totals[side]), toPoints(points)));
    totals[side === 'before' ? 'subjectsBefore' : 'subjectsAfter'] += 1;
  }
}

function addLacking(lacking: Lacking, one: NotReplayed): void {
  lacking.count += 1;
  const cause = JSON.stringify([one.item ?? null, one.missingFacts]);
  lacking.causes[cause] = (lacking.causes[cause] ?? 0) + 1;
  if (lacking.listed.length < LISTED_RECORDS) lacking.listed.push(one);
}

function addHypothetical(imagined: Imagined, one: HypotheticalFinding): void {
  imagined.count += 1;
  if (imagined.listed.length < LISTED_RECORDS) imagined.listed.push(one);
}

function sumOf(sums: SideTotals, standing: ReplayedStanding): SideTotals {
  const sum = (name: keyof SideTotals): number => fromPoints(addPoints(toPoints(sums[name]), toPoints(standing[name])));
  return {
    total: sum('total'),
    totalWithoutHypotheticalCarryOver: sum('totalWithoutHypotheticalCarryOver'),
  };
}

function shownLacking({ count, causes, listed }: Lacking): NotReplayedRecords {
  const told = Object.entries(causes)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([cause, inspections]) => {
      const [item, missingFacts] = JSON.parse(cause) as [string | null, readonly string[]];
      return { item, missingFacts, inspections };
    });
  return { count, causes: told, listed };
}

function toRungChange({ code, name }: ImpactSubject, { before, after, shifts }: SubjectImpact): RungChange {
  return { code, name, before: shown(before), after: shown(after), items: shifts };
}

function shown({ total, totalWithoutHypotheticalCarryOver, rung }: ReplayedStanding): ShownStanding {
  return { total, totalWithoutHypotheticalCarryOver, rung };
}

function inOrder(changes: readonly RungChange[]): readonly RungChange[] {
  return [...changes].sort((a, b) => (a.code < b.code ? -1 : 1));
}
