import { Leaf, NamedCode, Operator, Rounding, Text } from './basic.types';

/**
 * The regime section of a rule set as TypeScript types (ADR 0015). `rules/schema/rule-set.schema.json` is the contract and
 * describes every property; an absent optional property has the meaning the schema gives, for ever.
 */

export type Length =
  { readonly days: number } | { readonly weeks: number } | { readonly months: number } | { readonly years: number };

/** `[)`: the anniversary day is no longer in the period; `[]`: it still is. */
export type Bounds = '[)' | '[]';

export interface Period {
  readonly length: Length;
  readonly bounds?: Bounds;
}

/** A day: of the case, of the subject, or the one on which the question is asked. */
export type DayValue =
  'today' | { readonly date: string; readonly plus?: Length } | { readonly subject: string; readonly plus?: Length };

export type DayOrder = 'before' | 'on_or_before' | 'after' | 'on_or_after';

type Compared = Exclude<Operator, 'in' | 'notIn' | 'contains' | 'doesNotContain'>;

/** Which measures are counted. */
export interface MeasureFilter {
  readonly measures: readonly string[];
  readonly event?: 'triggered' | 'started' | 'completed';
  readonly within?: Period & { readonly of?: 'today' | 'last_case' };
  readonly cycles?: number;
  readonly minLength?: Length;
}

/** Which cases are counted. */
export interface CaseFilter {
  readonly items?: readonly string[];
  readonly within?: Period;
  readonly cycles?: number;
}

/** A total yes/no over one case and the ledger. */
export type Test =
  | { readonly all: readonly Test[] }
  | { readonly any: readonly Test[] }
  | { readonly not: Test }
  | Leaf
  | { readonly happened: string }
  | { readonly date: string; readonly is: DayOrder; readonly than: DayValue }
  | { readonly score: string; readonly operator: Compared; readonly value: number }
  | { readonly countMeasures: MeasureFilter; readonly operator: Compared; readonly value: number }
  | { readonly countCases: CaseFilter; readonly operator: Compared; readonly value: number }
  | { readonly running: string };

/** An expression with leaves that look at the case and the ledger. */
export type Formula =
  | number
  | { readonly fact: string }
  | { readonly add: readonly Formula[] }
  | { readonly subtract: readonly [Formula, Formula] }
  | { readonly multiply: readonly Formula[] }
  | { readonly divide: readonly [Formula, Formula] }
  | { readonly min: readonly Formula[] }
  | { readonly max: readonly Formula[] }
  | { readonly ceil: Formula }
  | { readonly floor: Formula }
  | { readonly table: FormulaTable }
  | { readonly values: ValueTable }
  | { readonly days: { readonly from: DayValue; readonly to: DayValue } }
  | { readonly score: string }
  | { readonly countMeasures: MeasureFilter }
  | { readonly totalAt: string };

export interface FormulaTable {
  readonly of: Formula;
  readonly rows: readonly { readonly from: number; readonly value: number }[];
  readonly otherwise: number;
}

/** By the value of an enumerated fact. */
export interface ValueTable {
  readonly fact: string;
  readonly rows: Readonly<Record<string, number>>;
  readonly otherwise: number;
}

export type PointsRule =
  | number
  | { readonly formula: Formula; readonly rounding?: Rounding }
  | { readonly perDay: number; readonly from: string; readonly to: string; readonly includesLast?: boolean }
  | { readonly choice: { readonly min: number; readonly max: number; readonly step?: number } }
  | { readonly choiceOf: readonly number[] };

/** Which named date drives what (P3); an absent one is the one that posts. */
export interface Counting {
  readonly posted: string;
  readonly window?: string;
  readonly expiry?: string;
  readonly stage?: string;
  readonly version?: string;
}

export interface CaseItem {
  readonly code: string;
  readonly title: Text;
  readonly category?: string;
  readonly points: PointsRule;
  readonly variants?: readonly { readonly points: number; readonly when: Test; readonly text?: Text }[];
  readonly cap?: number;
  readonly counting?: Partial<Counting>;
  readonly validity?: Period;
  readonly legalBasis?: readonly {
    readonly source: string;
    readonly article: Text;
    readonly certainty: 'seen' | 'quoted' | 'chapter_only' | 'title_only' | 'known' | 'unverified';
    readonly note?: Text;
  }[];
  readonly note?: Text;
}

export interface CaseDate extends NamedCode {
  /** Known in advance, such as a day on which a fine falls due: it may lie ahead of the day asked about. */
  readonly planned?: boolean;
}

/** What two cases must have in common to be of one kind. */
export type Kinship = 'item' | 'category' | 'any';

interface GateHead {
  readonly code: string;
  readonly text?: Text;
  readonly items?: readonly string[];
}

export type Gate =
  | (GateHead & { readonly countsWhen: Test })
  | (GateHead & { readonly exemptWhen: Test })
  | (GateHead & { readonly warning: { readonly first: number; readonly within?: Period; readonly same?: Kinship } })
  | (GateHead & { readonly whileOpen: { readonly closedBy: string; readonly same?: Kinship } })
  | (GateHead & { readonly coolDown: Period & { readonly same?: Kinship } });

