import { NestedFacts } from './put-fact';

/** Two sets of nested facts as one, those of the second first. Changes neither; what only one of them has is shared. */
export function mergeFacts(facts: Readonly<NestedFacts>, others: Readonly<NestedFacts>): Readonly<NestedFacts> {
  const merged: NestedFacts = { ...facts };
  for (const [key, value] of Object.entries(others)) {
    const own = facts[key];
    merged[key] = isGroup(own) && isGroup(value) ? mergeFacts(own, value) : value;
  }
  return merged;
}

function isGroup(value: unknown): value is Readonly<NestedFacts> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
