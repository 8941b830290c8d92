import { AppError, AppErrorOptions } from './app.error';
import { AnyProblem } from './worded-problem';

/** A request of proper form whose content breaks a rule. */
export class UnprocessableError extends AppError {
  constructor(problems: AnyProblem | readonly AnyProblem[], options?: AppErrorOptions) {
    super('unprocessable', problems, options);
  }
}
