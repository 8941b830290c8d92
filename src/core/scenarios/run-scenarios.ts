import { pointer, Problem, ProblemsError } from '../problems/problem';
import { CompiledRuleSet } from '../rule-set/compile';
import { HistoryScenario, Scenario, Scenarios, ScoringScenario } from '../rule-set/rule-set.types';
import { scoreInspection } from '../scoring/score-inspection';
import { compareScore, compareStanding, Mismatch } from './compare-expectation';
import { scenarioStandings } from './scenario-standings';
import { selectFacts } from './select-facts';

/** What a scenario came to: every difference from what it expects, and what kept it from running at all. */
export interface ScenarioResult {
  readonly code: string;
  readonly passed: boolean;
  readonly mismatches: readonly Mismatch[];
  readonly problems: readonly Problem[];
}

/** Runs the scenarios of a rule set, each by itself, in their order. Everything stated is compared exactly. */
export async function runScenarios(compiled: CompiledRuleSet): Promise<readonly ScenarioResult[]> {
  const { scenarios } = compiled.ruleSet;
  const results: ScenarioResult[] = [];
  for (const [place, scenario] of (scenarios?.cases ?? []).entries()) {
    results.push(await runScenario(compiled, scenarios as Scenarios, scenario, pointer('/scenarios/cases', place)));
  }
  return results;
}

/** The failures of a rule set's scenarios as problems of the rule set. */
export function scenarioProblems(compiled: CompiledRuleSet, results: readonly ScenarioResult[]): readonly Problem[] {
  const places = new Map(compiled.ruleSet.scenarios?.cases.map(({ code }, place) => [code, place]));
  return results.flatMap(({ code, mismatches, problems }): readonly Problem[] => [
    ...problems,
    ...mismatches.map(({ what, expected, found }): Problem => {
      const path = pointer('/scenarios/cases', places.get(code) ?? 0);
      const detail = `${what}: ${JSON.stringify(expected)} ≠ ${JSON.stringify(found)}`;
      return { code: 'scenario_failed', path, value: found, params: { scenario: code, detail } };
    }),
  ]);
}

async function runScenario(
  compiled: CompiledRuleSet,
  scenarios: Scenarios,
  scenario: Scenario,
  at: string,
): Promise<ScenarioResult> {
  try {
    const mismatches =
      'history' in scenario
        ? await runHistory(compiled, scenarios, scenario, at)
        : await runScoring(compiled, scenarios, scenario);
    return { code: scenario.code, passed: mismatches.length === 0, mismatches, problems: [] };
  } catch (error) {
    if (!(error instanceof ProblemsError)) throw error;
    return { code: scenario.code, passed: false, mismatches: [], problems: locate(error, at) };
  }
}

/** Problems of a scenario's facts are told by their path within the facts; they lie at the scenario. */
function locate(error: ProblemsError, at: string): readonly Problem[] {
  return error.problems.map((problem) => (problem.path.startsWith(at) ? problem : { ...problem, path: at }));
}

async function runScoring(
  compiled: CompiledRuleSet,
  scenarios: Scenarios,
  { facts, expect }: ScoringScenario,
): Promise<readonly Mismatch[]> {
  return compareScore(await scoreInspection(compiled, selectFacts(scenarios, facts)), expect);
}

async function runHistory(
  compiled: CompiledRuleSet,
  scenarios: Scenarios,
  scenario: HistoryScenario,
  at: string,
): Promise<readonly Mismatch[]> {
  const asked = await scenarioStandings(compiled, scenarios, scenario, at);
  return asked.flatMap(({ expected, standing }) => compareStanding(standing, expected));
}
