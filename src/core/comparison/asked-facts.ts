import { readingBaseFacts } from '../domain-search/reading';
import { AskedFact, AskedFacts } from './comparison.types';
import { conditionsOf, ItemPair } from './points-question';
import { Version, Versions } from './version';

/** The base facts that some items ask for in one version only. */
export function askedFacts(versions: Versions, pairs: readonly ItemPair[]): AskedFacts {
  const before = asked(
    versions.old,
    pairs.map((pair) => pair.old),
  );
  const after = asked(
    versions.new,
    pairs.map((pair) => pair.new),
  );
  return { added: without(after, before), dropped: without(before, after) };
}

function asked({ compiled }: Version, items: readonly ItemPair['old'][]): readonly AskedFact[] {
  const reading = { catalogue: compiled.catalogue, conditions: items.flatMap(conditionsOf) };
  return readingBaseFacts(reading).map(({ path, text }) => ({ path, text }));
}

function without(facts: readonly AskedFact[], others: readonly AskedFact[]): readonly AskedFact[] {
  const known = new Set(others.map(({ path }) => path));
  return facts.filter(({ path }) => !known.has(path));
}
