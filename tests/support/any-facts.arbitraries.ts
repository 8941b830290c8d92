import * as fc from 'fast-check';
import { NestedFacts, putFact } from '../../src/core/facts/put-fact';
import { CompiledRuleSet } from '../../src/core/rule-set/compile';
import { Expression, FactDefinition, FactType, Leaf, Operator, Scalar } from '../../src/core/rule-set/rule-set.types';
import { aCalculation, aFact, codes } from './facts.builder';
import { conditionsOver, rulesOver } from './rule-set.arbitraries';

/** A rule set over facts of its own, with inspections whose facts are in order, absent or not in order. */
export interface Inspected {
  readonly rules: CompiledRuleSet;
  readonly inspections: readonly unknown[];
}

/** Paths of every depth; some names are those that every object inherits. */
const PATHS = ['a', 'b', 'toString', 'g.a', 'g.valueOf', 'g.h.a', 'g.h.b', 'k.hasOwnProperty', 'k.l.m.n'] as const;

const KINDS = ['none', 'fixed', 'mobile'];

/** What facts of each type are compared with, and found to be. */
const CONSTANTS: Readonly<Record<FactType, readonly Scalar[]>> = {
  boolean: [true, false],
  integer: [0, 1, 1, 2, 3, -1, 999_999_999_999_999, 1e20],
  number: [0, 0.1, 0.2, 0.3, 1, 1.005, -0.5, 2.675, 99_999_999_999.999, 1e21],
  string: ['', 'a', 'B', '10', '9', '中文'],
  enum: KINDS,
  enum_list: KINDS,
  date: ['2024-02-29', '2025-09-30', '2025-10-01', '9899-12-31'],
};

/** What no fact may be, whatever its type, or only of another type. */
const MISFITS: readonly unknown[] = [
  ...['yes', 7.1234567891, -4, 1e300, 0.1 + 0.2, Infinity, '2025-02-29', '2025-10-1'],
  ...[[], ['none', 'none'], ['none', 3], {}, { a: { b: 1 } }, [1], true, '1', 1, 'none', 'x'.repeat(1001)],
];

const definition = (path: string): fc.Arbitrary<FactDefinition> =>
  fc.oneof(
    fc.constant(aFact(path, 'boolean')),
    fc.constantFrom({}, { min: 0, max: 3 }, { min: 1 }).map((bounds) => aFact(path, 'integer', bounds)),
    fc
      .constantFrom({}, { min: 0, max: 2, decimals: 1 }, { decimals: 9 }, { decimals: 0, max: 5 })
      .map((settings) => aFact(path, 'number', settings)),
    fc.constantFrom(aFact(path, 'string'), aFact(path, 'date')),
    fc
      .constantFrom('enum' as const, 'enum_list' as const)
      .map((type) => aFact(path, type, { values: codes(...KINDS) })),
  );

const NUMERIC: ReadonlySet<FactType> = new Set(['integer', 'number']);

function expression(paths: readonly string[]): fc.Arbitrary<Expression> {
  // No constant 0: dividing by one is refused.
  const operand = fc.oneof(
    { arbitrary: fc.constantFrom(...paths).map((fact): Expression => ({ fact })), weight: 3 },
    { arbitrary: fc.constantFrom(1, 2, 3, -1, 0.5, 0.25, 1000), weight: 1 },
  );
  return fc.letrec<{ node: Expression }>((tie) => {
    const two = fc.tuple(tie('node'), tie('node'));
    const more = fc.array(tie('node'), { minLength: 2, maxLength: 3 });
    return {
      node: fc.oneof(
        { maxDepth: 2, depthIdentifier: 'expression' },
        operand,
        fc.record({ add: more }),
        fc.record({ subtract: two }),
        fc.record({ multiply: more }),
        fc.record({ divide: two }),
        fc.record({ min: more }),
        fc.record({ max: more }),
        fc.record({ ceil: tie('node') }),
        fc.record({ floor: tie('node') }),
      ),
    };
  }).node;
}

/** Calculations over the numbers among some facts, each after the first over the one before it as well. */
function calculations(bases: readonly FactDefinition[]): fc.Arbitrary<readonly FactDefinition[]> {
  const numbers = bases.filter(({ type }) => NUMERIC.has(type)).map(({ path }) => path);
  if (numbers.length === 0) return fc.constant([]);
  const one = (place: number): fc.Arbitrary<FactDefinition> =>
    fc
      .record({
        expression: expression(place === 0 ? numbers : [...numbers, `calc.c${place - 1}`]),
        rounding: fc.constantFrom('half_up', 'half_even', 'up', 'down', 'ceiling', 'floor'),
        form: fc.constantFrom({ type: 'integer' }, { type: 'number' }, { type: 'number', decimals: 1 }),
      })
      .map(({ expression: of, rounding, form }) =>
        aCalculation(`calc.c${place}`, of, { rounding, ...(form as Partial<FactDefinition>) }),
      );
  return fc.oneof(fc.constant([]), fc.tuple(one(0)), fc.tuple(one(0), one(1)), fc.tuple(one(0), one(1), one(2)));
}

