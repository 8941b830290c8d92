import { AppError, AppErrorOptions } from './app.error';
import { ErrorCode } from './error-kinds';
import { AnyProblem } from './worded-problem';

/** A request refused by the transport before any route saw it: too large, of a foreign type, to no address we have. */
export class RefusedRequestError extends AppError {
  constructor(code: ErrorCode, problems: AnyProblem | readonly AnyProblem[], options?: AppErrorOptions) {
    super(code, problems, options);
  }
}
