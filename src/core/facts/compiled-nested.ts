import { pointer, Problem } from '../problems/problem';

/** Puts the facts it finds in nested ones into their slots; where a group should be and is none, that is a problem. */
export type ReadNested = (facts: unknown, into: unknown[], problems: Problem[]) => void;

/** What is left of a path below a group, and the slot of its fact. */
interface Place {
  readonly path: string;
  readonly slot: number;
}

/** Only own properties are facts; JSON has no others but for the names that every object inherits. */
const INHERITED: ReadonlySet<string> = new Set(Object.getOwnPropertyNames(Object.prototype));

/** Compiles a reader of nested facts: each goes to the slot that is the place of its path in the list. */
export function compileNestedReader(paths: readonly string[]): ReadNested {
  const read = compileGroup(
    paths.map((path, slot) => ({ path, slot })),
    '',
  );
  return (facts, into, problems) => {
    // A group may be absent, the facts as a whole may not.
    if (facts === null || facts === undefined) problems.push({ code: 'facts_not_an_object', path: '', value: facts });
    else read(facts, into, problems);
  };
}

function compileGroup(places: readonly Place[], at: string): ReadNested {
  const names = new Map<string, Place[]>();
  for (const { path, slot } of places) {
    const [name = '', ...rest] = path.split('.');
    names.set(name, [...(names.get(name) ?? []), { path: rest.join('.'), slot }]);
  }
  const readers = [...names].map(([name, inner]) => compileProperty(name, inner, pointer(at, name)));
  return (group, into, problems) => {
    if (typeof group !== 'object' || Array.isArray(group)) {
      problems.push({ code: 'facts_not_an_object', path: at, value: group });
      return;
    }
    for (const read of readers) read(group, into, problems);
  };
}

/** Reads one property of a group: a fact, or a group in turn. */
function compileProperty(name: string, places: readonly Place[], at: string): ReadNested {
  const of = (group: unknown): unknown => (group as Readonly<Record<string, unknown>>)[name];
  const value = INHERITED.has(name)
    ? (group: unknown) => (Object.hasOwn(group as object, name) ? of(group) : undefined)
    : of;
  const [first] = places;
  if (first?.path === '') {
    const { slot } = first;
    return (group, into) => {
      into[slot] = value(group);
    };
  }
  const read = compileGroup(places, at);
  return (group, into, problems) => {
    const inner = value(group);
    if (inner !== undefined && inner !== null) read(inner, into, problems);
  };
}
