import { CivilDate } from '../dates/civil-date';
import { Facts } from '../facts/read-facts';
import { FindingReference } from '../rule-set/rule-set.types';
import { Counting, Regime } from '../rule-set/regime.types';
import { ItemRule } from './item-rule.types';
import { CompiledRuleSet } from '../rule-set/compile';

/** A case, or a finding of an inspection, on its way to a posting. */
export interface Entry {
  readonly key: string;
  readonly number: number;
  readonly rules: CompiledRuleSet;
  readonly item: ItemRule;
  readonly dates: ReadonlyMap<string, CivilDate>;
  readonly facts: Facts;
  readonly tags: Readonly<Record<string, string>>;
  /** The points chosen, where the item leaves a choice. */
  readonly chosen?: number;
  /** Present where it is a finding, with the points of the inspection. */
  readonly finding?: FindingReference & { readonly points: number };
}

/** The regime of the version that makes the entry a posting. */
export function regimeOf({ rules: { regime, identity } }: Entry): Regime {
  if (regime === undefined) throw new Error(`${identity.id} ${identity.version} has no regime`);
  return regime.regime;
}

/** The day of an entry that drives something; undefined where that date is not known. */
export function dayFor(entry: Entry, what: keyof Counting): CivilDate | undefined {
  return entry.dates.get(entry.item.counting[what]);
}
