import { FactValue, Leaf, NamedCode, Rounding, Text } from './basic.types';
import { Length, Regime } from './regime.types';

export type * from './basic.types';

/**
 * The rule-set format as TypeScript types. `rules/schema/rule-set.schema.json` is the contract and describes every
 * property; these types only mirror it. An absent optional property has the meaning the schema gives, for ever.
 */

export type Certainty = 'seen' | 'quoted' | 'chapter_only' | 'title_only' | 'known' | 'unverified';

export interface LegalSource {
  readonly code: string;
  readonly title: Text;
  readonly url?: string;
  readonly inForceFrom?: string;
  readonly inForceTo?: string;
  readonly read?: Text;
}

export interface Citation {
  readonly source: string;
  readonly article: Text;
  readonly certainty: Certainty;
  readonly note?: Text;
}

export type FactType = 'boolean' | 'integer' | 'number' | 'string' | 'enum' | 'enum_list' | 'date';
export type FactSupplier = 'inspector' | 'register' | 'calculation';
export interface FactDefinition {
  readonly path: string;
  readonly type: FactType;
  readonly text: Text;
  readonly unit?: Text;
  readonly values?: readonly NamedCode[];
  readonly min?: number;
  readonly max?: number;
  readonly decimals?: number;
  readonly suppliedBy: FactSupplier;
  readonly expression?: Expression;
  readonly rounding?: Rounding;
}

export type Expression =
  | number
  | { readonly fact: string }
  | { readonly add: readonly Expression[] }
  | { readonly subtract: readonly [Expression, Expression] }
  | { readonly multiply: readonly Expression[] }
  | { readonly divide: readonly [Expression, Expression] }
  | { readonly min: readonly Expression[] }
  | { readonly max: readonly Expression[] }
  | { readonly ceil: Expression }
  | { readonly floor: Expression };

export type Condition =
  { readonly all: readonly Condition[] } | { readonly any: readonly Condition[] } | { readonly not: Condition } | Leaf;

export interface Variant {
  readonly points: number;
  readonly when: Condition;
  readonly text?: Text;
}

export type Deadline = 'at_once' | { readonly days: number; readonly dayKind?: 'calendar' };

export interface Item {
  readonly code: string;
  readonly title: Text;
  readonly category: string;
  readonly appliesWhen?: Condition;
  readonly condition: Condition;
  readonly points: number;
  readonly variants?: readonly Variant[];
  readonly exclusiveWith?: readonly string[];
  readonly roles: { readonly responsible: string; readonly involved?: readonly string[] };
  readonly rectification: { readonly deadline: Deadline; readonly interimMeasure?: Text };
  readonly majorHazard: { readonly status: 'yes' | 'no' | 'conditional' | 'other_regime'; readonly clause?: Text };
  readonly legalBasis: readonly Citation[];
  readonly plausiblePoints?: { readonly min: number; readonly max: number };
  readonly note?: Text;
}

/** Settings A1–A8 of the accumulation; the schema says what each means and which value an absent one has. */
export interface Accumulation {
  readonly fullMark: number;
  readonly cycle: { readonly anchor: { readonly month: number; readonly day: number }; readonly months: number };
  readonly clearing?: {
    readonly when?: 'cycle_day' | 'pass_day';
    readonly deadlineAfterCycleDay?: 'carry' | 'clear_if_met';
    readonly latePass?: 'works_back' | 'carry';
  };
  readonly carryOver?: {
    readonly countsTowardsLadder?: boolean;
    readonly clears?: 'next_cycle_day' | 'pass_day' | 'never';
  };
  readonly repeat?: {
    readonly whileOpen?: 'not_posted' | 'posted';
    readonly afterPass?: 'posted' | 'not_posted';
  };
  readonly ceiling?: number;
}

export interface Rung {
  readonly code: string;
  readonly points: number;
  readonly authority: string;
  readonly measure: NamedCode;
  readonly frequency?: 'once_per_cycle';
  readonly note?: Text;
}

/** Settings A9–A12 of the ladder and its rungs. */
export interface Ladder {
  readonly reaching?: 'at_least' | 'more_than';
  readonly jump?: 'every_rung' | 'highest_rung';
  readonly basisAnnulled?: 'withdraw' | 'keep';
  readonly carriedAlone?: 'measure' | 'none';
  readonly rungs: readonly Rung[];
}

export interface Authority extends NamedCode {
  readonly level: 'local_office' | 'bureau' | 'jurisdiction';
}

export interface Transition {
  readonly runningCycle?: 'keep' | 'recompute' | 'most_favourable';
}

export interface FactSelection {
  readonly base?: string;
  readonly set?: Readonly<Record<string, FactValue | null>>;
  readonly unset?: readonly string[];
}

export type Outcome = 'violated' | 'compliant' | 'not_applicable' | 'not_checked';
export type PostingState = 'current' | 'carried' | 'cleared' | 'annulled' | 'not_posted';
export type NotPostedReason = 'exclusive' | 'open_finding' | 'repeat_in_cycle';

export interface FindingReference {
  readonly inspection: string;
  readonly item: string;
}

export interface ScoringScenario {
  readonly code: string;
  readonly text: Text;
  readonly facts: FactSelection;
  readonly expect: {
    readonly points: number;
    readonly pointsRange?: { readonly min: number; readonly max: number };
    readonly items: Readonly<
      Record<
        string,
        {
          readonly outcome: Outcome;
          readonly points?: number;
          readonly replacedBy?: string;
          readonly missingFacts?: readonly string[];
        }
      >
    >;
    readonly others?: Outcome;
  };
}

