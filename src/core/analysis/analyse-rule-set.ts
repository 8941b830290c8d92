import { NO_PAUSE, Pause } from '../comparison/pause';
import { Version } from '../comparison/version';
import { SearchLimits, SEARCH_LIMITS } from '../domain-search/search-domain';
import { CompiledRuleSet } from '../rule-set/compile';
import { inDocumentOrder } from '../rule-set/document-order';
import { ItemReach, RuleSetAnalysis } from './analysis.types';
import { analysePairs } from './analyse-pairs';
import { itemReach, reachFindings } from './item-reach';
import { unreachedRegimeRungs } from './regime-rungs';
import { unreachedRungs } from './rungs';
import { unreadFacts } from './unread-facts';

/** Most tries over all items of one rule set: some seconds; what comes after it is only looked at in passing. */
const MOST_TRIES = 1_500_000;
const IN_PASSING: SearchLimits = { whole: 1_000, tries: 500, seed: 1 };

/**
 * Looks for what the rules themselves show to be amiss, over all facts there can be and whatever the scenarios say. The
 * same content gives the same answer. That something never happens is claimed only where every choice that decides a
 * comparison was tried.
 *
 * @param pause is awaited between one question and the next
 */
export async function analyseRuleSet(rules: CompiledRuleSet, pause: Pause = NO_PAUSE): Promise<RuleSetAnalysis> {
  const version = new Version(rules);
  const items: ItemReach[] = [];
  let left = MOST_TRIES;
  for (const item of rules.items) {
    await pause();
    const reach = itemReach(version, item, left > 0 ? SEARCH_LIMITS : IN_PASSING);
    items.push(reach);
    left -= Math.max(reach.violated.tried, reach.compliant.tried);
  }
  const violable = rules.items.filter(({ index }) => !isNever(items[index]?.violated));
  // An item that is never violated, or always, implies or is implied by every other: that is told of it already.
  const usual = violable.filter(({ index }) => (items[index]?.compliant.facts ?? null) !== null);
  const paired = await analysePairs(version, usual, pause);
  const rungs = rules.regime === undefined ? unreachedRungs(rules, violable) : unreachedRegimeRungs(rules);
  const findings = [...unreadFacts(rules), ...items.flatMap(reachFindings), ...paired.findings, ...rungs];
  return { ruleSet: rules.identity, items, pairs: paired.pairs, findings: inDocumentOrder(findings, rules.ruleSet) };
}

const isNever = (reach: ItemReach['violated'] | undefined): boolean => reach?.facts === null && reach.whole;
