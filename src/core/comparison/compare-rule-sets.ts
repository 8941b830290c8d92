import { CompiledRuleSet } from '../rule-set/compile';
import { askedFacts } from './asked-facts';
import { compareExclusions } from './compare-exclusions';
import { compareItems } from './compare-items';
import { compareFacts, compareOthers } from './compare-document';
import { compareSettings } from './compare-settings';
import { ComparedVersion, RuleSetComparison } from './comparison.types';
import { countScenarios } from './count-scenarios';
import { matchItems } from './match-items';
import { overallDirection } from './overall-direction';
import { NO_PAUSE, Pause } from './pause';
import { Version, Versions } from './version';

/**
 * Compares two versions, or two rule sets: what is different in the documents, what that means for points and standings
 * with the smallest example found, and in which direction it goes. The old one is the baseline of everything told.
 *
 * @param pause is awaited between one question and the next
 */
export async function compareRuleSets(
  old: CompiledRuleSet,
  fresh: CompiledRuleSet,
  pause: Pause = NO_PAUSE,
): Promise<RuleSetComparison> {
  const versions: Versions = { old: new Version(old), new: new Version(fresh) };
  const matched = matchItems(versions);
  const compared = {
    items: await compareItems(versions, matched, pause),
    exclusions: await compareExclusions(versions, matched, pause),
    settings: await compareSettings(versions, matched, pause),
    facts: compareFacts(versions),
    others: compareOthers(versions),
    scenarios: countScenarios(versions),
  };
  const heads = { old: headOf(old), new: headOf(fresh) };
  return {
    ...heads,
    sameRuleSet: old.identity.id === fresh.identity.id,
    equal: old.identity.hash === fresh.identity.hash,
    direction: overallDirection(heads, compared),
    asks: askedFacts(versions, matched),
    ...compared,
  };
}

function headOf({ identity, ruleSet }: CompiledRuleSet): ComparedVersion {
  return { ...identity, status: ruleSet.status, title: ruleSet.title, items: ruleSet.items.length };
}
