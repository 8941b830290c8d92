import { pointer, Problem } from '../../problems/problem';
import { Item, RuleSet } from '../rule-set.types';

/** Largest group of items connected by exclusion: which of them count is chosen exactly, over all their subsets. */
export const MAX_EXCLUSIVE_GROUP = 16;

/** Exclusion names other items of the rule set, is mutual, and forms groups small enough to choose from exactly. */
export function checkExclusiveItems({ items }: RuleSet): Problem[] {
  const byCode = new Map(items.map((item) => [item.code, item]));
  const links = items.flatMap((item, index) =>
    (item.exclusiveWith ?? []).flatMap((code, n) =>
      checkLink(item, code, byCode, pointer('/items', index, 'exclusiveWith', n)),
    ),
  );
  return links.length > 0 ? links : checkGroups(items, byCode);
}

function checkLink(item: Item, code: string, items: ReadonlyMap<string, Item>, path: string): Problem[] {
  const other = items.get(code);
  if (other === undefined) return [{ code: 'unknown_item', path, value: code }];
  if (code === item.code) return [{ code: 'exclusive_with_itself', path, value: code }];
  if (other.exclusiveWith?.includes(item.code) === true) return [];
  return [{ code: 'exclusive_one_sided', path, value: code, params: { item: item.code, other: code } }];
}

/** All links are mutual here, so a group can be followed from any of its items. */
function checkGroups(items: readonly Item[], byCode: ReadonlyMap<string, Item>): Problem[] {
  const seen = new Set<string>();
  return items.flatMap((item, index): Problem[] => {
    if (seen.has(item.code)) return [];
    const group = new Set([item.code]);
    // A set is walked in insertion order, entries added on the way included.
    for (const code of group) byCode.get(code)?.exclusiveWith?.forEach((next) => group.add(next));
    group.forEach((code) => seen.add(code));
    if (group.size <= MAX_EXCLUSIVE_GROUP) return [];
    const params = { size: group.size, limit: MAX_EXCLUSIVE_GROUP, items: [...group].join(', ') };
    const path = pointer('/items', index, 'exclusiveWith');
    return [{ code: 'exclusive_group_too_large', path, value: item.exclusiveWith, params }];
  });
}
