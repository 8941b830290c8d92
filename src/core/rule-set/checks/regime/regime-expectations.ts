import { pointer, Problem } from '../../../problems/problem';
import { DocumentRecord, ExpectedStanding, RuleSet } from '../../rule-set.types';
import { checkDay } from '../days';
import { ExpectationContext } from '../expectations';
import { checkPointsAt } from '../numbers';
import { checkReference, codesOf } from '../references';

/** Codes of the rungs of all ladders of a regime. */
export function regimeRungs({ regime }: RuleSet): readonly string[] {
  return (regime?.ladders ?? []).flatMap(({ rungs }) => rungs.map(({ code }) => code));
}

/** What a scenario expects of a regime names its scores, bands, rungs, measures and cases, on days that exist. */
export function checkRegimeExpectation(
  { scores = {}, steps = {}, called = [], cases = [] }: ExpectedStanding,
  path: string,
  { regime, rungs }: ExpectationContext,
  history: readonly DocumentRecord<unknown>[],
): Problem[] {
  const known = regime?.scores ?? [];
  const patterns = (regime?.ladders ?? []).flatMap((ladder) => ladder.patterns ?? []);
  const rungsAndPatterns = new Set([...rungs, ...codesOf(patterns)]);
  const measures = codesOf(regime?.measures ?? []);
  const keys = new Set(history.flatMap((record) => (record.type === 'case' ? [record.key] : [])));
  return [
    ...Object.entries(scores).flatMap(([score, { value, band, carried, credited }]) => {
      const at = pointer(path, 'scores', score);
      const bands = codesOf(known.find(({ code }) => code === score)?.bands ?? []);
      return [
        ...checkReference('unknown_score', score, codesOf(known), at),
        ...(band === undefined ? [] : checkReference('unknown_band', band, bands, pointer(at, 'band'))),
        ...checkPointsAt(value, pointer(at, 'value')),
        ...checkPointsAt(carried, pointer(at, 'carried')),
        ...checkPointsAt(credited, pointer(at, 'credited')),
      ];
    }),
    ...Object.keys(steps).flatMap((rung) => checkReference('unknown_rung', rung, rungs, pointer(path, 'steps', rung))),
    ...called.flatMap(({ measure, on, rung, from, to, points }, n) => {
      const at = pointer(path, 'called', n);
      return [
        ...checkReference('unknown_measure', measure, measures, pointer(at, 'measure')),
        ...(rung === undefined ? [] : checkReference('unknown_rung', rung, rungsAndPatterns, pointer(at, 'rung'))),
        ...checkDay(on, pointer(at, 'on')),
        ...checkDay(from, pointer(at, 'from')),
        ...checkDay(to, pointer(at, 'to')),
        ...checkPointsAt(points, pointer(at, 'points')),
      ];
    }),
    ...cases.flatMap(({ case: key, points }, n) => {
      const at = pointer(path, 'cases', n);
      return [
        ...checkReference('unknown_case', key, keys, pointer(at, 'case')),
        ...checkPointsAt(points, pointer(at, 'points')),
      ];
    }),
  ];
}