export interface Repeat {
  readonly factors: readonly number[];
  readonly within?: Period;
  readonly same?: Kinship;
}

interface MultiplierHead {
  readonly code: string;
  readonly text?: Text;
  readonly items?: readonly string[];
  readonly rounding?: Rounding;
}

export type Multiplier =
  | (MultiplierHead & { readonly repeat: Repeat })
  | (MultiplierHead & {
      readonly periods: readonly { readonly from: string; readonly to: string }[];
      readonly date?: string;
      readonly factor: number;
    })
  | (MultiplierHead & { readonly when: Test; readonly factor: number });

export interface Concurrency {
  readonly code: string;
  readonly text?: Text;
  readonly by: { readonly tag: string } | { readonly date: string };
  readonly items?: readonly string[];
  readonly take: 'sum' | 'highest' | { readonly atMost: number };
  readonly unless?: Test;
}

export interface CycleLife {
  readonly anchor: { readonly month: number; readonly day: number } | { readonly subject: string };
  readonly months: number;
  readonly end?: {
    readonly clears: 'all' | 'none' | { readonly each: Test } | { readonly allIfEach: Test };
    readonly below?: number;
  };
}

export interface Weight {
  readonly until?: Length;
  readonly factor: number;
}

export interface CleanPeriod {
  readonly code: string;
  readonly length: Length;
  readonly then: 'clear_all' | { readonly credit: number };
  readonly repeats?: boolean;
  readonly restarts?: readonly string[];
}

export interface Life {
  readonly cycle?: CycleLife;
  readonly window?: Period & { readonly ending?: 'today' | 'last_case' };
  readonly validity?: Period;
  readonly since?: { readonly measures: readonly string[]; readonly event?: 'triggered' | 'started' | 'completed' };
  readonly weights?: readonly Weight[];
  readonly weightRounding?: Rounding;
  readonly clean?: readonly CleanPeriod[];
}

export interface Band extends NamedCode {
  readonly from?: number;
}

export interface Score {
  readonly code: string;
  readonly text: Text;
  readonly counts?: 'points' | 'cases';
  readonly items?: readonly string[];
  readonly when?: Test;
  readonly dates?: { readonly window?: string; readonly expiry?: string };
  readonly direction?: 'up' | 'down';
  readonly start?: number;
  readonly floor?: number;
  readonly ceiling?: number;
  readonly fullMark?: number;
  readonly bands?: readonly Band[];
  readonly per?: 'inspection' | { readonly tag: string };
  readonly life?: Life;
}

export interface CreditKind {
  readonly code: string;
  readonly text: Text;
  readonly score: string;
  readonly points: number;
  readonly when?: Test;
}

export interface Credits {
  readonly kinds: readonly CreditKind[];
  readonly cap?: { readonly points: number; readonly per: 'cycle' | Length };
}

export interface RegimeRung {
  readonly code: string;
  readonly text: Text;
  readonly at: number;
  readonly reaching?: 'at_least' | 'more_than' | 'at_most' | 'less_than';
  readonly every?: number;
  readonly calls?: 'each_crossing' | 'once_per_cycle' | 'level_only';
  readonly window?: Period & { readonly ending?: 'today' | 'last_case' };
  readonly when?: Test;
  readonly follows?: { readonly rungs: readonly string[]; readonly within?: Period };
  readonly measures?: readonly string[];
  readonly note?: Text;
}

export interface Pattern {
  readonly code: string;
  readonly text: Text;
  readonly cycles: number;
  readonly atLeast: number;
  readonly below?: number;
  readonly measures?: readonly string[];
}

export interface RegimeLadder {
  readonly code: string;
  readonly text?: Text;
  readonly score: string;
  readonly jump?: 'every_rung' | 'highest_rung';
  readonly judged?: 'day' | 'record';
  readonly rungs: readonly RegimeRung[];
  readonly patterns?: readonly Pattern[];
}

export interface Effect {
  readonly on: 'trigger' | 'start' | 'completion';
  readonly scores?: readonly string[];
  readonly clear?: 'all' | 'triggering';
  readonly consume?: number;
  readonly set?: number;
  readonly restarts?: readonly string[];
}

export interface Measure {
  readonly code: string;
  readonly text: Text;
  readonly authority?: string;
  readonly length?: Length | { readonly formula: Formula; readonly unit: 'days' | 'months' } | 'rest_of_cycle';
  readonly start?: 'trigger' | 'recorded' | { readonly after: Length };
  readonly completion?: { readonly recorded?: boolean; readonly eachCase?: Test };
  readonly twoAtOnce?: 'separate' | 'extend' | 'replace' | 'longest';
  readonly scope?: Text;
  readonly effects?: readonly Effect[];
}

export interface Regime {
  readonly dates: readonly CaseDate[];
  readonly tags?: readonly NamedCode[];
  readonly counting: Counting;
  readonly items?: readonly CaseItem[];
  readonly gates?: readonly Gate[];
  readonly multipliers?: readonly Multiplier[];
  readonly concurrency?: readonly Concurrency[];
  readonly scores: readonly Score[];
  readonly credits?: Credits;
  readonly ladders?: readonly RegimeLadder[];
  readonly measures?: readonly Measure[];
}
