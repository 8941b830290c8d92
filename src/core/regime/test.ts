import { OPERATORS } from '../conditions/operators';
import { CivilDate } from '../dates/civil-date';
import { fromPoints } from '../numbers/points';
import { DayValue, Test } from '../rule-set/regime.types';
import { FactValue, Leaf } from '../rule-set/rule-set.types';
import { Context } from './context.types';
import { plusLength } from './length';

/** Whether a test holds. Total: a date that has not come is not yet, and every comparison with it is false. */
export function holds(test: Test, context: Context): boolean {
  if ('all' in test) return test.all.every((part) => holds(part, context));
  if ('any' in test) return test.any.some((part) => holds(part, context));
  if ('not' in test) return !holds(test.not, context);
  if ('fact' in test) return holdsOfFact(test, context);
  if ('happened' in test) return dateOf(test.happened, context) !== undefined;
  if ('date' in test) {
    const day = dateOf(test.date, context);
    const other = dayOfValue(test.than, context);
    return day !== undefined && other !== undefined && ORDERS[test.is](day, other);
  }
  if ('running' in test) return context.isRunning(test.running);
  return OPERATORS[test.operator](numberOf(test, context), test.value);
}

function numberOf(test: Extract<Test, { readonly value: number; readonly operator: unknown }>, context: Context) {
  if ('score' in test) return fromPoints(context.valueOf(test.score));
  if ('countMeasures' in test) return context.countMeasures(test.countMeasures, context.score);
  if ('countCases' in test) return context.countCases(test.countCases, context.score);
  throw new Error('a test of no known form');
}

const ORDERS = {
  before: (a: CivilDate, b: CivilDate) => a < b,
  on_or_before: (a: CivilDate, b: CivilDate) => a <= b,
  after: (a: CivilDate, b: CivilDate) => a > b,
  on_or_after: (a: CivilDate, b: CivilDate) => a >= b,
};

/** A date of the case, once it has come; one that is known in advance at any time. */
export function dateOf(date: string, context: Context): CivilDate | undefined {
  const day = context.entry?.dates.get(date);
  return day === undefined || (day > context.today && !context.isPlanned(date)) ? undefined : day;
}

/** The day that is meant; undefined while it is not known. */
export function dayOfValue(value: DayValue, context: Context): CivilDate | undefined {
  if (value === 'today') return context.today;
  const day =
    'date' in value ? dateOf(value.date, context) : (context.subjectFact(value.subject) as CivilDate | undefined);
  return day === undefined || value.plus === undefined ? day : plusLength(day, value.plus);
}

/** A fact of the case; of the register where the case states none. */
export function factOf(path: string, context: Context): FactValue | undefined {
  return context.entry?.facts.get(path) ?? context.subjectFact(path);
}

function holdsOfFact({ fact, operator, value }: Leaf, context: Context): boolean {
  const found = factOf(fact, context);
  const wanted = typeof value === 'object' && 'fact' in value ? factOf(value.fact, context) : value;
  return found !== undefined && wanted !== undefined && OPERATORS[operator](found, wanted);
}
