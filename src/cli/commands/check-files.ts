import {
  checkInForce,
  CompiledRuleSet,
  compileRuleSet,
  runScenarios,
  scenarioProblems,
  ScenarioResult,
} from '../../core';
import { about, FileProblemsError, UsageError } from '../errors';
import { readJson, RuleSetFiles, ruleSetFiles } from '../load';
import { versionsBeside } from '../load-rules';
import { FAULTY_INPUT, FINE, WRONG_USE } from '../output';
import { ReportedProblem, reportFailure, reportProblems } from '../report-problems';
import { Words } from '../texts';

/** What came of checking one file: everything wrong with it, and what it holds where it could be compiled. */
export interface CheckedFile {
  readonly file: string;
  readonly problems: readonly ReportedProblem[];
  readonly exitCode: number;
  readonly compiled?: CompiledRuleSet;
  readonly scenarios: readonly ScenarioResult[];
  /** Number of periods, of an in-force document. */
  readonly periods?: number;
}

/** The files of every path that was named, each once, in the order of the paths. */
export function filesOf(paths: readonly string[]): RuleSetFiles {
  const found = paths.map(ruleSetFiles);
  return {
    ruleSets: [...new Set(found.flatMap(({ ruleSets }) => ruleSets))],
    inForce: [...new Set(found.flatMap(({ inForce }) => inForce))],
  };
}

/** Checks structure and meaning of a rule set, then its scenarios. A file that is wrong does not stop the others. */
export async function checkRuleSetFile(file: string, words: Words): Promise<CheckedFile> {
  return caught(file, words, async () => {
    const document = readJson(file);
    const compiled = await about(file, () => compileRuleSet(document));
    const scenarios = await runScenarios(compiled);
    const problems = reportProblems(file, scenarioProblems(compiled, scenarios), words);
    return { file, problems, exitCode: problems.length > 0 ? FAULTY_INPUT : FINE, compiled, scenarios };
  });
}

/** Checks the periods in force against the versions in the same folder. */
export async function checkInForceFile(file: string, words: Words): Promise<CheckedFile> {
  return caught(file, words, () => {
    const { problems, inForce } = checkInForce(readJson(file), versionsBeside(file));
    if (inForce === undefined) throw new FileProblemsError(file, problems);
    return Promise.resolve({ file, problems: [], exitCode: FINE, scenarios: [], periods: inForce.periods.length });
  });
}

async function caught(file: string, words: Words, check: () => Promise<CheckedFile>): Promise<CheckedFile> {
  try {
    return await check();
  } catch (error) {
    const problems = reportFailure(error, words);
    if (problems === undefined) throw error;
    return { file, problems, exitCode: error instanceof UsageError ? WRONG_USE : FAULTY_INPUT, scenarios: [] };
  }
}

/** The gravest exit code: wrong use before faulty input. */
export function worst(checked: readonly CheckedFile[]): number {
  return Math.max(FINE, ...checked.map(({ exitCode }) => exitCode));
}
