import { UnprocessableError } from '../common/errors/unprocessable.error';
import { problemIn } from '../common/errors/worded-problem';
import { OFFICES_MESSAGES } from './offices.messages';

/** Says that an office is not within reach. Offices are no secret, so that it is said, and not hidden as enterprises are. */
export function officeOutOfReach(path: string, code: string): UnprocessableError {
  return new UnprocessableError(problemIn(OFFICES_MESSAGES, 'office_out_of_reach', { path, value: code }));
}
