import { constantsOf, otherFactOf } from '../conditions/condition-leaves';
import { fromNumber } from '../numbers/rational';
import { Leaf, Scalar } from '../rule-set/rule-set.types';
import { isConstantLeaf, RangeOf } from './calculated-range';
import { CommonFact, CommonNumber } from './common-fact';
import { Interval, interval } from './interval';
import { allBetween, LineFact } from './number-line';
import { calculator, Reading, readingLeaves } from './reading';
import { Units } from './units';

/** Most places of one fact that are looked at one by one because a calculation reads it. */
const MOST_PLACES = 128;

/** The values of a base fact that matter because calculated facts rest on it. */
export interface CalculatedMarks {
  readonly marks: readonly Scalar[];
  /** Whether they, and what lies between them, decide every comparison of those calculated facts. */
  readonly decisive: boolean;
}

type NumberFact = CommonFact & CommonNumber;
type Common = ReadonlyMap<string, CommonFact>;

/**
 * A calculation need not be constant between the constants it is compared with. It is decided by single values all the
 * same where the fact has few of them, or where beyond some value nothing changes any more, whatever the other facts:
 * with a + b < 3 and both at least 0, a = 3 stands for everything above. Elsewhere the values are only good guesses.
 */
export function calculatedMarks(readings: readonly Reading[], fact: NumberFact, common: Common): CalculatedMarks {
  const leaves = readings.flatMap((reading) => calculatedLeaves(reading, fact.path).map((leaf) => ({ leaf, reading })));
  if (leaves.length === 0) return { marks: [], decisive: true };
  const units = Units.for([fact], []);
  const line = units.line(fact.path, fact);
  const rangeOf = rangesOf(common);
  const constantIn = (range: Interval): boolean =>
    leaves.every(({ leaf, reading }) =>
      isConstantLeaf(leaf, reading.catalogue, (path) => (path === fact.path ? range : rangeOf(path))),
    );
  const ends = endsOfChange(line, units, constantIn);
  const marks =
    ends === undefined ? guesses(leaves, fact, common) : allBetween(line, ...ends).map((at) => units.value(at));
  return {
    marks: marks.filter((value): value is Scalar => value !== undefined && typeof value !== 'object'),
    decisive: ends !== undefined,
  };
}

/** The comparisons in which a base fact takes part and a calculated one too, be it calculated from it or not. */
function calculatedLeaves(reading: Reading, path: string): readonly Leaf[] {
  const { facts, baseFacts } = reading.catalogue;
  return readingLeaves(reading).filter((leaf) => {
    const sides = [leaf.fact, otherFactOf(leaf)].filter((side) => side !== undefined);
    return (
      sides.some((side) => facts.get(side)?.expression !== undefined) &&
      sides.some((side) => baseFacts.get(side)?.includes(path))
    );
  });
}

function rangesOf(common: Common): RangeOf {
  return (path) => {
    const fact = common.get(path);
    if (fact?.kind !== 'number') return {};
    const bound = (value: number | string | undefined) => (value === undefined ? undefined : fromNumber(Number(value)));
    return interval(bound(fact.min), bound(fact.max));
  };
}

/** The first and the last place between which anything changes; undefined where those are too many, or not known. */
function endsOfChange(
  line: LineFact,
  units: Units,
  constantIn: (range: Interval) => boolean,
): readonly [bigint, bigint] | undefined {
  const { step, least, most } = line;
  if (least !== undefined && most !== undefined && (most - least) / step < BigInt(MOST_PLACES)) return [least, most];
  const start = least ?? most ?? 0n;
  const beyond = (place: bigint, up: boolean): boolean => {
    const at = units.exact(start + place * step);
    return constantIn(up ? interval(at, most === undefined ? undefined : units.exact(most)) : interval(undefined, at));
  };
  const upTo = least === undefined && most !== undefined ? 0n : firstThat((place) => beyond(place, true));
  const downTo = least !== undefined ? 0n : firstThat((place) => beyond(-place, false));
  if (upTo === undefined || downTo === undefined) return undefined;
  return [start - downTo * step, start + upTo * step];
}

/** The first place at which a test that never fails again holds; undefined where it is too far. */
function firstThat(holds: (place: bigint) => boolean): bigint | undefined {
  let [low, high] = [0n, BigInt(MOST_PLACES) - 1n];
  if (!holds(high)) return undefined;
  while (low < high) {
    const middle = (low + high) / 2n;
    if (holds(middle)) high = middle;
    else low = middle + 1n;
  }
  return low;
}

/** Values near which a comparison of a calculated fact turns while the other facts have some value of their own. */
function guesses(
  leaves: readonly { readonly leaf: Leaf; readonly reading: Reading }[],
  fact: NumberFact,
  common: Common,
): readonly Scalar[] {
  const start = Number(fact.min ?? 0);
  const ends = [fact.min, fact.max].filter((value) => value !== undefined);
  const turns = leaves.flatMap(({ leaf, reading }) =>
    [0, 1, 10].flatMap((others) => {
      const targets = constantsOf(leaf).filter((constant) => typeof constant === 'number');
      return (targets.length === 0 ? [others] : targets).flatMap((target) =>
        turnOf(reading, leaf.fact, target, fact, start, (path) => Number(startOf(common.get(path))) + others),
      );
    }),
  );
  const step = 10 ** -fact.decimals;
  const near = turns
    .flatMap((turn) => [turn - step, turn, turn + step])
    .map((value) => Number(value.toFixed(fact.decimals)));
  return [...new Set([...ends, ...near, start])].slice(0, 24);
}

const startOf = (fact: CommonFact | undefined): number | string => (fact?.kind === 'number' ? (fact.min ?? 0) : 0);

/** Where a straight line through two values of the calculation meets the target. */
function turnOf(
  reading: Reading,
  calculated: string,
  target: number,
  fact: NumberFact,
  start: number,
  others: (path: string) => number,
): readonly number[] {
  const calculate = calculator(reading);
  const bases = reading.catalogue.baseFacts.get(calculated) ?? [];
  const at = (value: number): number | undefined => {
    const found = calculate(new Map(bases.map((path) => [path, path === fact.path ? value : others(path)])))?.get(
      calculated,
    );
    return typeof found === 'number' ? found : undefined;
  };
  const [low, high] = [at(start), at(start + RUN)];
  if (low === undefined || high === undefined || low === high) return [];
  const turn = start + ((target - low) * RUN) / (high - low);
  const nearest = [Math.floor(turn), turn, Math.ceil(turn)];
  return nearest.filter((value) => value >= Number(fact.min ?? -Infinity) && value <= Number(fact.max ?? Infinity));
}

/** Long enough for rounding not to tilt the line. */
const RUN = 1000;
