import { AppError, AppErrorOptions } from './app.error';
import { AnyProblem } from './worded-problem';

/** A caller asks too often. Says after how many seconds they may ask again. */
export class TooManyRequestsError extends AppError {
  constructor(problem: AnyProblem, options: AppErrorOptions & { readonly retryAfter: number }) {
    super('too_many_requests', problem, options);
  }
}
