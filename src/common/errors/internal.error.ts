import { HTTP_MESSAGES } from '../http/http.messages';
import { AppError } from './app.error';
import { problemIn } from './worded-problem';

/** A fault of the service itself. Outside it shows only that; the cause is for the log. */
export class InternalError extends AppError {
  constructor(cause: unknown) {
    super('internal_error', problemIn(HTTP_MESSAGES, 'internal_error'), { cause });
  }
}
