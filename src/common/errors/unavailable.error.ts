import { AppError, AppErrorOptions } from './app.error';
import { AnyProblem } from './worded-problem';

/** Seconds after which a caller may try again, where nothing better is known. */
const RETRY_AFTER = 5;

/** The service cannot answer now but will again without anybody changing the request. */
export class UnavailableError extends AppError {
  constructor(problems: AnyProblem | readonly AnyProblem[], options: AppErrorOptions = {}) {
    super('unavailable', problems, { retryAfter: RETRY_AFTER, ...options });
  }
}
