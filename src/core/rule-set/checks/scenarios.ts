import { pointer, Problem } from '../../problems/problem';
import { RuleSet, Scenario } from '../rule-set.types';
import { outerPaths } from './codes';
import { ExpectationContext, checkScoringExpectation, checkStandingExpectation } from './expectations';
import { checkRegimeExpectation, regimeRungs } from './regime/regime-expectations';
import { checkRecords, inspectionKeys } from './records';
import { codesOf } from './references';
import { checkNestedFacts, checkSelection } from './scenario-facts';

/** What can be said of the scenarios without running them: what they name exists, and their dates and points do. */
export function checkScenarios(ruleSet: RuleSet): Problem[] {
  const { scenarios } = ruleSet;
  if (scenarios === undefined) return [];
  const context: ExpectationContext = {
    facts: new Map(ruleSet.facts.map((fact) => [fact.path, fact])),
    groups: new Set(ruleSet.facts.flatMap(({ path }) => outerPaths(path))),
    bases: codesOf(scenarios.baseFacts ?? []),
    items: codesOf(ruleSet.items),
    rungs: new Set([...codesOf(ruleSet.ladder.rungs), ...regimeRungs(ruleSet)]),
    regime: ruleSet.regime,
    timeZone: ruleSet.timeZone,
  };
  return [
    ...(scenarios.baseFacts ?? []).flatMap(({ facts }, index) =>
      checkNestedFacts(facts, pointer('/scenarios/baseFacts', index, 'facts'), context),
    ),
    ...scenarios.cases.flatMap((scenario, index) =>
      checkScenario(scenario, pointer('/scenarios/cases', index), context),
    ),
  ];
}

function checkScenario(scenario: Scenario, path: string, context: ExpectationContext): Problem[] {
  const expected = pointer(path, 'expect');
  if ('facts' in scenario) {
    return [
      ...checkSelection(scenario.facts, pointer(path, 'facts'), context),
      ...checkScoringExpectation(scenario.expect, expected, context),
    ];
  }
  const { history } = scenario;
  const findings = { inspections: inspectionKeys(history), items: context.items };
  return [
    ...checkRecords(history, pointer(path, 'history'), context.items, context.timeZone),
    ...history.flatMap((record, index) =>
      'facts' in record ? checkSelection(record.facts, pointer(path, 'history', index, 'facts'), context) : [],
    ),
    ...scenario.expect.flatMap((standing, index) => [
      ...checkStandingExpectation(standing, pointer(expected, index), context, findings),
      ...checkRegimeExpectation(standing, pointer(expected, index), context, history),
    ]),
  ];
}
