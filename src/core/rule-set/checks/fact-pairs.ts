import { Problem } from '../../problems/problem';
import { FactDefinition } from '../rule-set.types';
import { isNumeric } from './facts';

/** The other fact of a comparison between two: it exists, is another one, and can have the same values. */
export function checkOtherFact(
  fact: FactDefinition,
  otherPath: string,
  facts: ReadonlyMap<string, FactDefinition>,
  path: string,
): Problem[] {
  const other = facts.get(otherPath);
  if (other === undefined) return [{ code: 'condition_unknown_fact', path, value: otherPath }];
  if (other === fact) return [{ code: 'fact_with_itself', path, value: otherPath }];
  if (!comparable(fact, other)) {
    const params = { fact: fact.path, type: fact.type, otherType: other.type };
    return [{ code: 'fact_types_differ', path, value: otherPath, params }];
  }
  if (sameValues(fact, other)) return [];
  return [{ code: 'fact_values_differ', path, value: otherPath, params: { fact: fact.path } }];
}

function comparable(a: FactDefinition, b: FactDefinition): boolean {
  return a.type === b.type || (isNumeric(a) && isNumeric(b));
}

function sameValues(a: FactDefinition, b: FactDefinition): boolean {
  const [first, second] = [a, b].map(({ values }) => new Set((values ?? []).map(({ code }) => code)));
  return first?.size === second?.size && [...(first ?? [])].every((code) => second?.has(code));
}
