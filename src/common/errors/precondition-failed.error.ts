import { AppError, AppErrorOptions } from './app.error';
import { AnyProblem } from './worded-problem';

/** The state that the caller made a condition is no longer so. */
export class PreconditionFailedError extends AppError {
  constructor(problems: AnyProblem | readonly AnyProblem[], options?: AppErrorOptions) {
    super('precondition_failed', problems, options);
  }
}
