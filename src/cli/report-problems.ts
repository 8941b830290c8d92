import { describeProblem, Problem, showValue } from '../core';
import { FileProblemsError, UsageError } from './errors';
import { renderTable } from './tables';
import { Words } from './texts';

/** A problem in words, as programs get it. */
export interface ReportedProblem {
  readonly code: string;
  readonly file?: string;
  readonly path?: string;
  readonly value?: unknown;
  readonly message: string;
  readonly mend: string;
}

export function reportProblems(file: string, problems: readonly Problem[], words: Words): readonly ReportedProblem[] {
  return problems.map((problem) => {
    const { code, path, value } = problem;
    return { code, file, path, ...(value === undefined ? {} : { value }), ...describeProblem(problem, words.locale) };
  });
}

export function reportUsage(error: UsageError, words: Words): ReportedProblem {
  const file = error.params['file'];
  return { code: error.code, ...(file === undefined ? {} : { file: String(file) }), ...error.describe(words.locale) };
}

/** What an expected failure says; undefined where it is not expected. */
export function reportFailure(error: unknown, words: Words): readonly ReportedProblem[] | undefined {
  if (error instanceof UsageError) return [reportUsage(error, words)];
  if (error instanceof FileProblemsError) return reportProblems(error.file, error.problems, words);
  return undefined;
}

export function problemTable(problems: readonly ReportedProblem[], words: Words): string {
  return renderTable(
    [
      { head: words.say('file'), most: 44 },
      { head: words.say('path'), most: 30 },
      { head: words.say('wrong'), most: 46 },
      { head: words.say('value'), most: 20 },
      { head: words.say('mend'), most: 40 },
    ],
    problems.map(({ file, path, message, value, mend }) => [
      words.orDash(file),
      path === '' ? '/' : words.orDash(path),
      message,
      showValue(value),
      mend,
    ]),
  );
}
