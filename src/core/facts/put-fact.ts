/** Facts nested by their paths, still being put together. */
export type NestedFacts = Record<string, unknown>;

/** Puts a value at a fact's path, making the groups on the way; undefined removes what is there. Changes `facts`. */
export function putFact(facts: NestedFacts, path: string, value: unknown): void {
  put(facts, path.split('.'), value);
}

function put(facts: NestedFacts, path: readonly string[], value: unknown): void {
  const [name, ...rest] = path;
  if (name === undefined) return;
  if (rest.length === 0) {
    if (value === undefined) delete facts[name];
    else facts[name] = value;
    return;
  }
  const inner = Object.hasOwn(facts, name) ? facts[name] : undefined;
  const group: NestedFacts = typeof inner === 'object' && inner !== null ? (inner as NestedFacts) : {};
  facts[name] = group;
  put(group, rest, value);
}
