import { isJsonObject } from './json';

/** The problems in the order in which a reader of the document meets them; a missing property comes last in its object. */
export function inDocumentOrder<P extends { readonly path: string }>(problems: readonly P[], document: unknown): P[] {
  const keyOrder = new Map<object, ReadonlyMap<string, number>>();
  const placed = problems.map((problem) => ({ problem, place: placeOf(problem.path, document, keyOrder) }));
  return placed.sort((a, b) => comparePlaces(a.place, b.place)).map(({ problem }) => problem);
}

/** The positions of the tokens of a JSON pointer within their parents. */
function placeOf(path: string, document: unknown, keyOrder: Map<object, ReadonlyMap<string, number>>): number[] {
  const place: number[] = [];
  let node = document;
  for (const token of path.split('/').slice(1)) {
    const key = token.replace(/~1/g, '/').replace(/~0/g, '~');
    if (Array.isArray(node)) {
      place.push(Number(key));
      node = node[Number(key)] as unknown;
    } else if (isJsonObject(node)) {
      const order = keyOrder.get(node) ?? new Map(Object.keys(node).map((name, index) => [name, index]));
      keyOrder.set(node, order);
      place.push(order.get(key) ?? order.size);
      node = order.has(key) ? node[key] : undefined;
    }
  }
  return place;
}

function comparePlaces(a: readonly number[], b: readonly number[]): number {
  for (let index = 0; index < Math.min(a.length, b.length); index++) {
    const difference = (a[index] ?? 0) - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}
