import { Problem } from '../problems/problem';
import { checkAccumulation } from './checks/accumulation';
import { checkCodes } from './checks/codes';
import { checkConditions } from './checks/conditions';
import { checkHead } from './checks/document';
import { checkExclusiveItems } from './checks/exclusive-items';
import { checkExpressions } from './checks/expressions';
import { checkFactDefinitions } from './checks/facts';
import { checkPoints } from './checks/points';
import { checkReferences } from './checks/references';
import { checkRegimeCodes } from './checks/regime/regime-codes';
import { checkRegimeNumbers } from './checks/regime/regime-numbers';
import { checkRegimeReferences } from './checks/regime/regime-references';
import { checkRegimeSupport } from './checks/regime/regime-support';
import { checkScenarios } from './checks/scenarios';
import { checkSources } from './checks/sources';
import { RuleSet } from './rule-set.types';

/** Every check of what a rule set means, one family each. None of them relies on another having found nothing. */
const CHECKS: readonly ((ruleSet: RuleSet) => Problem[])[] = [
  checkHead,
  checkSources,
  checkCodes,
  checkReferences,
  checkFactDefinitions,
  checkExpressions,
  checkConditions,
  checkPoints,
  checkExclusiveItems,
  checkAccumulation,
  checkRegimeCodes,
  checkRegimeReferences,
  checkRegimeNumbers,
  checkRegimeSupport,
  checkScenarios,
];

/** Checks what a document of the right shape means; nothing here can be said by a schema. Scenarios are not run. */
export function checkMeaning(ruleSet: RuleSet): Problem[] {
  return CHECKS.flatMap((check) => check(ruleSet));
}
