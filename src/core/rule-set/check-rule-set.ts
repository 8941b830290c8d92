import { Problem } from '../problems/problem';
import { checkMeaning } from './check-meaning';
import { checkStructure } from './check-structure';
import { inDocumentOrder } from './document-order';
import { checkLimits, RULE_SET_CAPS } from './limits';
import { withNeutralParts } from './neutral-parts';
import { RuleSet } from './rule-set.types';

/** Most problems reported of one document: nobody mends more in one go. */
export const MAX_REPORTED_PROBLEMS = 100;

/** What came of checking a document: the rule set exactly when there is no problem. */
export interface CheckedRuleSet {
  readonly problems: readonly Problem[];
  readonly ruleSet?: RuleSet;
}

/**
 * Checks an untrusted parsed JSON document: limits, then shape, then meaning, each only when the former found nothing.
 * Never throws. The problems stand in document order. Scenarios are not run here.
 */
export function checkRuleSet(document: unknown): CheckedRuleSet {
  const limits = checkLimits(document, RULE_SET_CAPS);
  if (limits.length > 0) return { problems: limits.slice(0, MAX_REPORTED_PROBLEMS) };
  const structure = checkStructure(document);
  if (structure.length > 0) return { problems: report(structure, document) };
  const ruleSet = withNeutralParts(document as RuleSet);
  const meaning = checkMeaning(ruleSet);
  return meaning.length > 0 ? { problems: report(meaning, document) } : { problems: [], ruleSet };
}

function report(problems: readonly Problem[], document: unknown): Problem[] {
  return inDocumentOrder(problems, document).slice(0, MAX_REPORTED_PROBLEMS);
}
