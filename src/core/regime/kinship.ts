import { Kinship } from '../rule-set/regime.types';
import { Entry } from './entry.types';

/** What two entries share when they are of one kind; entries without a category are each of the kind of their item. */
export function kinOf({ item }: Entry, same: Kinship): string {
  if (same === 'any') return '';
  return same === 'category' && item.category !== undefined ? `category ${item.category}` : `item ${item.code}`;
}

/** Whether a gate, multiplier or concurrency rule is for the item of an entry. */
export function isFor({ items }: { readonly items?: readonly string[] }, { item }: Entry): boolean {
  return items === undefined || items.includes(item.code);
}
