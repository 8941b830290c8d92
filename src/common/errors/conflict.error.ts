import { AppError, AppErrorOptions } from './app.error';
import { AnyProblem } from './worded-problem';

/** A request that was right in itself but contradicts what is recorded. */
export class ConflictError extends AppError {
  constructor(problems: AnyProblem | readonly AnyProblem[], options?: AppErrorOptions) {
    super('conflict', problems, options);
  }
}
