import { Facts } from '../facts/read-facts';
import { FactValue } from '../rule-set/rule-set.types';
import { FactDomain } from './fact-domain';
import { seededRandom } from './seeded-random';

/** How far a search goes. The same limits give the same search. */
export interface SearchLimits {
  /** Largest number of choices that are all tried; above it, a sample is. */
  readonly whole: number;
  /** Size of the sample. */
  readonly tries: number;
  readonly seed: number;
}

export const SEARCH_LIMITS: SearchLimits = { whole: 50_000, tries: 10_000, seed: 1 };

/** How far a search went. */
export interface SearchExtent {
  /** How many choices were tried. */
  readonly tried: number;
  /** Whether what was not found does not exist: every choice was tried, and the choices decide every comparison. */
  readonly whole: boolean;
}

/**
 * Shows choices of facts to a visitor, until it has seen enough and answers true. The first facts change last, so the
 * choices come from the least values up.
 *
 * @param visit is given base facts, which it must copy to keep
 */
export function searchDomain(
  domain: FactDomain,
  visit: (facts: Facts) => boolean,
  limits: SearchLimits = SEARCH_LIMITS,
): SearchExtent {
  if (domain.size > limits.whole) return { tried: sample(domain, visit, limits), whole: false };
  const { tried, ended } = enumerate(domain, visit);
  return { tried, whole: ended && domain.decisive };
}

function enumerate(
  { facts, size }: FactDomain,
  visit: (facts: Facts) => boolean,
): { readonly tried: number; readonly ended: boolean } {
  if (size === 0) return { tried: 0, ended: true };
  const chosen = new Map<string, FactValue>();
  const places = facts.map(() => 0);
  facts.forEach(({ path, values }) => choose(chosen, path, values[0]));
  for (let tried = 1; ; tried++) {
    if (visit(chosen)) return { tried, ended: tried === size };
    let moving = facts.length - 1;
    for (; moving >= 0; moving--) {
      const { path, values } = facts[moving] as FactDomain['facts'][number];
      const next = ((places[moving] as number) + 1) % values.length;
      places[moving] = next;
      choose(chosen, path, values[next]);
      if (next > 0) break;
    }
    if (moving < 0) return { tried, ended: true };
  }
}

function sample({ facts }: FactDomain, visit: (facts: Facts) => boolean, { tries, seed }: SearchLimits): number {
  const random = seededRandom(seed);
  const chosen = new Map<string, FactValue>();
  for (let tried = 1; tried <= tries; tried++) {
    for (const { path, values } of facts) choose(chosen, path, values[random(values.length)]);
    if (visit(chosen)) return tried;
  }
  return tries;
}

function choose(chosen: Map<string, FactValue>, path: string, value: FactValue | undefined): void {
  if (value === undefined) chosen.delete(path);
  else chosen.set(path, value);
}
