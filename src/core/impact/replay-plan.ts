import { matchItems, MatchedItem } from '../comparison/match-items';
import { sameJson } from '../comparison/diff-trees';
import { sameMeaning } from '../comparison/same-meaning';
import { Version, Versions } from '../comparison/version';
import { CompiledItem, CompiledRuleSet } from '../rule-set/compile';
import { CompiledScorer, compileScorer } from '../scoring/compiled-scorer';

/** How the inspections that one version decided are replayed under another: only what differs is decided again. */
export interface ReplayPlan {
  /** By the code that an item was recorded under, its index in the other version, where both decide it alike. */
  readonly kept: ReadonlyMap<string, number>;
  /** Decides the items that are not. */
  readonly scorer: CompiledScorer;
  /** For each item of the scorer the code that it was recorded under; undefined where the version did not have it. */
  readonly recordedAs: readonly (string | undefined)[];
  /** For each item of the other version the code that it was recorded under. */
  readonly recordedCodes: readonly (string | undefined)[];
}

/**
 * Finds what of the outcomes stored under one version serves under another. An item counts as decided alike only where
 * nothing its outcome depends on differs: conditions, points, and the definitions of all facts behind them.
 */
export function planReplay(scoredBy: CompiledRuleSet, under: CompiledRuleSet): ReplayPlan {
  const versions = { old: new Version(scoredBy), new: new Version(under) };
  const alike = (pair: MatchedItem): boolean =>
    scoredBy.identity.hash === under.identity.hash || (sameMeaning(versions, pair) && sameFacts(versions, pair));
  const kept = new Map<string, number>();
  const recordedCodes = new Array<string | undefined>(under.items.length).fill(undefined);
  const anew: string[] = [];
  for (const pair of matchItems(versions)) {
    if (pair.new === undefined) continue;
    const recorded = pair.old?.item.code;
    recordedCodes[pair.new.index] = recorded;
    if (recorded !== undefined && alike(pair)) kept.set(recorded, pair.new.index);
    else anew.push(pair.new.item.code);
  }
  const scorer = compileScorer(under, { items: anew });
  const recordedAs = scorer.items.map(({ item }) => recordedCodes[item.index]);
  return { kept, scorer, recordedAs, recordedCodes };
}

/** Whether every value that one version took for the facts of an item is taken by the other, and means the same. */
function sameFacts(versions: Versions, { old, new: fresh }: MatchedItem): boolean {
  if (old === undefined || fresh === undefined) return false;
  const [before, after] = [versions.old.compiled, versions.new.compiled];
  return factsBehind(after, fresh).every((path) => sameJson(domainAt(before, path), domainAt(after, path)));
}

function factsBehind({ catalogue }: CompiledRuleSet, { appliesReads, reads }: CompiledItem): readonly string[] {
  return [...appliesReads, ...reads].flatMap((path) => [path, ...(catalogue.baseFacts.get(path) ?? [])]);
}

function domainAt({ catalogue }: CompiledRuleSet, path: string): object | null {
  const fact = catalogue.facts.get(path);
  if (fact === undefined) return null;
  const { type, values, min, max, decimals, rounding } = fact;
  const bounds = { min: min ?? null, max: max ?? null, decimals: decimals ?? null, rounding: rounding ?? null };
  return { type, values: values?.map(({ code }) => code) ?? null, ...bounds };
}
