import { factDomain } from '../domain-search/fact-domain';
import { calculator, Reading } from '../domain-search/reading';
import { searchDomain } from '../domain-search/search-domain';
import { smallestFacts } from '../domain-search/smallest-facts';
import { Facts } from '../facts/read-facts';
import { Points } from '../numbers/points';
import { CompiledItem } from '../rule-set/compile';
import { conditionsOf } from './points-question';
import { Verdict, verdictOf } from './verdict';
import { Versions } from './version';

/** Facts under which both versions find one item violated. */
export interface ViolatingFacts {
  /** Everything that the item asks for in either version. */
  readonly facts: Facts;
  /** What the item costs then in the old and the new version. */
  readonly points: { readonly old: Points; readonly new: Points };
}

/** Undefined where no such facts were found. */
export function violatingFacts(versions: Versions, old: CompiledItem, fresh: CompiledItem): ViolatingFacts | undefined {
  const readings: readonly Reading[] = [
    { catalogue: versions.old.compiled.catalogue, conditions: conditionsOf(old) },
    { catalogue: versions.new.compiled.catalogue, conditions: conditionsOf(fresh) },
  ];
  const domain = factDomain(readings);
  if (domain.incomparable.length > 0) return undefined;
  const [calculateOld, calculateNew] = readings.map(calculator);
  const verdicts = (base: Facts): { readonly old: Verdict; readonly new: Verdict } | undefined => {
    const [before, after] = [calculateOld?.(base), calculateNew?.(base)];
    const verdictBefore = before && verdictOf(old, before);
    const verdictAfter = after && verdictOf(fresh, after);
    return verdictBefore && verdictAfter && { old: verdictBefore, new: verdictAfter };
  };
  const bothViolated = (base: Facts): boolean => {
    const found = verdicts(base);
    return found?.old.outcome === 'violated' && found.new.outcome === 'violated';
  };
  const deciding = smallestFacts(domain, bothViolated).facts;
  if (deciding === undefined) return undefined;
  let facts: Facts | undefined;
  const fixed = domain.facts.map(({ path, values }) => {
    const value = deciding.get(path);
    return { path, values: value === undefined ? values : [value] };
  });
  const size = fixed.reduce((product, { values }) => product * values.length, 1);
  searchDomain({ ...domain, facts: fixed, size }, (base) => {
    if (bothViolated(base)) facts = new Map(base);
    return facts !== undefined;
  });
  const found = facts && verdicts(facts);
  return facts && found && { facts, points: { old: found.old.points, new: found.new.points } };
}
