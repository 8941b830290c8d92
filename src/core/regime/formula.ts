import { daysBetween } from '../dates/civil-date';
import { fromPoints, Points } from '../numbers/points';
import {
  add,
  ceil,
  compare,
  divide,
  floor,
  fromNumber,
  multiply,
  Rational,
  round,
  subtract,
} from '../numbers/rational';
import { Rounding } from '../rule-set/rule-set.types';
import { Formula, FormulaTable, ValueTable } from '../rule-set/regime.types';
import { Context } from './context.types';
import { dayOfValue, factOf } from './test';

const ZERO: Rational = { n: 0n, d: 1n };

/** The exact value of a formula. Total: what is not known counts as 0, and so does a division by 0. */
export function valueOf(formula: Formula, context: Context): Rational {
  const value = (operand: Formula): Rational => valueOf(operand, context);
  if (typeof formula === 'number') return fromNumber(formula);
  if ('fact' in formula) return numberOf(factOf(formula.fact, context));
  if ('add' in formula) return formula.add.map(value).reduce(add);
  if ('subtract' in formula) return subtract(value(formula.subtract[0]), value(formula.subtract[1]));
  if ('multiply' in formula) return formula.multiply.map(value).reduce(multiply);
  if ('divide' in formula) return divide(value(formula.divide[0]), value(formula.divide[1])) ?? ZERO;
  if ('min' in formula) return formula.min.map(value).reduce((a, b) => (compare(a, b) <= 0 ? a : b));
  if ('max' in formula) return formula.max.map(value).reduce((a, b) => (compare(a, b) >= 0 ? a : b));
  if ('ceil' in formula) return ceil(value(formula.ceil));
  if ('floor' in formula) return floor(value(formula.floor));
  if ('table' in formula) return lookUp(formula.table, value(formula.table.of));
  if ('values' in formula) return lookUpValue(formula.values, context);
  if ('days' in formula) return daysOf(formula.days, context);
  if ('score' in formula) return fromNumber(fromPoints(context.valueOf(formula.score)));
  if ('countMeasures' in formula) return fromNumber(context.countMeasures(formula.countMeasures, context.score));
  return fromNumber(fromPoints(context.totalAt(formula.totalAt)));
}

/** The value as points, never below 0. The rounding was asked for where it can matter. */
export function pointsOf(formula: Formula, rounding: Rounding | undefined, context: Context): Points {
  return toExactPoints(valueOf(formula, context), rounding);
}

/** A fraction as points; below 0 it counts as 0. */
export function toExactPoints(value: Rational, rounding: Rounding = 'half_up'): Points {
  const { n, d } = round(value, 3, rounding);
  return Math.max(0, Number((n * 1000n) / d)) as Points;
}

const numberOf = (value: unknown): Rational => (typeof value === 'number' ? fromNumber(value) : ZERO);

function lookUp({ rows, otherwise }: FormulaTable, value: Rational): Rational {
  const reached = rows.filter(({ from }) => compare(value, fromNumber(from)) >= 0).at(-1);
  return fromNumber(reached?.value ?? otherwise);
}

function lookUpValue({ fact, rows, otherwise }: ValueTable, context: Context): Rational {
  const found = factOf(fact, context);
  const value = typeof found === 'string' && Object.hasOwn(rows, found) ? rows[found] : undefined;
  return fromNumber(value ?? otherwise);
}

function daysOf({ from, to }: Extract<Formula, { days: unknown }>['days'], context: Context): Rational {
  const first = dayOfValue(from, context);
  if (first === undefined) return ZERO;
  return fromNumber(Math.max(0, daysBetween(first, dayOfValue(to, context) ?? context.today)));
}
