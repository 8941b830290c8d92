import { pointer } from '../problems/problem';
import { canonicalJson } from '../rule-set/identity';
import { isJsonObject, JsonObject } from '../rule-set/json';
import { align, commonPlaces } from './align';

/** Where two documents differ. */
export interface Difference {
  readonly kind: 'added' | 'removed' | 'changed' | 'reordered';
  /** Entries of lists are named by their codes, and by their place where they have none. */
  readonly path: string;
  readonly oldPath: string | null;
  readonly newPath: string | null;
  readonly old: unknown;
  readonly new: unknown;
}

/** A place in both documents. */
export interface Place {
  readonly path: string;
  readonly oldPath: string;
  readonly newPath: string;
}

export const TOP: Place = { path: '', oldPath: '', newPath: '' };

/** The names of properties whose values are one thing, told as a whole. */
const WHOLE = new Set(['appliesWhen', 'condition', 'when', 'expression', 'deadline', 'anchor']);

const CITATION = /\/legalBasis\/\d+$/;

/** Properties that are only there for what is in them: an absent one is as an empty one. */
const FRAMES = new Set(['clearing', 'carryOver', 'repeat', 'inspectors', 'transition']);

/** Whether two JSON values are the same. The order of properties makes no difference. */
export function sameJson(a: unknown, b: unknown): boolean {
  if (a === undefined || b === undefined) return a === b;
  return a === b || canonicalJson(a) === canonicalJson(b);
}

/**
 * Every difference between two JSON values, wherever it lies: nothing is passed over because it is not known. Entries of
 * lists are matched by their `code` or `path`, and in their order where they have neither.
 */
export function diffTrees(old: unknown, fresh: unknown, place: Place): readonly Difference[] {
  if (sameJson(old, fresh)) return [];
  if (isJsonObject(old) && isJsonObject(fresh) && !isWhole(old, fresh, place)) return diffObjects(old, fresh, place);
  if (isListOfObjects(old) && isListOfObjects(fresh)) return diffLists(old, fresh, place);
  return [{ ...difference('changed', place), old: old ?? null, new: fresh ?? null }];
}

function isListOfObjects(value: unknown): value is readonly JsonObject[] {
  return Array.isArray(value) && value.every(isJsonObject);
}

/** The code by which an entry of a list is known. */
export function keyOf(entry: JsonObject): string | undefined {
  const key = entry['code'] ?? entry['path'];
  return typeof key === 'string' ? key : undefined;
}

export function inner(place: Place, token: string | number, oldToken = token, newToken = token): Place {
  return {
    path: pointer(place.path, token),
    oldPath: pointer(place.oldPath, oldToken),
    newPath: pointer(place.newPath, newToken),
  };
}

export function added(place: Place, value: unknown): Difference {
  return { ...difference('added', place), oldPath: null, old: null, new: value };
}

export function removed(place: Place, value: unknown): Difference {
  return { ...difference('removed', place), newPath: null, old: value, new: null };
}

const difference = (kind: Difference['kind'], place: Place): Place & Pick<Difference, 'kind'> => ({ kind, ...place });

function isWhole(old: JsonObject, fresh: JsonObject, { path }: Place): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return WHOLE.has(name) || CITATION.test(path) || [old, fresh].some((value) => Object.hasOwn(value, 'zh-CN'));
}

function diffObjects(old: JsonObject, fresh: JsonObject, place: Place): readonly Difference[] {
  return [...new Set([...Object.keys(old), ...Object.keys(fresh)])].flatMap((name) => {
    const at = inner(place, name);
    if (FRAMES.has(name)) return diffTrees(old[name] ?? {}, fresh[name] ?? {}, at);
    if (!Object.hasOwn(fresh, name)) return [removed(at, old[name])];
    if (!Object.hasOwn(old, name)) return [added(at, fresh[name])];
    return diffTrees(old[name], fresh[name], at);
  });
}

function diffLists(old: readonly JsonObject[], fresh: readonly JsonObject[], place: Place): readonly Difference[] {
  const [oldKeys, newKeys] = [keysOf(old), keysOf(fresh)];
  return oldKeys === undefined || newKeys === undefined
    ? diffInOrder(old, fresh, place)
    : diffKeyed(old, fresh, oldKeys, newKeys, place);
}

/** The keys of all entries; undefined where one has none, or two share one. */
function keysOf(list: readonly JsonObject[]): readonly string[] | undefined {
  const keys = list.flatMap((entry) => keyOf(entry) ?? []);
  return keys.length === list.length && new Set(keys).size === keys.length ? keys : undefined;
}

function diffKeyed(
  old: readonly JsonObject[],
  fresh: readonly JsonObject[],
  oldKeys: readonly string[],
  newKeys: readonly string[],
  place: Place,
): readonly Difference[] {
  const oldPlaces = new Map(oldKeys.map((key, index) => [key, index]));
  const newPlaces = new Map(newKeys.map((key, index) => [key, index]));
  const gone = oldKeys.flatMap((key, index) =>
    newPlaces.has(key) ? [] : [removed(inner(place, key, index, index), old[index])],
  );
  const kept = newKeys.flatMap((key, index) => {
    const before = oldPlaces.get(key);
    if (before === undefined) return [added(inner(place, key, index, index), fresh[index])];
    return diffTrees(old[before], fresh[index], inner(place, key, before, index));
  });
  return [...reordered(oldKeys, newKeys, place), ...kept, ...gone];
}

/** Those that both lists have, where they stand in another order. */
function reordered(oldKeys: readonly string[], newKeys: readonly string[], place: Place): readonly Difference[] {
  const [before, after] = [common(oldKeys, newKeys), common(newKeys, oldKeys)];
  return sameJson(before, after) ? [] : [{ ...difference('reordered', place), old: before, new: after }];
}

const common = (keys: readonly string[], others: readonly string[]): readonly string[] => {
  const known = new Set(others);
  return keys.filter((key) => known.has(key));
};

/** Those of a list that do not keep their place among the others when the list is put in the order of another. */
export function movedKeys(oldKeys: readonly string[], newKeys: readonly string[]): ReadonlySet<string> {
  const [before, after] = [common(oldKeys, newKeys), common(newKeys, oldKeys)];
  const staying = new Set(commonPlaces(before, after).map(([place]) => before[place]));
  return new Set(after.filter((key) => !staying.has(key)));
}

function diffInOrder(old: readonly JsonObject[], fresh: readonly JsonObject[], place: Place): readonly Difference[] {
  return align(old, fresh, canonicalJson, likenessOf).flatMap((pair) => {
    if (pair.old === undefined)
      return pair.new === undefined ? [] : [added(inner(place, pair.new.place), pair.new.value)];
    if (pair.new === undefined) return [removed(inner(place, pair.old.place), pair.old.value)];
    return diffTrees(pair.old.value, pair.new.value, inner(place, pair.new.place, pair.old.place));
  });
}

/** Two citations of one source, or two entries with the same properties, are counterparts. */
function likenessOf(entry: JsonObject): string {
  const { source, type } = entry;
  return canonicalJson([
    source ?? type ?? null,
    Object.keys(entry)
      .filter((name) => name !== 'note')
      .sort(),
  ]);
}
