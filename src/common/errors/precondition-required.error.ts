import { AppError, AppErrorOptions } from './app.error';
import { AnyProblem } from './worded-problem';

/** A change that must state which state of the thing it was made from, and does not. */
export class PreconditionRequiredError extends AppError {
  constructor(problems: AnyProblem | readonly AnyProblem[], options?: AppErrorOptions) {
    super('precondition_required', problems, options);
  }
}
