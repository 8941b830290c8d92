import { Facts } from '../facts/read-facts';
import { FactValue } from '../rule-set/rule-set.types';
import { FactDomain } from './fact-domain';

export interface SmallestFacts {
  /** The fewest facts found for which the test holds, all others absent. */
  readonly facts?: Facts;
  readonly tried: number;
}

/** Most choices that are tried. */
const MOST_TRIES = 20_000;

/**
 * Tries ever more facts at a time, all others absent, until the test holds: none of fewer facts passes it, and of as
 * many the one with the first facts and the least values comes first. Meant for tests that hold, once they do, whatever
 * the absent facts may be.
 *
 * @param test is given base facts, which it must copy to keep
 */
export function smallestFacts(
  { facts }: FactDomain,
  test: (facts: Facts) => boolean,
  most: number = MOST_TRIES,
): SmallestFacts {
  const chosen = new Map<string, FactValue>();
  let tried = 0;
  const choose = (from: number, missing: number): boolean => {
    if (missing === 0) {
      tried++;
      return test(chosen);
    }
    for (let place = from; place <= facts.length - missing; place++) {
      const { path, values } = facts[place] as FactDomain['facts'][number];
      for (const value of values) {
        if (tried >= most) return false;
        if (value === undefined) continue;
        chosen.set(path, value);
        if (choose(place + 1, missing - 1)) return true;
      }
      chosen.delete(path);
    }
    return false;
  };
  for (let count = 0; count <= facts.length && tried < most; count++) {
    if (choose(0, count)) return { facts: new Map(chosen), tried };
  }
  return { tried };
}

/** Leaves out, one after the other, every fact without which the test still holds. */
export function leaveOutIdle(facts: Facts, test: (facts: Facts) => boolean): Facts {
  const left = new Map(facts);
  for (const [path, value] of facts) {
    left.delete(path);
    if (!test(left)) left.set(path, value);
  }
  // In the order they were given in.
  return new Map([...facts].filter(([path]) => left.has(path)));
}
