import { pointer } from '../problems/problem';
import { CompiledRuleSet, RuleSetIdentity } from '../rule-set/compile';
import { Scenario, Scenarios } from '../rule-set/rule-set.types';
import { runScenarios, ScenarioResult } from '../scenarios/run-scenarios';
import { scenarioStandings } from '../scenarios/scenario-standings';
import { selectFacts } from '../scenarios/select-facts';
import { scoreInspection } from '../scoring/score-inspection';
import { expectCycles } from './cycle-sights';
import { expectDeadlines } from './deadline-sights';
import { expectItems } from './item-sights';
import { expectRungs, StandingWatch } from './rung-sights';
import { groupOf, Sight, SightGroup, Sights } from './sight';

/** How much of a rule set its scenarios show. */
export interface Coverage {
  readonly ruleSet: RuleSetIdentity;
  readonly scenarios: { readonly passed: number; readonly failed: number };
  readonly seen: number;
  readonly total: number;
  /** Of all there is to see, what is seen: from 0 to 1. */
  readonly ratio: number;
  /** The same by group. */
  readonly groups: Readonly<Record<SightGroup, { readonly seen: number; readonly total: number }>>;
  /** Everything there is to see, in the order of the rule set. */
  readonly sights: readonly Sight[];
}

/**
 * Measures what the scenarios of a rule set show of it. Only a scenario that passes shows anything, and only what it
 * states: a scoring scenario the outcome of every item, a history scenario totals, rungs and postings.
 *
 * @param given what `runScenarios` found, where it has been asked before
 */
export async function measureCoverage(compiled: CompiledRuleSet, given?: readonly ScenarioResult[]): Promise<Coverage> {
  const sights = new Sights();
  const watchItems = expectItems(compiled, sights);
  const watchStandings = expectStandings(compiled, sights);
  const scenarios: Scenarios = compiled.ruleSet.scenarios ?? { cases: [] };
  const results = given ?? (await runScenarios(compiled));
  for (const [place, scenario] of scenarios.cases.entries()) {
    if (results[place]?.passed !== true) continue;
    if (isHistory(scenario)) {
      const asked = await scenarioStandings(compiled, scenarios, scenario, pointer('/scenarios/cases', place));
      watchStandings.forEach((watch) => watch(asked, scenario.code));
    } else {
      watchItems(await scoreInspection(compiled, selectFacts(scenarios, scenario.facts)), scenario.code);
    }
  }
  const passed = results.filter((one) => one.passed).length;
  return {
    ruleSet: compiled.identity,
    scenarios: { passed, failed: results.length - passed },
    ...summary(sights.list()),
  };
}

function summary(sights: readonly Sight[]): Omit<Coverage, 'ruleSet' | 'scenarios'> {
  const of = (some: readonly Sight[]): { readonly seen: number; readonly total: number } => ({
    seen: some.filter(({ seenIn }) => seenIn !== undefined).length,
    total: some.length,
  });
  const group = (name: SightGroup): ReturnType<typeof of> => of(sights.filter(({ code }) => groupOf(code) === name));
  const { seen, total } = of(sights);
  return {
    seen,
    total,
    ratio: total === 0 ? 1 : seen / total,
    groups: {
      items: group('items'),
      comparisons: group('comparisons'),
      variants: group('variants'),
      rungs: group('rungs'),
      dates: group('dates'),
    },
    sights,
  };
}

type History = Extract<Scenario, { history: unknown }>;
const isHistory = (scenario: Scenario): scenario is History => 'history' in scenario;

/** A regime has no cycle or clearing in common with the simple form; of it the rungs are watched. */
function expectStandings(compiled: CompiledRuleSet, sights: Sights): readonly StandingWatch[] {
  const rungs = expectRungs(compiled, sights);
  if (compiled.regime !== undefined) return [rungs];
  return [rungs, expectDeadlines(compiled, sights), expectCycles(compiled, sights)];
}
