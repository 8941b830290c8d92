import { AnyProblem } from '../../common/errors/worded-problem';
import { CompiledRuleSet, compileRuleSet, ProblemsError, runScenarios, scenarioProblems } from '../../core';

/** A rule set whose checks and scenarios all passed, or what is wrong with it. */
export type Proof =
  | { readonly rules: CompiledRuleSet; readonly problems: readonly [] }
  | { readonly rules?: undefined; readonly problems: readonly AnyProblem[] };

/** Holds a parsed document to everything a published rule set must meet: limits, shape, meaning and its scenarios. */
export async function proveRuleSet(document: unknown): Promise<Proof> {
  const rules = compiledOrProblems(document);
  if ('problems' in rules) return rules;
  const problems = scenarioProblems(rules, await runScenarios(rules));
  return problems.length > 0 ? { problems } : { rules, problems: [] };
}

function compiledOrProblems(document: unknown): CompiledRuleSet | { readonly problems: readonly AnyProblem[] } {
  try {
    return compileRuleSet(document);
  } catch (error) {
    if (error instanceof ProblemsError) return { problems: error.problems };
    throw error;
  }
}
