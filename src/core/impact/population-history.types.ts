import { KnownAt } from '../dates/instant';
import { FlatPlace } from '../ledger/flat-history';
import { AnnulmentRecord, FindingRecord } from '../ledger/history.types';

/** An inspection as it was recorded, with no more than a replay of a population needs. */
export interface PopulationInspection extends FlatPlace {
  readonly key: string;
  readonly knownAt: KnownAt;
  /** Hash of the version that decided it. */
  readonly scoredBy: string;
  /** What it recorded, before exclusive items are weighed. */
  readonly violations: readonly { readonly item: string; readonly points: number }[];
  /** The values of the facts that the replay reads, in its order; null where one was not recorded. */
  readonly values: readonly unknown[];
}

/** All that is on record of one subject under a rule set. */
export interface PopulationHistory {
  readonly inspections: readonly PopulationInspection[];
  readonly others: readonly (FindingRecord | AnnulmentRecord)[];
}
