import { CivilDate } from '../dates/civil-date';
import { Points } from '../numbers/points';
import { Multiplier } from '../rule-set/regime.types';
import { Context } from './context.types';
import { Entry, regimeOf } from './entry.types';
import { isFor, kinOf } from './kinship';
import { Occurrences } from './occurrences';
import { holds } from './test';
import { timesFactor } from './weights';

/**
 * The multipliers of a regime, with the cases that repetitions are counted by (P6). A case goes by those of the version
 * that makes it a posting.
 */
export class Multipliers {
  private readonly counted = new Map<string, Map<string, Occurrences>>();

  /** The factors for a case that is being posted, in their order; it counts towards later repetitions from now on. */
  factorsFor(entry: Entry, windowDay: CivilDate, context: Context): (points: Points) => Points {
    const factors = (regimeOf(entry).multipliers ?? [])
      .filter((multiplier) => isFor(multiplier, entry))
      .map((multiplier) => ({ multiplier, factor: this.factorOf(multiplier, entry, windowDay, context) }));
    return (points) =>
      factors.reduce((product, { multiplier, factor }) => timesFactor(product, factor, multiplier.rounding), points);
  }

  /** Repetitions are counted anew: the next case is the first again. */
  restart(codes: readonly string[]): void {
    for (const code of codes) this.counted.delete(code);
  }

  private factorOf(multiplier: Multiplier, entry: Entry, windowDay: CivilDate, context: Context): number {
    if ('repeat' in multiplier) return this.repeated(multiplier, entry, windowDay);
    if ('when' in multiplier) return holds(multiplier.when, context) ? multiplier.factor : 1;
    const day = multiplier.date === undefined ? windowDay : entry.dates.get(multiplier.date);
    const inside = day !== undefined && multiplier.periods.some(({ from, to }) => from <= day && day < to);
    return inside ? multiplier.factor : 1;
  }

  private repeated(
    { code, repeat }: Extract<Multiplier, { repeat: unknown }>,
    entry: Entry,
    windowDay: CivilDate,
  ): number {
    const { factors, within, same = 'item' } = repeat;
    const kinds = this.counted.get(code) ?? new Map<string, Occurrences>();
    this.counted.set(code, kinds);
    const kin = kinOf(entry, same);
    const before = kinds.get(kin) ?? new Occurrences();
    kinds.set(kin, before);
    const times = before.countUpTo(windowDay, within, factors.length - 1);
    before.add(windowDay);
    return factors[Math.min(times, factors.length - 1)] ?? 1;
  }
}