export interface ExpectedStanding {
  readonly asOf: string;
  readonly knownAt?: string;
  readonly total: number;
  readonly carried?: number;
  readonly rungs: readonly string[];
  readonly newRungs?: readonly string[];
  readonly postings?: readonly {
    readonly finding: FindingReference;
    readonly state: PostingState;
    readonly points?: number;
    readonly deadline?: string;
    readonly clearedOn?: string;
    readonly reason?: NotPostedReason;
  }[];
  readonly measures?: readonly string[];
  readonly next?: { readonly day: string; readonly clears: number; readonly carries: number };
  readonly scores?: Readonly<
    Record<
      string,
      { readonly value: number; readonly band?: string; readonly carried?: number; readonly credited?: number }
    >
  >;
  readonly steps?: Readonly<Record<string, number>>;
  readonly called?: readonly {
    readonly measure: string;
    readonly on: string;
    readonly rung?: string;
    readonly from?: string;
    readonly to?: string;
    readonly state?: 'due' | 'running' | 'completed' | 'replaced';
    readonly points?: number;
  }[];
  readonly cases?: readonly {
    readonly case: string;
    readonly points?: number;
    readonly state?: 'counts' | 'ended' | 'pending' | 'not_posted';
    readonly reason?: string;
  }[];
}

export interface HistoryScenario {
  readonly code: string;
  readonly text: Text;
  readonly history: readonly DocumentRecord<FactSelection>[];
  readonly expect: readonly ExpectedStanding[];
}

export type Scenario = ScoringScenario | HistoryScenario;

export interface Scenarios {
  readonly baseFacts?: readonly {
    readonly code: string;
    readonly text: Text;
    readonly facts: Readonly<Record<string, unknown>>;
  }[];
  readonly cases: readonly Scenario[];
}

interface RecordHead {
  readonly number?: number;
  readonly key?: string;
  readonly knownAt?: string;
}

/** One record of a history as it stands in a file: an inspection's facts are of type `F`. */
export type DocumentRecord<F> =
  | (RecordHead & {
      readonly type: 'inspection';
      readonly key: string;
      readonly inspectedOn: string;
      readonly kind?: 'routine' | 'spot_check' | 'enforcement';
      readonly office?: string;
      readonly inspectors?: readonly string[];
      readonly facts: F;
    })
  | (RecordHead & { readonly type: 'rectification'; readonly finding: FindingReference; readonly completedOn: string })
  | (RecordHead & {
      readonly type: 're_inspection';
      readonly finding: FindingReference;
      readonly inspectedOn: string;
      readonly passed: boolean;
      readonly note?: string;
    })
  | (RecordHead & {
      readonly type: 'extension';
      readonly finding: FindingReference;
      readonly decidedOn: string;
      readonly newDeadline: string;
      readonly reason?: string;
    })
  | (RecordHead & {
      readonly type: 'annulment';
      readonly decidedOn: string;
      readonly annuls: { readonly finding: FindingReference } | { readonly record: string };
      readonly reason?: string;
      readonly replacedBy?: string;
    })
  | RegimeDocumentRecord<F>;

/** The records that only a regime knows. */
export type RegimeDocumentRecord<F> =
  | (RecordHead & {
      readonly type: 'case';
      readonly key: string;
      readonly item: string;
      readonly dates: Readonly<Record<string, string>>;
      readonly facts?: F;
      readonly tags?: Readonly<Record<string, string>>;
      readonly choice?: {
        readonly points: number;
        readonly by: string;
        readonly on: string;
        readonly reason: string;
      };
    })
  | (RecordHead & { readonly type: 'milestone'; readonly case: string; readonly date: string; readonly on: string })
  | (RecordHead & { readonly type: 'credit'; readonly credit: string; readonly on: string })
  | (RecordHead & {
      readonly type: 'measure';
      readonly measure: string;
      readonly event: 'imposed' | 'started' | 'completed';
      readonly on: string;
      readonly length?: Length;
    })
  | (RecordHead & { readonly type: 'subject'; readonly on: string; readonly facts: F });

/** A history file: `rules/schema/history.schema.json`. */
export interface HistoryDocument {
  readonly formatVersion: 1;
  readonly subject?: { readonly code: string; readonly name?: string };
  readonly records: readonly DocumentRecord<Readonly<Record<string, unknown>>>[];
}

/** The periods in force of one rule set: `rules/schema/in-force.schema.json`. Half-open: `to` is the first day after. */
export interface InForceDocument {
  readonly ruleSet: string;
  readonly periods: readonly { readonly version: string; readonly from: string; readonly to?: string }[];
}

export interface RuleSet {
  readonly formatVersion: 1;
  readonly id: string;
  readonly version: string;
  readonly status: 'official' | 'reference_draft' | 'example';
  readonly title: Text;
  readonly notice?: Text;
  readonly sector: NamedCode;
  readonly jurisdiction: NamedCode;
  readonly timeZone: string;
  readonly sources: readonly LegalSource[];
  readonly legalBasis: readonly Citation[];
  readonly categories: readonly NamedCode[];
  readonly roles: readonly NamedCode[];
  readonly authorities: readonly Authority[];
  readonly facts: readonly FactDefinition[];
  readonly items: readonly Item[];
  readonly accumulation: Accumulation;
  readonly ladder: Ladder;
  /** In place of accumulation and ladder, which are then neutral and no content (`withNeutralParts`). */
  readonly regime?: Regime;
  readonly inspectors?: { readonly minimum?: number; readonly certificateRequired?: boolean };
  readonly transition?: Transition;
  readonly scenarios?: Scenarios;
}
