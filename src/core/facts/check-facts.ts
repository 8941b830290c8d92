import { parseCivilDate } from '../dates/civil-date';
import { decimalPlaces, isExactDecimal } from '../numbers/decimal';
import { pointer, Problem } from '../problems/problem';
import { FactDefinition, FactSupplier, FactValue } from '../rule-set/rule-set.types';
import { decimalsOf, FactCatalogue } from './fact-catalogue';

/** Most problems reported of one input. */
const MAX_PROBLEMS = 100;

/** The base facts of an input by path; absent and null ones are not among them. */
export interface CheckedFacts {
  readonly problems: readonly Problem[];
  readonly values: ReadonlyMap<string, FactValue>;
}

/**
 * Checks nested facts against the catalogue and lays them flat. Own properties only. A fact of a supplier in
 * `refused` is a problem: calculated facts always are, register facts where an inspection is recorded.
 */
export function checkFacts(
  catalogue: FactCatalogue,
  facts: unknown,
  refused: ReadonlySet<FactSupplier> = new Set(['calculation']),
  base = '',
): CheckedFacts {
  const problems: Problem[] = [];
  const values = new Map<string, FactValue>();
  if (!isObject(facts)) return { problems: [{ code: 'facts_not_an_object', path: base, value: facts }], values };
  const walk = (node: Readonly<Record<string, unknown>>, prefix: string, at: string): void => {
    for (const [key, value] of Object.entries(node)) {
      if (problems.length >= MAX_PROBLEMS) return;
      const path = prefix === '' ? key : `${prefix}.${key}`;
      const here = pointer(at, key);
      const definition = key.includes('.') ? undefined : catalogue.facts.get(path);
      if (definition !== undefined) {
        const problem = checkFact(definition, value, refused, here);
        if (problem !== undefined) problems.push(problem);
        else if (value !== null) values.set(path, value as FactValue);
      } else if (!key.includes('.') && catalogue.groups.has(path)) {
        if (isObject(value)) walk(value, path, here);
        else if (value !== null) problems.push({ code: 'facts_not_an_object', path: here, value });
      } else {
        problems.push({ code: 'unknown_fact', path: here, value, params: { fact: path } });
      }
    }
  };
  walk(facts, '', base);
  return { problems, values };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function checkFact(
  definition: FactDefinition,
  value: unknown,
  refused: ReadonlySet<FactSupplier>,
  path: string,
): Problem | undefined {
  const params = { fact: definition.path };
  if (definition.suppliedBy === 'calculation') return { code: 'calculated_fact', path, value, params };
  if (refused.has(definition.suppliedBy)) return { code: 'register_fact', path, value, params };
  return value === null ? undefined : checkFactValue(definition, value, path);
}

/** Checks one present value against the definition of its fact. */
export function checkFactValue(definition: FactDefinition, value: unknown, path: string): Problem | undefined {
  const params = { fact: definition.path };
  const wrongType = (expected: string): Problem => ({
    code: 'fact_type',
    path,
    value,
    params: { ...params, expected },
  });
  switch (definition.type) {
    case 'boolean':
      return typeof value === 'boolean' ? undefined : wrongType('true/false');
    case 'integer':
    case 'number':
      return checkNumber(definition, value, path) ?? undefined;
    case 'string':
      return typeof value === 'string' && value.length <= 1000 ? undefined : wrongType('string ≤ 1000');
    case 'date':
      return parseCivilDate(value) === undefined ? wrongType('YYYY-MM-DD') : undefined;
    case 'enum':
      return checkAllowed(definition, [value], value, path);
    case 'enum_list':
      if (!Array.isArray(value) || new Set(value).size !== value.length) return wrongType('[…]');
      return checkAllowed(definition, value, value, path);
  }
}

function checkAllowed(
  definition: FactDefinition,
  given: readonly unknown[],
  value: unknown,
  path: string,
): Problem | undefined {
  const allowed = (definition.values ?? []).map(({ code }) => code);
  if (given.every((one) => typeof one === 'string' && allowed.includes(one))) return undefined;
  return { code: 'fact_value', path, value, params: { fact: definition.path, allowed: allowed.join(', ') } };
}

function checkNumber(definition: FactDefinition, value: unknown, path: string): Problem | undefined {
  const params = { fact: definition.path };
  const integer = definition.type === 'integer';
  if (typeof value !== 'number' || !isExactDecimal(value) || (integer && !Number.isInteger(value))) {
    return { code: 'fact_type', path, value, params: { ...params, expected: integer ? 'integer' : 'number' } };
  }
  const { min = -Infinity, max = Infinity } = definition;
  if (value < min || value > max) {
    const range = `[${min === -Infinity ? '-∞' : min}, ${max === Infinity ? '∞' : max}]`;
    return { code: 'fact_range', path, value, params: { ...params, range } };
  }
  const decimals = decimalsOf(definition);
  if (decimalPlaces(value) <= decimals) return undefined;
  return { code: 'fact_decimals', path, value, params: { ...params, decimals } };
}
