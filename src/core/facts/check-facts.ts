import { parseCivilDate } from '../dates/civil-date';
import { decimalPlaces, isExactDecimal } from '../numbers/decimal';
import { pointer, Problem } from '../problems/problem';
import { FactDefinition, FactSupplier, FactValue, Text } from '../rule-set/rule-set.types';
import { decimalsOf, FactCatalogue } from './fact-catalogue';

/** Most problems reported of one input. */
const MAX_PROBLEMS = 100;

/** Longest text of a fact, in UTF-16 code units. */
const MAX_TEXT_LENGTH = 1000;

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
      // Names in the catalogue need no escaping, and these strings are made for every fact.
      const here = `${at}/${key}`;
      const definition = key.includes('.') ? undefined : catalogue.facts.get(path);
      if (definition !== undefined) {
        const problem = checkFact(definition, value, refused, here);
        if (problem !== undefined) problems.push(problem);
        else if (value !== null) values.set(path, value as FactValue);
      } else if (!key.includes('.') && catalogue.groups.has(path)) {
        if (isObject(value)) walk(value, path, here);
        else if (value !== null) problems.push({ code: 'facts_not_an_object', path: here, value });
      } else {
        problems.push({ code: 'unknown_fact', path: pointer(at, key), value, params: { fact: path } });
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

/** What a value of each type is, in words. */
const EXPECTED = {
  boolean: { 'zh-CN': '“是”或者“否”（true 或者 false）', en: 'true or false' },
  integer: { 'zh-CN': '整数', en: 'a whole number' },
  number: { 'zh-CN': '数', en: 'a number' },
  string: { 'zh-CN': '不超过 1000 字的文字', en: 'a text of at most 1,000 characters' },
  date: { 'zh-CN': '实际存在的日期（年-月-日）', en: 'an existing day as YYYY-MM-DD' },
  enum_list: { 'zh-CN': '列表，且各值不重复', en: 'a list of values, none of them twice' },
} satisfies Readonly<Record<string, Text>>;

/** Checks one present value against the definition of its fact. */
export function checkFactValue(definition: FactDefinition, value: unknown, path: string): Problem | undefined {
  const params = { fact: definition.path };
  const wrongType = (type: keyof typeof EXPECTED): Problem => ({
    code: 'fact_type',
    path,
    value,
    params: { ...params, expected: EXPECTED[type] },
  });
  switch (definition.type) {
    case 'boolean':
      return typeof value === 'boolean' ? undefined : wrongType('boolean');
    case 'integer':
    case 'number':
      return checkNumber(definition, value, path) ?? undefined;
    case 'string':
      return typeof value === 'string' && value.length <= MAX_TEXT_LENGTH ? undefined : wrongType('string');
    case 'date':
      return parseCivilDate(value) === undefined ? wrongType('date') : undefined;
    case 'enum':
      return checkAllowed(definition, [value], value, path);
    case 'enum_list':
      if (!Array.isArray(value) || new Set(value).size !== value.length) return wrongType('enum_list');
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
    return {
      code: 'fact_type',
      path,
      value,
      params: { ...params, expected: EXPECTED[integer ? 'integer' : 'number'] },
    };
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
