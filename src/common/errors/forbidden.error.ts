import { AppError, AppErrorOptions } from './app.error';
import { AnyProblem } from './worded-problem';

/** Whoever asks is known, and may not. */
export class ForbiddenError extends AppError {
  constructor(problems: AnyProblem | readonly AnyProblem[], options?: AppErrorOptions) {
    super('forbidden', problems, options);
  }
}
