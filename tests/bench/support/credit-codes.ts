import { creditCodeCheckCharacter } from '../../../src/subjects/credit-code';

/** A fictional but valid credit code: the region 000000 is no real place. */
export function creditCode(n: number): string {
  const body = `91000000MA${String(n).padStart(7, '0')}`;
  return `${body}${creditCodeCheckCharacter(body)}`;
}
