import { AppError, AppErrorOptions } from './app.error';
import { AnyProblem } from './worded-problem';

/** A request whose form is wrong, whatever the state of the register. */
export class InvalidRequestError extends AppError {
  constructor(problems: AnyProblem | readonly AnyProblem[], options?: AppErrorOptions) {
    super('invalid_request', problems, options);
  }
}
