import { Facts } from '../facts/read-facts';
import { addPoints, NO_POINTS, Points } from '../numbers/points';
import { ItemPair } from './points-question';
import { Versions } from './version';
import { violatingFacts } from './violating-facts';

/** Items of the old version that one inspection can find violated together, to carry points into a history. */
export interface Carrier {
  readonly items: readonly string[];
  readonly facts: Facts;
  /** What they cost together in the old and the new version. */
  readonly points: { readonly old: Points; readonly new: Points };
}

/** Most items of one carrier. */
const MOST_ITEMS = 6;

/**
 * One carrier for each item that both versions can find violated. Where there are such that cost the same in both, only
 * those: no other change shows through them. Items that are exclusive with none come first.
 */
export function singleCarriers(versions: Versions, pairs: readonly ItemPair[]): readonly Carrier[] {
  const found = pairs.flatMap(({ old, new: fresh }) => {
    if (old === undefined || fresh === undefined || old.item.code !== fresh.item.code) return [];
    const carried = violatingFacts(versions, old, fresh);
    if (carried === undefined || carried.points.old === NO_POINTS || carried.points.new === NO_POINTS) return [];
    const { facts, points } = carried;
    const alone = old.exclusiveWith.length === 0 && fresh.exclusiveWith.length === 0;
    return [{ carrier: { items: [old.item.code], facts, points }, alone, alike: points.old === points.new }];
  });
  const alike = found.filter((one) => one.alike);
  return (alike.length > 0 ? alike : found)
    .toSorted((a, b) => Number(b.alone) - Number(a.alone))
    .map(({ carrier }) => carrier);
}

/** For every sum of points that some of the items can come to together, the fewest of them that do. */
export function carriersBySum(singles: readonly Carrier[]): readonly Carrier[] {
  const best = new Map<number, Carrier>();
  for (const single of singles) {
    for (const known of [NOTHING, ...best.values()]) {
      const carrier = known.items.length < MOST_ITEMS ? together(known, single) : undefined;
      if (carrier === undefined) continue;
      const other = best.get(carrier.points.old);
      if (other === undefined || carrier.items.length < other.items.length) best.set(carrier.points.old, carrier);
    }
  }
  return [...best.values()].toSorted((a, b) => a.items.length - b.items.length || a.points.old - b.points.old);
}

const NOTHING: Carrier = { items: [], facts: new Map(), points: { old: NO_POINTS, new: NO_POINTS } };

/** Undefined where the two ask for different values of one fact. */
function together(a: Carrier, b: Carrier): Carrier | undefined {
  for (const [path, value] of b.facts) {
    const other = a.facts.get(path);
    if (other !== undefined && JSON.stringify(other) !== JSON.stringify(value)) return undefined;
  }
  return {
    items: [...a.items, ...b.items],
    facts: new Map([...a.facts, ...b.facts]),
    points: { old: addPoints(a.points.old, b.points.old), new: addPoints(a.points.new, b.points.new) },
  };
}
