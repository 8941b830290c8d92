import { Side } from '../comparison/points-question';
import { Verdict } from '../comparison/verdict';
import { Version } from '../comparison/version';
import { FactDomain, factDomain } from '../domain-search/fact-domain';
import { SearchExtent, searchDomain, SearchLimits } from '../domain-search/search-domain';
import { smallestFacts } from '../domain-search/smallest-facts';
import { Facts } from '../facts/read-facts';
import { pointer } from '../problems/problem';
import { CompiledItem } from '../rule-set/compile';
import { AnalysisFinding, ItemReach, Reach } from './analysis.types';
import { finding } from './finding';

type Outcome = 'violated' | 'compliant';

/** Looks over the typed facts of one item for facts that violate it, and for facts that comply with it. */
export function itemReach(version: Version, item: CompiledItem, limits: SearchLimits): ItemReach {
  const side = new Side(version, [item]);
  const domain = factDomain([side.reading]);
  const outcomeOf = (facts: Facts): Verdict['outcome'] | undefined => side.verdicts(facts)?.[0]?.outcome;
  const found = new Map<string, Facts>();
  const extent = searchDomain(
    domain,
    (facts) => {
      const outcome = outcomeOf(facts);
      if (outcome !== undefined && !found.has(outcome)) found.set(outcome, new Map(facts));
      return found.has('violated') && found.has('compliant');
    },
    limits,
  );
  const reach = (outcome: Outcome): Reach => {
    const known = found.get(outcome);
    if (known !== undefined) return { ...extent, facts: Object.fromEntries(known) };
    return extent.whole
      ? { ...extent, facts: null }
      : nearestFacts(domain, extent, limits, (facts) => outcomeOf(facts) === outcome);
  };
  return {
    item: item.item.code,
    path: pointer('/items', item.index),
    violated: reach('violated'),
    compliant: reach('compliant'),
  };
}

/** Where a sample has none: few facts that settle it come first, and then the others are chosen to fit. */
function nearestFacts(
  domain: FactDomain,
  sampled: SearchExtent,
  limits: SearchLimits,
  test: (facts: Facts) => boolean,
): Reach {
  const { facts: deciding, tried } = smallestFacts(domain, test, limits.tries);
  const missed = { facts: null, tried: sampled.tried + tried, whole: false };
  if (deciding === undefined) return missed;
  const fixed = domain.facts.map(({ path, values }) => {
    const value = deciding.get(path);
    return { path, values: value === undefined ? values : [value] };
  });
  const size = fixed.reduce((product, { values }) => product * values.length, 1);
  let found: Facts | undefined;
  const rest = searchDomain(
    { ...domain, facts: fixed, size },
    (facts) => {
      if (test(facts)) found = new Map(facts);
      return found !== undefined;
    },
    limits,
  );
  return found === undefined
    ? { ...missed, tried: missed.tried + rest.tried }
    : { facts: Object.fromEntries(found), tried: missed.tried + rest.tried, whole: false };
}

/** What is amiss with one item by itself. */
export function reachFindings({ item, path, violated, compliant }: ItemReach): readonly AnalysisFinding[] {
  const missing = (
    reach: Reach,
    proved: 'item_never_violated' | 'item_never_compliant',
    tried: 'item_violation_not_found' | 'item_compliance_not_found',
    other: Reach,
  ): readonly AnalysisFinding[] =>
    reach.facts === null
      ? [finding(reach.whole ? proved : tried, `${path}/condition`, { item, tried: reach.tried }, other.facts)]
      : [];
  return [
    ...missing(violated, 'item_never_violated', 'item_violation_not_found', compliant),
    ...missing(compliant, 'item_never_compliant', 'item_compliance_not_found', violated),
  ];
}
