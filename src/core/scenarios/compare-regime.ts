import { RegimeStanding } from '../regime/regime-standing.types';
import { ExpectedStanding } from '../rule-set/rule-set.types';
import { compare, Mismatch } from './mismatch';

/** The differences between what a regime adds to a standing and what a scenario expects of it. */
export function compareRegime(
  standing: RegimeStanding | undefined,
  expected: ExpectedStanding,
  at: string,
): readonly Mismatch[] {
  const { scores = {}, steps = {}, called, cases = [] } = expected;
  return [
    // A result that rests on facts nobody has recorded is no example of anything.
    ...compare(`${at} missingFacts`, [], standing?.missingFacts ?? []),
    ...Object.entries(scores).flatMap(([code, wanted]) => {
      const score = standing?.scores.find((one) => one.code === code);
      const what = `${at} ${code}`;
      return [
        ...compare(`${what}.value`, wanted.value, score?.value),
        ...compare(`${what}.band`, wanted.band, score?.band),
        ...compare(`${what}.carried`, wanted.carried, score?.carried),
        ...compare(`${what}.credited`, wanted.credited, score?.credited),
      ];
    }),
    ...Object.entries(steps).flatMap(([code, times]) =>
      compare(`${at} ${code}.times`, times, standing?.rungs.find((one) => one.code === code)?.times),
    ),
    ...compareCalled(standing, called, at),
    ...cases.flatMap(({ case: key, ...wanted }) => {
      const found = standing?.cases.find((one) => one.case === key);
      const what = `${at} ${key}`;
      return [
        ...compare(`${what}.points`, wanted.points, found?.points),
        ...compare(`${what}.state`, wanted.state, found?.state),
        ...compare(`${what}.reason`, wanted.reason, found?.reason),
      ];
    }),
  ];
}

/** Exactly the measures that were called for, in their order; of each what is stated. */
function compareCalled(
  standing: RegimeStanding | undefined,
  called: ExpectedStanding['called'],
  at: string,
): readonly Mismatch[] {
  if (called === undefined) return [];
  const found = standing?.measures ?? [];
  const names = (list: readonly { readonly measure: string; readonly on: string }[]): readonly string[] =>
    list.map(({ measure, on }) => `${measure} ${on}`);
  const listed = compare(`${at} called`, names(called), names(found));
  if (listed.length > 0) return listed;
  return called.flatMap(({ measure, rung, from, to, state, points }, n) => {
    const what = `${at} ${measure}[${n}]`;
    return [
      ...compare(`${what}.rung`, rung, found[n]?.rung),
      ...compare(`${what}.from`, from, found[n]?.from),
      ...compare(`${what}.to`, to, found[n]?.to),
      ...compare(`${what}.state`, state, found[n]?.state),
      ...compare(`${what}.points`, points, found[n]?.points),
    ];
  });
}
