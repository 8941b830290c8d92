import { ERROR_KINDS, ErrorCode, ErrorLogLevel } from './error-kinds';
import { AnyProblem } from './worded-problem';

export interface AppErrorOptions {
  readonly cause?: unknown;
  /** Where a person must act sooner or later than the kind of error says. */
  readonly logLevel?: ErrorLogLevel;
  /** Whole seconds after which trying again makes sense. */
  readonly retryAfter?: number;
}

/**
 * An error that a caller is told about: its kind and everything that is wrong. The base of all errors that services
 * throw. Its own message names codes and paths, never values: it may be logged.
 */
export abstract class AppError extends Error {
  readonly problems: readonly AnyProblem[];
  readonly status: number;
  readonly logLevel: ErrorLogLevel;
  readonly retryAfter: number | undefined;

  constructor(
    readonly code: ErrorCode,
    problems: AnyProblem | readonly AnyProblem[],
    { cause, logLevel, retryAfter }: AppErrorOptions = {},
  ) {
    const all = 'path' in problems ? [problems] : problems;
    super(`${code}: ${all.map((problem) => `${problem.code} at ${problem.path || '/'}`).join(', ')}`, { cause });
    this.name = new.target.name;
    this.problems = all;
    this.status = ERROR_KINDS[code].status;
    this.logLevel = logLevel ?? ERROR_KINDS[code].logLevel;
    this.retryAfter = retryAfter;
  }
}
