import { addPoints, fromPoints, toPoints } from '../numbers/points';
import { CompiledScorer } from '../scoring/compiled-scorer';
import { ItemShift, SubjectImpact } from './subject-impact';

/** Whom an impact is on: a name, and the groups it is counted in. */
export interface ImpactSubject {
  readonly code: string;
  readonly name: string;
  /** The group it belongs to by each way of grouping, such as `office`, `trade` and `size`. */
  readonly groups: Readonly<Record<string, string>>;
}

/** A subject whose rung changes, by name. */
export interface RungChange {
  readonly code: string;
  readonly name: string;
  readonly before: { readonly total: number; readonly rung: string | null };
  readonly after: {
    readonly total: number;
    readonly totalWithoutHypotheticalCarryOver: number;
    readonly rung: string | null;
  };
  /** What did it, the greatest part first. */
  readonly items: readonly ItemShift[];
}

/** The counts of one group; null where it is too small for its members not to be known by them. */
export interface GroupCount {
  readonly group: string;
  readonly subjects: number | null;
  readonly up: number | null;
  readonly down: number | null;
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

/** What a change of version changes for everybody. Every figure is from the baseline to the other version. */
export interface ImpactReport {
  readonly baseline: CompiledScorer['rules']['identity'];
  readonly candidate: CompiledScorer['rules']['identity'];
  readonly subjects: number;
  readonly up: readonly RungChange[];
  readonly down: readonly RungChange[];
  /** By way of grouping; groups in order of their names. */
  readonly groups: Readonly<Record<string, readonly GroupCount[]>>;
  readonly items: readonly ItemTotal[];
  readonly notReplayed: { readonly before: readonly NotReplayed[]; readonly after: readonly NotReplayed[] };
  /** How many violations that count only one version makes. */
  readonly hypothetical: { readonly before: number; readonly after: number };
  /** The facts that the other version reads and the baseline does not: what inspectors have to ask from now on. */
  readonly newQuestions: readonly string[];
}

/** Groups of fewer subjects than this are not told apart in counts. */
export const SMALL_GROUP = 5;

interface Counted {
  subjects: number;
  up: number;
  down: number;
}

/** Adds up what a change of version changes, one subject after the other. It keeps what changes, not who does not. */
export class ImpactTally {
  private subjects = 0;
  private readonly up: RungChange[] = [];
  private readonly down: RungChange[] = [];
  private readonly groups = new Map<string, Map<string, Counted>>();
  private readonly items = new Map<
    string,
    { before: number; after: number; subjectsBefore: number; subjectsAfter: number }
  >();
  private readonly notReplayed = { before: [] as NotReplayed[], after: [] as NotReplayed[] };
  private readonly hypothetical = { before: 0, after: 0 };

  constructor(
    private readonly from: CompiledScorer,
    private readonly to: CompiledScorer,
  ) {}

  add(subject: ImpactSubject, impact: SubjectImpact): void {
    this.subjects += 1;
    if (impact.direction !== 'same') this[impact.direction].push(toRungChange(subject, impact));
    this.count(subject, impact);
    for (const side of ['before', 'after'] as const) {
      const { pointsByItem, hypothetical, undecided, unreadable } = impact[side];
      for (const [item, points] of pointsByItem) this.addPoints(side, item, points);
      this.hypothetical[side] += hypothetical.length;
      for (const one of undecided) this.notReplayed[side].push({ code: subject.code, ...one });
      for (const inspection of unreadable) {
        this.notReplayed[side].push({ code: subject.code, inspection, missingFacts: [] });
      }
    }
  }

  report(): ImpactReport {
    const known = new Set(this.from.reads);
    return {
      baseline: this.from.rules.identity,
      candidate: this.to.rules.identity,
      subjects: this.subjects,
      up: inOrder(this.up),
      down: inOrder(this.down),
      groups: Object.fromEntries([...this.groups].map(([way, counts]) => [way, shownCounts(counts)])),
      items: [...this.items].map(([item, totals]) => ({ item, ...totals })).sort((a, b) => (a.item < b.item ? -1 : 1)),
      notReplayed: this.notReplayed,
      hypothetical: { ...this.hypothetical },
      newQuestions: this.to.reads.filter((path) => !known.has(path)),
    };
  }

  private count({ groups }: ImpactSubject, { direction }: SubjectImpact): void {
    for (const [way, group] of Object.entries(groups)) {
      const counts = this.groups.get(way) ?? new Map<string, Counted>();
      this.groups.set(way, counts);
      const counted = counts.get(group) ?? { subjects: 0, up: 0, down: 0 };
      counts.set(group, counted);
      counted.subjects += 1;
      if (direction !== 'same') counted[direction] += 1;
    }
  }

  private addPoints(side: 'before' | 'after', item: string, points: number): void {
    const totals = this.items.get(item) ?? { before: 0, after: 0, subjectsBefore: 0, subjectsAfter: 0 };
    this.items.set(item, totals);
    totals[side] = fromPoints(addPoints(toPoints(totals[side]), toPoints(points)));
    totals[side === 'before' ? 'subjectsBefore' : 'subjectsAfter'] += 1;
  }
}

function toRungChange({ code, name }: ImpactSubject, { before, after, shifts }: SubjectImpact): RungChange {
  return {
    code,
    name,
    before: { total: before.total, rung: before.rung },
    after: {
      total: after.total,
      totalWithoutHypotheticalCarryOver: after.totalWithoutHypotheticalCarryOver,
      rung: after.rung,
    },
    items: shifts,
  };
}

function inOrder(changes: readonly RungChange[]): readonly RungChange[] {
  return [...changes].sort((a, b) => (a.code < b.code ? -1 : 1));
}

function shownCounts(counts: ReadonlyMap<string, Counted>): readonly GroupCount[] {
  return [...counts]
    .map(([group, { subjects, up, down }]): GroupCount => {
      return subjects < SMALL_GROUP ? { group, subjects: null, up: null, down: null } : { group, subjects, up, down };
    })
    .sort((a, b) => (a.group < b.group ? -1 : 1));
}
