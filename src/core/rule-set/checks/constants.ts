import { Problem } from '../../problems/problem';
import { FactDefinition, Scalar } from '../rule-set.types';
import { checkDay } from './days';
import { checkExact } from './numbers';

/** A constant that a fact is compared with must be a value that a fact of its type can have. */
export function checkConstant(fact: FactDefinition, constant: Scalar, path: string): Problem[] {
  const params = { fact: fact.path, type: fact.type };
  const wrongType: Problem[] = [{ code: 'constant_type', path, value: constant, params }];
  switch (fact.type) {
    case 'boolean':
      return typeof constant === 'boolean' ? [] : wrongType;
    case 'string':
      return typeof constant === 'string' ? [] : wrongType;
    case 'date':
      return typeof constant === 'string' ? checkDay(constant, path) : wrongType;
    case 'integer':
      return Number.isInteger(constant) ? checkExact(Number(constant), path) : wrongType;
    case 'number':
      return typeof constant === 'number' ? checkExact(constant, path) : wrongType;
    case 'enum':
    case 'enum_list':
      return checkEnumValue(fact, constant, path);
  }
}

function checkEnumValue(fact: FactDefinition, constant: Scalar, path: string): Problem[] {
  const allowed = (fact.values ?? []).map(({ code }) => code);
  if (typeof constant === 'string' && allowed.includes(constant)) return [];
  const params = { fact: fact.path, allowed: allowed.join(', ') };
  return [{ code: 'constant_not_allowed', path, value: constant, params }];
}
