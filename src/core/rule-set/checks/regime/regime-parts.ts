import { pointer } from '../../../problems/problem';
import { Formula, Regime, RegimeLadder, Test } from '../../regime.types';

/** A test of a regime with what can be known where it stands. */
export interface PlacedTest {
  readonly test: Test;
  readonly path: string;
  /** Whether there is a case it can ask about. */
  readonly ofCase: boolean;
  /** Whether it is asked again on the days of the case. */
  readonly timed?: boolean;
  /** The score whose cycles it counts by; absent: the first. */
  readonly score?: string;
}

export interface PlacedFormula {
  readonly formula: Formula;
  readonly path: string;
  readonly ofCase: boolean;
  readonly score?: string;
}

const AT = '/regime';

/** Every test of a regime, with where it stands. */
export function testsOf(regime: Regime): readonly PlacedTest[] {
  return [
    ...(regime.items ?? []).flatMap(({ variants = [] }, n) =>
      variants.map(({ when }, v) => placed(when, pointer(AT, 'items', n, 'variants', v, 'when'), true)),
    ),
    ...(regime.gates ?? []).flatMap((gate, n) => {
      const path = pointer(AT, 'gates', n);
      if ('countsWhen' in gate) return [{ ...placed(gate.countsWhen, pointer(path, 'countsWhen'), true), timed: true }];
      return 'exemptWhen' in gate ? [placed(gate.exemptWhen, pointer(path, 'exemptWhen'), true)] : [];
    }),
    ...(regime.multipliers ?? []).flatMap((one, n) =>
      'when' in one ? [placed(one.when, pointer(AT, 'multipliers', n, 'when'), true)] : [],
    ),
    ...(regime.concurrency ?? []).flatMap(({ unless }, n) =>
      optional(unless, pointer(AT, 'concurrency', n, 'unless'), true),
    ),
    ...regime.scores.flatMap(({ code, when, life }, n) => {
      const clears = life?.cycle?.end?.clears;
      const path = pointer(AT, 'scores', n, 'life', 'cycle', 'end', 'clears');
      const [test, name] =
        typeof clears !== 'object' ? [] : 'each' in clears ? [clears.each, 'each'] : [clears.allIfEach, 'allIfEach'];
      return [
        ...optional(when, pointer(AT, 'scores', n, 'when'), true, code),
        ...optional(test, pointer(path, name ?? ''), true, code),
      ];
    }),
    ...(regime.credits?.kinds ?? []).flatMap(({ when, score }, n) =>
      optional(when, pointer(AT, 'credits', 'kinds', n, 'when'), false, score),
    ),
    ...(regime.ladders ?? []).flatMap(({ rungs, score }, n) =>
      rungs.flatMap(({ when }, r) => optional(when, pointer(AT, 'ladders', n, 'rungs', r, 'when'), false, score)),
    ),
    ...(regime.measures ?? []).flatMap(({ completion }, n) =>
      optional(completion?.eachCase, pointer(AT, 'measures', n, 'completion', 'eachCase'), true),
    ),
  ];
}

/** Every formula of a regime, with where it stands. */
export function formulasOf(regime: Regime): readonly PlacedFormula[] {
  return [
    ...(regime.items ?? []).flatMap(({ points }, n) =>
      typeof points === 'object' && 'formula' in points
        ? [{ formula: points.formula, path: pointer(AT, 'items', n, 'points', 'formula'), ofCase: true }]
        : [],
    ),
    ...(regime.measures ?? []).flatMap(({ code, length }, n) => {
      if (typeof length !== 'object' || !('formula' in length)) return [];
      const score = (regime.ladders ?? []).find((ladder) => callsFor(ladder, code))?.score;
      const path = pointer(AT, 'measures', n, 'length', 'formula');
      return [{ formula: length.formula, path, ofCase: false, ...(score === undefined ? {} : { score }) }];
    }),
  ];
}

/** Whether a rung or a pattern of a ladder calls for a measure. */
export function callsFor({ rungs, patterns = [] }: RegimeLadder, measure: string): boolean {
  return [...rungs, ...patterns].some(({ measures = [] }) => measures.includes(measure));
}

/** The leaves of a test, with where they stand. */
export function leavesOfTest(test: Test, path: string): readonly { readonly leaf: Test; readonly path: string }[] {
  if ('not' in test) return leavesOfTest(test.not, pointer(path, 'not'));
  if ('all' in test) return test.all.flatMap((part, n) => leavesOfTest(part, pointer(path, 'all', n)));
  if ('any' in test) return test.any.flatMap((part, n) => leavesOfTest(part, pointer(path, 'any', n)));
  return [{ leaf: test, path }];
}

/** A formula and every part of it, with where they stand. */
export function partsOfFormula(
  formula: Formula,
  path: string,
): readonly { readonly part: Formula; readonly path: string }[] {
  const self = { part: formula, path };
  if (typeof formula === 'number') return [self];
  if ('table' in formula) return [self, ...partsOfFormula(formula.table.of, pointer(path, 'table', 'of'))];
  if ('ceil' in formula) return [self, ...partsOfFormula(formula.ceil, pointer(path, 'ceil'))];
  if ('floor' in formula) return [self, ...partsOfFormula(formula.floor, pointer(path, 'floor'))];
  const [name, operands] = Object.entries(formula)[0] as [string, unknown];
  if (!Array.isArray(operands)) return [self];
  return [self, ...operands.flatMap((part: Formula, n) => partsOfFormula(part, pointer(path, name, n)))];
}

function placed(test: Test, path: string, ofCase: boolean, score?: string): PlacedTest {
  return { test, path, ofCase, ...(score === undefined ? {} : { score }) };
}

function optional(test: Test | undefined, path: string, ofCase: boolean, score?: string): readonly PlacedTest[] {
  return test === undefined ? [] : [placed(test, path, ofCase, score)];
}
