import { AppError, AppErrorOptions } from './app.error';
import { AnyProblem } from './worded-problem';

/** It is not known who asks. */
export class UnauthenticatedError extends AppError {
  constructor(problems: AnyProblem | readonly AnyProblem[], options?: AppErrorOptions) {
    super('unauthenticated', problems, options);
  }
}
