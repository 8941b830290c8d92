/** Where a fact can lie on a line of numbers: multiples of a step between bounds, in units common to its group. */
export interface LineFact {
  readonly path: string;
  readonly step: bigint;
  readonly least?: bigint;
  readonly most?: bigint;
}

/**
 * Values of facts that are compared with marks and with each other, so chosen that every order the facts can have among
 * each other and to the marks is had by some of them. Between two marks nothing but the order of the facts decides, so
 * there as many places do as there are facts.
 */
export function lineValues(
  facts: readonly LineFact[],
  marks: Iterable<bigint>,
): ReadonlyMap<string, readonly bigint[]> {
  const steps = [...new Set(facts.map(({ step }) => step))].sort((a, b) => (a > b ? -1 : 1));
  // Finer facts also lie between coarser ones, so those need a place more on either side.
  const places = facts.length + (steps.length > 1 ? 2 : 0);
  const range = { least: bound(facts, 'least'), most: bound(facts, 'most') };
  // A mark that no fact of the group can reach decides nothing.
  const within = sorted([...marks, ...differingBounds(facts)]).filter((mark) => isWithin(range, mark));
  const points = steps.reduce<readonly bigint[]>((known, step) => fill(known, step, range, places), within);
  return new Map(facts.map((fact) => [fact.path, points.filter((value) => canBe(fact, value))]));
}

/** Every place on the line of one fact from one value to another; both must be such places. */
export function allBetween({ step }: LineFact, first: bigint, last: bigint): readonly bigint[] {
  return take(first, step, Number((last - first) / step) + 1);
}

export function canBe(fact: LineFact, value: bigint): boolean {
  return value % fact.step === 0n && isWithin(fact, value);
}

function isWithin({ least, most }: Range, value: bigint): boolean {
  return (least === undefined || value >= least) && (most === undefined || value <= most);
}

export const floorTo = (value: bigint, step: bigint): bigint => value - (((value % step) + step) % step);
export const ceilTo = (value: bigint, step: bigint): bigint => -floorTo(-value, step);

interface Range {
  readonly least?: bigint | undefined;
  readonly most?: bigint | undefined;
}

/** The bound of the whole group; none where one of its facts has none. */
function bound(facts: readonly LineFact[], side: 'least' | 'most'): bigint | undefined {
  const bounds = sorted(facts.flatMap((fact) => fact[side] ?? []));
  if (facts.some((fact) => fact[side] === undefined)) return undefined;
  return side === 'least' ? bounds[0] : bounds.at(-1);
}

/** Bounds that not all facts share decide their order as a mark does. */
function differingBounds(facts: readonly LineFact[]): readonly bigint[] {
  return (['least', 'most'] as const).flatMap((side) => {
    const bounds = new Set(facts.map((fact) => fact[side]));
    return bounds.size > 1 ? [...bounds].filter((value) => value !== undefined) : [];
  });
}

/** Adds places between, below and above the points there are; those nearest to them. */
function fill(points: readonly bigint[], step: bigint, { least, most }: Range, places: number): readonly bigint[] {
  const first = least === undefined ? undefined : ceilTo(least, step);
  const last = most === undefined ? undefined : floorTo(most, step);
  const [lowest, highest] = [points[0], points.at(-1)];
  if (lowest === undefined || highest === undefined) return fromEdge(first, last, step, places);
  const above = floorTo(highest, step) + step;
  const below = ceilTo(lowest, step) - step;
  return sorted([
    ...points,
    ...(last === undefined || above <= last ? fromEdge(above, last, step, places) : []),
    ...(first === undefined || below >= first ? downFrom(below, first, step, places) : []),
    ...points.slice(1).flatMap((upper, place) => between(points[place] as bigint, upper, step, places)),
  ]);
}

function fromEdge(
  first: bigint | undefined,
  last: bigint | undefined,
  step: bigint,
  places: number,
): readonly bigint[] {
  if (first === undefined && last !== undefined) return downFrom(last, undefined, step, places);
  const start = first ?? 0n;
  return take(start, step, places).filter((value) => last === undefined || value <= last);
}

function downFrom(start: bigint, first: bigint | undefined, step: bigint, places: number): readonly bigint[] {
  return take(start, -step, places).filter((value) => first === undefined || value >= first);
}

/** All places between two points where they are few, else some next to either. */
function between(lower: bigint, upper: bigint, step: bigint, places: number): readonly bigint[] {
  const first = floorTo(lower, step) + step;
  const last = ceilTo(upper, step) - step;
  if (last < first) return [];
  const count = (last - first) / step + 1n;
  const wanted = Math.max(places, 2);
  if (count <= BigInt(wanted)) return take(first, step, Number(count));
  const low = Math.ceil(wanted / 2);
  return [...take(first, step, low), ...take(last, -step, wanted - low)];
}

const take = (start: bigint, step: bigint, count: number): bigint[] =>
  Array.from({ length: count }, (_, place) => start + BigInt(place) * step);

function sorted(values: readonly bigint[]): readonly bigint[] {
  return [...new Set(values)].sort((a, b) => (a < b ? -1 : 1));
}
