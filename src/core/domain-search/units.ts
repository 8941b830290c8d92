import { civilDate, epochDayOf, fromEpochDay } from '../dates/civil-date';
import { decimalParts, decimalPlaces, isExactDecimal } from '../numbers/decimal';
import { FactValue, Scalar } from '../rule-set/rule-set.types';
import { CommonNumber } from './common-fact';
import { LineFact } from './number-line';

/** Whole units in which numbers of some decimal places, or days, are counted exactly. */
export class Units {
  /** @param decimals of the smallest unit; 0 for days */
  constructor(
    private readonly kind: 'number' | 'day',
    private readonly decimals: number,
  ) {}

  static for(facts: readonly CommonNumber[], constants: readonly Scalar[]): Units {
    const kind = facts[0]?.kind ?? 'number';
    const places = constants.map((constant) => (typeof constant === 'number' ? decimalPlaces(constant) : 0));
    return new Units(kind, Math.max(0, ...places, ...facts.map(({ decimals }) => decimals)));
  }

  of(value: Scalar): bigint {
    if (typeof value === 'string') return BigInt(epochDayOf(civilDate(value)));
    const { digits, places } = decimalParts(Number(value));
    return digits * 10n ** BigInt(this.decimals - places);
  }

  line(path: string, { decimals, min, max }: CommonNumber): LineFact {
    const step = 10n ** BigInt(this.decimals - decimals);
    const least = min === undefined ? {} : { least: this.of(min) };
    return { path, step, ...least, ...(max === undefined ? {} : { most: this.of(max) }) };
  }

  /** Undefined where no number of a rule set could stand for it. */
  value(units: bigint): FactValue | undefined {
    if (this.kind === 'day') return fromEpochDay(Number(units));
    const value = Number(`${units}e-${this.decimals}`);
    return isExactDecimal(value) ? value : undefined;
  }

  exact(units: bigint): { readonly n: bigint; readonly d: bigint } {
    return { n: units, d: 10n ** BigInt(this.decimals) };
  }
}
