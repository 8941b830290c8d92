import { FactCatalogue, buildCatalogue } from '../../src/core/facts/fact-catalogue';
import { Expression, FactDefinition, FactType, FactValue } from '../../src/core/rule-set/rule-set.types';
import { aText } from './rule-set.builder';

/** A fact an inspector enters; a calculated one where an expression is given. */
export function aFact(path: string, type: FactType, settings: Partial<FactDefinition> = {}): FactDefinition {
  const suppliedBy = settings.expression === undefined ? 'inspector' : 'calculation';
  return { path, type, text: aText(path), suppliedBy, ...settings };
}

export function codes(...values: readonly string[]): NonNullable<FactDefinition['values']> {
  return values.map((code) => ({ code, text: aText(code) }));
}

export function aCalculation(path: string, expression: Expression, settings: Partial<FactDefinition> = {}) {
  return aFact(path, 'number', { expression, ...settings });
}

/** One fact of every type, nested to different depths. */
export function everyKindOfFact(): FactCatalogue {
  return buildCatalogue([
    aFact('flag', 'boolean'),
    aFact('furnaces.total', 'integer', { min: 0, max: 100 }),
    aFact('furnaces.load', 'number', { min: -5, max: 5.5, decimals: 2 }),
    aFact('furnaces.depth', 'number'),
    aFact('site.name', 'string'),
    aFact('site.plan.day', 'date'),
    aFact('site.plan.kind', 'enum', { values: codes('none', 'fixed') }),
    aFact('site.plan.parts', 'enum_list', { values: codes('a', 'b', 'c') }),
    aFact('site.closed', 'boolean', { suppliedBy: 'register' }),
    aCalculation('furnaces.double', { multiply: [2, { fact: 'furnaces.total' }] }, { type: 'integer' }),
  ]);
}

export function flat(facts: Readonly<Record<string, FactValue>>): ReadonlyMap<string, FactValue> {
  return new Map(Object.entries(facts));
}
