import { pointer, Problem } from '../problems/problem';
import { isJsonObject, JsonObject } from './json';

/** Deepest nesting of a condition; a condition without parts has depth 1. */
export const MAX_CONDITION_DEPTH = 10;

const MAX_PARTS = 64;
const GROUPS = ['all', 'any', 'not'] as const;
const LEAF_KEYS = ['fact', 'operator', 'value'];

type LeafCheck = (leaf: JsonObject, path: string) => Problem[];

/**
 * Checks the shape of one condition: every node is exactly one of `all`, `any`, `not` or a comparison, and has nothing
 * else. `checkLeaf` judges the three properties of a comparison.
 */
export function checkConditionShape(node: unknown, path: string, checkLeaf: LeafCheck, depth = 1): Problem[] {
  if (depth > MAX_CONDITION_DEPTH) {
    return [{ code: 'condition_too_deep', path, params: { limit: MAX_CONDITION_DEPTH } }];
  }
  if (!isJsonObject(node)) return [{ code: 'not_object', path, value: node }];
  const groups = GROUPS.filter((group) => Object.hasOwn(node, group));
  const [group, second] = groups;
  if (second !== undefined) return [{ code: 'condition_several', path, params: { keys: groups.join(', ') } }];
  if (group === undefined) return checkLeafShape(node, path, checkLeaf);
  const check = (part: unknown, at: string): Problem[] => checkConditionShape(part, at, checkLeaf, depth + 1);
  const parts = node[group];
  const at = pointer(path, group);
  return [...refusedKeys(node, [group], path), ...(group === 'not' ? check(parts, at) : checkParts(parts, at, check))];
}

function checkParts(parts: unknown, path: string, check: (part: unknown, at: string) => Problem[]): Problem[] {
  if (!Array.isArray(parts)) return [{ code: 'not_list', path, value: parts }];
  if (parts.length === 0) return [{ code: 'condition_empty', path, value: parts }];
  if (parts.length > MAX_PARTS) {
    return [{ code: 'list_too_long', path, value: parts.length, params: { limit: MAX_PARTS } }];
  }
  return parts.flatMap((part: unknown, index) => check(part, pointer(path, index)));
}

function checkLeafShape(node: JsonObject, path: string, checkLeaf: LeafCheck): Problem[] {
  const leaf = Object.fromEntries(Object.entries(node).filter(([key]) => LEAF_KEYS.includes(key)));
  if (Object.keys(leaf).length === 0) return [{ code: 'condition_form', path, value: node }];
  return [...refusedKeys(node, LEAF_KEYS, path), ...checkLeaf(leaf, path)];
}

/** Keys beside the allowed ones: json-rules-engine would read some of them (`path`, `params`, `priority` …). */
function refusedKeys(node: JsonObject, allowed: readonly string[], path: string): Problem[] {
  return Object.keys(node)
    .filter((key) => !allowed.includes(key))
    .map((key) => ({
      code: 'condition_key_refused',
      path: pointer(path, key),
      value: node[key],
      params: { property: key },
    }));
}
