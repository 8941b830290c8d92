import { CompiledItem } from '../rule-set/compile';
import { movedKeys, sameJson } from './diff-trees';
import { ItemPair } from './points-question';
import { Versions } from './version';

/** An item of either version with its counterpart in the other. */
export interface MatchedItem extends ItemPair {
  readonly status: 'added' | 'removed' | 'renumbered' | 'moved' | 'kept';
}

/**
 * Matches the items of two versions by their codes. Where an item of some code is gone and one of another code says the
 * same, it was only renumbered. In the order of the new version; those removed come last.
 */
export function matchItems({ old, new: fresh }: Versions): readonly MatchedItem[] {
  const [olds, news] = [old.compiled.items, fresh.compiled.items];
  const newCodes = new Set(news.map(codeOf));
  const byCode = new Map(olds.map((item) => [codeOf(item), item]));
  const gone = olds.filter((item) => !newCodes.has(codeOf(item)));
  const counterparts = news.map((item): ItemPair & { readonly new: CompiledItem } => {
    const known = byCode.get(codeOf(item));
    const place = known === undefined ? gone.findIndex((one) => saysTheSame(one, item)) : -1;
    return { old: known ?? (place === -1 ? undefined : gone.splice(place, 1)[0]), new: item };
  });
  const before = new Map(
    counterparts.flatMap((pair) => (pair.old === undefined ? [] : [[pair.old, codeOf(pair.new)] as const])),
  );
  const moved = movedKeys(
    olds.flatMap((item) => before.get(item) ?? []),
    news.map(codeOf),
  );
  return [
    ...counterparts.map((pair): MatchedItem => ({ ...pair, status: statusOf(pair, moved) })),
    ...gone.map((item): MatchedItem => ({ old: item, new: undefined, status: 'removed' })),
  ];
}

/** The new code of every item of the old version that has one. */
export function newCodes(matched: readonly MatchedItem[]): ReadonlyMap<string, string> {
  return new Map(
    matched.flatMap((pair) =>
      pair.old === undefined || pair.new === undefined ? [] : [[codeOf(pair.old), codeOf(pair.new)] as const],
    ),
  );
}

export const codeOf = ({ item }: CompiledItem): string => item.code;

function statusOf(pair: ItemPair & { readonly new: CompiledItem }, moved: ReadonlySet<string>): MatchedItem['status'] {
  if (pair.old === undefined) return 'added';
  if (codeOf(pair.old) !== codeOf(pair.new)) return 'renumbered';
  return moved.has(codeOf(pair.new)) ? 'moved' : 'kept';
}

/** Whether two items are the same but for their codes, and the codes of others that they name. */
function saysTheSame(a: CompiledItem, b: CompiledItem): boolean {
  const content = ({ item }: CompiledItem): object => ({ ...item, code: '', exclusiveWith: [] });
  return sameJson(content(a), content(b));
}
