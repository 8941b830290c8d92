import { checkLimits } from '../../core';
import { InvalidRequestError } from '../errors/invalid-request.error';
import { under } from '../errors/worded-problem';

/** The largest request that is looked at at all, whatever its schema says. The size in bytes is limited before. */
const REQUEST_CAPS = { depth: 32, nodes: 500_000, textLength: 200_000, listLength: 20_000 };

/**
 * Refuses nesting deeper than 32, keys that reach a prototype and text that the database cannot hold. Before any
 * schema, which walks its input recursively.
 * @throws InvalidRequestError
 */
export function refuseBeyondLimits(value: unknown, base = ''): void {
  const problems = checkLimits(value, REQUEST_CAPS);
  if (problems.length > 0) throw new InvalidRequestError(under(base, problems));
}
