import { decimalsOf } from '../../facts/fact-catalogue';
import { pointer, Problem } from '../../problems/problem';
import { FactDefinition, FactType, RuleSet } from '../rule-set.types';
import { checkDecimals, checkExact, checkRange } from './numbers';

type Setting = 'values' | 'min' | 'max' | 'decimals' | 'unit';

/** The types of fact a setting belongs to. An integer has no decimal places to state. */
const SETTING_TYPES: Readonly<Record<Setting, readonly FactType[]>> = {
  values: ['enum', 'enum_list'],
  min: ['integer', 'number'],
  max: ['integer', 'number'],
  decimals: ['number'],
  unit: ['integer', 'number'],
};

/** Every fact has exactly the settings of its type and of whoever supplies it. */
export function checkFactDefinitions({ facts }: RuleSet): Problem[] {
  return facts.flatMap((fact, index) => {
    const path = pointer('/facts', index);
    return [...checkSettings(fact, path), ...checkBounds(fact, path), ...checkSupplier(fact, path)];
  });
}

export function isNumeric({ type }: FactDefinition): boolean {
  return type === 'integer' || type === 'number';
}

function checkSettings(fact: FactDefinition, path: string): Problem[] {
  const { type } = fact;
  const misplaced = (Object.keys(SETTING_TYPES) as Setting[])
    .filter((setting) => fact[setting] !== undefined && !SETTING_TYPES[setting].includes(type))
    .map((setting): Problem => {
      const params = { property: setting, types: SETTING_TYPES[setting].join(', '), type };
      return { code: 'fact_setting_misplaced', path: pointer(path, setting), value: fact[setting], params };
    });
  const valuesMissing = SETTING_TYPES.values.includes(type) && fact.values === undefined;
  return valuesMissing
    ? [...misplaced, { code: 'fact_values_missing', path: pointer(path, 'values'), params: { type } }]
    : misplaced;
}

/** Bounds must be values that the fact could have. */
function checkBounds(fact: FactDefinition, path: string): Problem[] {
  if (!isNumeric(fact)) return [];
  const bounds = (['min', 'max'] as const).flatMap((bound) => {
    const value = fact[bound];
    if (value === undefined) return [];
    const at = pointer(path, bound);
    return [...checkExact(value, at), ...checkDecimals(value, decimalsOf(fact), at)].slice(0, 1);
  });
  return [...bounds, ...checkRange(fact, path)];
}

function checkSupplier(fact: FactDefinition, path: string): Problem[] {
  const { suppliedBy, type } = fact;
  if (suppliedBy !== 'calculation') {
    return (['expression', 'rounding'] as const)
      .filter((setting) => fact[setting] !== undefined)
      .map((property) => {
        const params = { property, suppliedBy };
        return { code: 'fact_not_calculated', path: pointer(path, property), value: fact[property], params };
      });
  }
  if (!isNumeric(fact)) return [{ code: 'calculated_fact_type', path: pointer(path, 'type'), value: type }];
  // Nothing would hold a calculated value to bounds of its own; it has those that its expression gives it.
  const bounds = (['min', 'max'] as const)
    .filter((bound) => fact[bound] !== undefined)
    .map((bound): Problem => ({ code: 'calculated_bounds', path: pointer(path, bound), value: fact[bound] }));
  if (fact.expression !== undefined) return bounds;
  return [...bounds, { code: 'expression_missing', path: pointer(path, 'expression') }];
}
