import { UnprocessableError } from '../common/errors/unprocessable.error';
import { under } from '../common/errors/worded-problem';
import { CompiledRuleSet, InspectionScore, ProblemsError, scoreInspection } from '../core';

/**
 * Scores facts that a request brought, and those of the register.
 * @throws UnprocessableError where what is calculated from them cannot be held, or the register says what does not fit
 */
export async function scoreFacts(
  rules: CompiledRuleSet,
  facts: Readonly<Record<string, unknown>>,
): Promise<InspectionScore> {
  try {
    return await scoreInspection(rules, facts);
  } catch (cause) {
    if (!(cause instanceof ProblemsError)) throw cause;
    throw new UnprocessableError(under('/facts', cause.problems), { cause });
  }
}
