import { AppError, AppErrorOptions } from './app.error';
import { AnyProblem } from './worded-problem';

/** Something the request names does not exist, or not for this caller. */
export class NotFoundError extends AppError {
  constructor(problems: AnyProblem | readonly AnyProblem[], options?: AppErrorOptions) {
    super('not_found', problems, options);
  }
}
