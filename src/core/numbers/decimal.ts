/** Most significant digits a number may have: every such decimal has a double of its own, and comes back from it. */
export const MAX_SIGNIFICANT_DIGITS = 15;

/** A decimal as digits and exponent: value = digits × 10^-places, with places ≥ 0. */
export interface DecimalParts {
  readonly digits: bigint;
  readonly places: number;
}

/** The shortest decimal that a JSON number stands for, taken apart exactly. */
export function decimalParts(value: number): DecimalParts {
  const match = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value));
  if (match === null) throw new RangeError(`no finite number: ${value}`);
  const fraction = match[3] ?? '';
  const digits = BigInt(`${match[1] ?? ''}${match[2] ?? ''}${fraction}`);
  const places = fraction.length - Number(match[4] ?? 0);
  return places >= 0 ? { digits, places } : { digits: digits * 10n ** BigInt(-places), places: 0 };
}

/** Number of decimal places of the shortest decimal that a JSON number stands for: 2 for 0.25. */
export function decimalPlaces(value: number): number {
  return Number.isInteger(value) ? 0 : decimalParts(value).places;
}

/** Whether a JSON number is a decimal that survives the way through a double unchanged. */
export function isExactDecimal(value: number): boolean {
  if (!Number.isFinite(value)) return false;
  if (Number.isInteger(value) && Math.abs(value) < 10 ** MAX_SIGNIFICANT_DIGITS) return true;
  const digits = decimalParts(value).digits.toString().replace('-', '').replace(/0+$/, '');
  return digits.length <= MAX_SIGNIFICANT_DIGITS;
}
