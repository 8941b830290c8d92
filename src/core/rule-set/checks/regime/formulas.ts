import { decimalsOf } from '../../../facts/fact-catalogue';
import { decimalPlaces } from '../../../numbers/decimal';
import { POINTS_DECIMALS } from '../../../numbers/points';
import { pointer, Problem } from '../../../problems/problem';
import { Formula, Regime } from '../../regime.types';
import { FactDefinition, RuleSet } from '../../rule-set.types';
import { isNumeric } from '../facts';
import { checkExact } from '../numbers';
import { checkReference } from '../references';
import { formulasOf, partsOfFormula } from './regime-parts';
import { RegimeNames } from './regime-names';
import { checkCaseFact, checkDayValue, checkMeasureFilter, Place } from './test-references';

/** Every formula reads what there is, divides only by constants, and declares its rounding where it can need one. */
export function checkFormulas(ruleSet: RuleSet, regime: Regime, names: RegimeNames): Problem[] {
  const facts = new Map(ruleSet.facts.map((fact) => [fact.path, fact]));
  const parts = formulasOf(regime).flatMap(({ formula, path, ofCase, score }) => {
    const place: Place = { ofCase, facts, regime, names, ...(score === undefined ? {} : { score }) };
    return partsOfFormula(formula, path).flatMap(({ part, path: at }) => checkPart(part, at, place));
  });
  const rounding = (regime.items ?? []).flatMap(({ points }, n): Problem[] => {
    if (typeof points !== 'object' || !('formula' in points) || points.rounding !== undefined) return [];
    const path = pointer('/regime/items', n, 'points', 'rounding');
    return placesOfFormula(points.formula, facts) > POINTS_DECIMALS ? [{ code: 'regime_rounding_missing', path }] : [];
  });
  return [...parts, ...rounding];
}

function checkPart(part: Formula, path: string, place: Place): Problem[] {
  const { facts, names } = place;
  if (typeof part === 'number') return checkExact(part, path);
  if ('fact' in part)
    return [...checkNumber(part.fact, pointer(path, 'fact'), facts), ...checkCaseFact(part.fact, path, place)];
  if ('divide' in part) return checkDivisor(part.divide[1], pointer(path, 'divide', 1));
  if ('table' in part)
    return checkRising(
      part.table.rows.map(({ from }) => from),
      (n) => pointer(path, 'table', 'rows', n, 'from'),
    );
  if ('values' in part)
    return [
      ...checkValues(part.values, pointer(path, 'values'), facts),
      ...checkCaseFact(part.values.fact, path, place),
    ];
  if ('days' in part) {
    const { from, to } = part.days;
    return [
      ...checkDayValue(from, pointer(path, 'days', 'from'), place),
      ...checkDayValue(to, pointer(path, 'days', 'to'), place),
    ];
  }
  if ('score' in part) return checkReference('unknown_score', part.score, names.scores, pointer(path, 'score'));
  if ('countMeasures' in part) return checkMeasureFilter(part.countMeasures, pointer(path, 'countMeasures'), place);
  if ('totalAt' in part)
    return checkReference('unknown_measure', part.totalAt, names.measures, pointer(path, 'totalAt'));
  return [];
}

/** Rows and bands rise strictly, so that each value has one place. */
export function checkRising(edges: readonly number[], pathOf: (index: number) => string): Problem[] {
  return edges.flatMap((edge, n): Problem[] => {
    const previous = edges[n - 1];
    if (previous === undefined || previous < edge) return [];
    return [{ code: 'not_rising', path: pathOf(n), value: edge, params: { previous } }];
  });
}

function checkNumber(path: string, at: string, facts: Place['facts']): Problem[] {
  const fact = facts.get(path);
  if (fact === undefined) return [{ code: 'expression_unknown_fact', path: at, value: path }];
  return isNumeric(fact) ? [] : [{ code: 'expression_fact_type', path: at, value: path, params: { type: fact.type } }];
}

function checkValues(
  { fact, rows }: { readonly fact: string; readonly rows: object },
  path: string,
  facts: Place['facts'],
): Problem[] {
  const definition = facts.get(fact);
  if (definition?.type !== 'enum') return [{ code: 'enum_needed', path: pointer(path, 'fact'), value: fact }];
  const values = new Set((definition.values ?? []).map(({ code }) => code));
  return Object.keys(rows)
    .filter((value) => !values.has(value))
    .map((value) => {
      const params = { fact, allowed: [...values].join(', ') };
      return { code: 'constant_not_allowed', path: pointer(path, 'rows', value), value, params };
    });
}

/** A division always has a value: its divisor is a constant other than 0. */
function checkDivisor(divisor: Formula, path: string): Problem[] {
  if (divisor === 0) return [{ code: 'divide_by_zero', path, value: 0 }];
  if (typeof divisor === 'number') return [];
  const supported = { 'zh-CN': '以常数为除数', en: 'a constant divisor' };
  return [{ code: 'not_supported', path, value: divisor, params: { supported } }];
}

/** The most decimal places a formula can need; Infinity where a division may not end. */
function placesOfFormula(formula: Formula, facts: ReadonlyMap<string, FactDefinition>): number {
  const places = (part: Formula): number => placesOfFormula(part, facts);
  if (typeof formula === 'number') return decimalPlaces(formula);
  if ('fact' in formula) {
    const fact = facts.get(formula.fact);
    return fact !== undefined && isNumeric(fact) ? decimalsOf(fact) : 0;
  }
  if ('divide' in formula) return Infinity;
  if ('multiply' in formula) return formula.multiply.map(places).reduce((a, b) => a + b, 0);
  if ('add' in formula) return Math.max(...formula.add.map(places));
  if ('subtract' in formula) return Math.max(...formula.subtract.map(places));
  if ('min' in formula) return Math.max(...formula.min.map(places));
  if ('max' in formula) return Math.max(...formula.max.map(places));
  if ('table' in formula) {
    return Math.max(...[formula.table.otherwise, ...formula.table.rows.map(({ value }) => value)].map(decimalPlaces));
  }
  if ('values' in formula) {
    return Math.max(...[formula.values.otherwise, ...Object.values(formula.values.rows)].map(decimalPlaces));
  }
  return 'score' in formula || 'totalAt' in formula ? POINTS_DECIMALS : 0;
}
