/** A pair of entries of two lists; one of them absent where it has no counterpart. */
export interface Pair<T> {
  readonly old?: { readonly value: T; readonly place: number };
  readonly new?: { readonly value: T; readonly place: number };
}

/**
 * Pairs the entries of two lists that have no codes: equal ones in their order, as many as can be, and between them what
 * is left, one after the other, the like with the like.
 *
 * @param same what makes two entries equal
 * @param like what makes two unequal ones counterparts
 */
export function align<T>(
  olds: readonly T[],
  news: readonly T[],
  same: (value: T) => string,
  like: (value: T) => string,
): readonly Pair<T>[] {
  const anchors = commonPlaces(olds.map(same), news.map(same));
  const pairs: Pair<T>[] = [];
  let [oldFrom, newFrom] = [0, 0];
  for (const [oldTo, newTo] of [...anchors, [olds.length, news.length] as const]) {
    pairs.push(...pairRest(entries(olds, oldFrom, oldTo), entries(news, newFrom, newTo), like));
    if (oldTo < olds.length) pairs.push({ old: entry(olds, oldTo), new: entry(news, newTo) });
    [oldFrom, newFrom] = [oldTo + 1, newTo + 1];
  }
  return pairs;
}

/** The places of a longest common subsequence. */
export function commonPlaces(olds: readonly string[], news: readonly string[]): readonly (readonly [number, number])[] {
  const length = olds.map(() => news.map(() => 0));
  const at = (i: number, j: number): number => length[i]?.[j] ?? 0;
  for (let i = olds.length - 1; i >= 0; i--) {
    for (let j = news.length - 1; j >= 0; j--) {
      const row = length[i] as number[];
      row[j] = olds[i] === news[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const places: (readonly [number, number])[] = [];
  for (let i = 0, j = 0; i < olds.length && j < news.length;) {
    if (olds[i] === news[j]) places.push([i++, j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  return places;
}

interface Entry<T> {
  readonly value: T;
  readonly place: number;
}

const entry = <T>(list: readonly T[], place: number): Entry<T> => ({ value: list[place] as T, place });

function entries<T>(list: readonly T[], from: number, to: number): readonly Entry<T>[] {
  return list.slice(from, to).map((value, place) => ({ value, place: from + place }));
}

function pairRest<T>(
  olds: readonly Entry<T>[],
  news: readonly Entry<T>[],
  like: (value: T) => string,
): readonly Pair<T>[] {
  const waiting = [...news];
  const matched = olds.map((old): Pair<T> => {
    const place = waiting.findIndex(({ value }) => like(value) === like(old.value));
    const [counterpart] = place === -1 ? [] : waiting.splice(place, 1);
    return counterpart === undefined ? { old } : { old, new: counterpart };
  });
  return [...matched, ...waiting.map((one): Pair<T> => ({ new: one }))];
}
