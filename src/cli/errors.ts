import { Locale, Problem, ProblemsError, ProblemText } from '../core';
import { fill, Particulars } from './texts';
import { USAGE_TEXTS, UsageCode } from './texts/usage.texts';

/** The command cannot be carried out as it was given: exit code 2. */
export class UsageError extends Error {
  constructor(
    readonly code: UsageCode,
    readonly params: Particulars = {},
  ) {
    super(fill(USAGE_TEXTS[code].en.message, params));
    this.name = 'UsageError';
  }

  describe(locale: Locale): ProblemText {
    const { message, mend } = USAGE_TEXTS[this.code][locale];
    return { message: fill(message, this.params), mend: fill(mend, this.params) };
  }
}

/** A file was read, and something is wrong with what it says: exit code 1. */
export class FileProblemsError extends Error {
  constructor(
    readonly file: string,
    readonly problems: readonly Problem[],
  ) {
    super(`${file}: ${problems.length} problems`);
    this.name = 'FileProblemsError';
  }
}

/** Does something with what a file says, and names the file where the core finds a fault with it. */
export async function about<T>(file: string, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ProblemsError) throw new FileProblemsError(file, error.problems);
    throw error;
  }
}