const EQUALITY = ['equal', 'notEqual'] as const;
const ORDER = ['lessThan', 'lessThanInclusive', 'greaterThan', 'greaterThanInclusive'] as const;

/** The operators that compare a fact of each type with one value. */
const COMPARISONS: Readonly<Record<FactType, readonly Operator[]>> = {
  boolean: EQUALITY,
  string: EQUALITY,
  enum: EQUALITY,
  integer: [...EQUALITY, ...ORDER],
  number: [...EQUALITY, ...ORDER],
  date: [...EQUALITY, ...ORDER],
  enum_list: ['contains', 'doesNotContain'],
};

function leaf(facts: readonly FactDefinition[]): fc.Arbitrary<Leaf> {
  return fc.oneof(...facts.flatMap((fact) => leavesOf(fact, facts)));
}

/** Every way to compare a fact: with a constant, with another fact, with a list. */
function leavesOf({ path, type }: FactDefinition, facts: readonly FactDefinition[]): readonly fc.Arbitrary<Leaf>[] {
  const fact = fc.constant(path);
  const operator = fc.constantFrom(...COMPARISONS[type]);
  const constants = fc.constantFrom(...CONSTANTS[type]);
  const plain = fc.record<Leaf>({ fact, operator, value: constants });
  if (type === 'enum_list') return [plain];
  const others = facts.filter((one) => one.path !== path && comparable(one.type, type)).map((one) => one.path);
  const between = others.map((other) => fc.record<Leaf>({ fact, operator, value: fc.constant({ fact: other }) }));
  if (type === 'boolean') return [plain, ...between];
  const value = fc.uniqueArray(constants, { minLength: 1, maxLength: 4 });
  return [plain, ...between, fc.record<Leaf>({ fact, operator: fc.constantFrom('in', 'notIn'), value })];
}

const comparable = (a: FactType, b: FactType): boolean => a === b || (NUMERIC.has(a) && NUMERIC.has(b));

/** A value of a fact: mostly one that is also a constant, now and then absent or not in order. */
function found({ type }: FactDefinition): fc.Arbitrary<unknown> {
  const usual: fc.Arbitrary<unknown> =
    type === 'enum_list' ? fc.subarray(KINDS) : fc.constantFrom(...CONSTANTS[type].slice(0, 6));
  return fc.oneof(
    { arbitrary: usual, weight: 40 },
    { arbitrary: fc.constantFrom<unknown>(...CONSTANTS[type]), weight: 3 },
    { arbitrary: fc.constantFrom<unknown>(undefined, null), weight: 4 },
  );
}

/** Nested facts; one inspection in eight with something that does not fit, now and then a group that is none. */
function inspection(bases: readonly FactDefinition[]): fc.Arbitrary<unknown> {
  return fc
    .record({
      values: fc.tuple(...bases.map(found)),
      misfit: fc.oneof(
        { arbitrary: fc.constant(undefined), weight: 7 },
        {
          arbitrary: fc.record({
            path: fc.constantFrom(...PATHS, 'g', 'g.h', 'k.l', 'calc.c0', 'none'),
            value: fc.constantFrom(...MISFITS),
          }),
          weight: 1,
        },
      ),
    })
    .map(({ values, misfit }) => {
      const facts: NestedFacts = {};
      values.forEach((value, place) => {
        if (value !== undefined) putFact(facts, bases[place]!.path, value);
      });
      if (misfit !== undefined) putFact(facts, misfit.path, misfit.value);
      return facts;
    });
}

/** Rule sets over facts of every type, calculated ones included, each with so many inspections. */
export function inspected(inspections: number): fc.Arbitrary<Inspected> {
  return fc
    .shuffledSubarray([...PATHS], { minLength: 2 })
    .chain((paths) => fc.tuple(...paths.map(definition)))
    .chain((bases) => calculations(bases).map((calculated) => ({ bases, facts: [...bases, ...calculated] })))
    .chain(({ bases, facts }) =>
      fc.record({
        rules: rulesOver(conditionsOver(leaf(facts)), facts),
        inspections: fc.array(inspection(bases), { minLength: inspections, maxLength: inspections }),
      }),
    );
}
