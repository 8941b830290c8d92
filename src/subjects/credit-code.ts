/**
 * Unified social credit code (统一社会信用代码, GB 32100-2015): 18 characters of an alphabet of 31, the last of which
 * checks the others.
 */

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const SHAPE = /^[0-9A-HJ-NPQRTUWXY]{18}$/;

/** Brings a code as people type it to its one form: trimmed, half-width, upper-case. */
export function normaliseCreditCode(text: string): string {
  return text.normalize('NFKC').trim().toUpperCase();
}

/** The check character of the first 17 characters: weights are the powers of 3 modulo 31. */
export function creditCodeCheckCharacter(body: string): string {
  let sum = 0;
  let weight = 1;
  for (const character of body.slice(0, 17)) {
    sum += ALPHABET.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return ALPHABET.charAt((31 - (sum % 31)) % 31);
}

/** Whether a normalised code has the right shape and check character. The region in it is not looked at. */
export function isCreditCode(code: string): boolean {
  return SHAPE.test(code) && creditCodeCheckCharacter(code) === code.charAt(17);
}
