import { Points } from '../numbers/points';

/** A violated item that may be exclusive with others, by its place in the list of items. */
export interface Candidate {
  readonly index: number;
  readonly points: Points;
  readonly exclusiveWith: readonly number[];
}

/**
 * Of exclusive items violated together those count whose sum is highest; at a tie those listed first.
 * Scoring model, meaning 13.
 *
 * @param candidates the violated items, in the order of the rule set
 * @returns for each item that does not count the place of the one that took its place (the first listed that does)
 */
export function chooseExclusive(candidates: readonly Candidate[]): ReadonlyMap<number, number> {
  const byIndex = new Map(candidates.map((candidate) => [candidate.index, candidate]));
  const replaced = new Map<number, number>();
  const seen = new Set<number>();
  for (const candidate of candidates) {
    if (seen.has(candidate.index)) continue;
    const group = connected(candidate, byIndex, seen);
    if (group.length === 1) continue;
    const winners = new Set(bestChoice(group));
    for (const loser of group) {
      if (winners.has(loser.index)) continue;
      const rivals = loser.exclusiveWith.filter((index) => winners.has(index));
      replaced.set(loser.index, Math.min(...rivals));
    }
  }
  return replaced;
}

/** The violated items that hang together by exclusion, in the order of the rule set. */
function connected(start: Candidate, byIndex: ReadonlyMap<number, Candidate>, seen: Set<number>): Candidate[] {
  const group: Candidate[] = [];
  const waiting = [start];
  seen.add(start.index);
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    group.push(next);
    for (const index of next.exclusiveWith) {
      const neighbour = byIndex.get(index);
      if (neighbour === undefined || seen.has(index)) continue;
      seen.add(index);
      waiting.push(neighbour);
    }
  }
  return group.sort((a, b) => a.index - b.index);
}

/** Tries every choice, those with the items listed first at the front, so that the first best one settles ties. */
function bestChoice(group: readonly Candidate[]): readonly number[] {
  let best: readonly number[] = [];
  let bestSum = -1;
  const tryFrom = (place: number, chosen: readonly number[], sum: number, left: number): void => {
    if (sum + left <= bestSum) return;
    const candidate = group[place];
    if (candidate === undefined) {
      [best, bestSum] = [chosen, sum];
      return;
    }
    const rest = left - candidate.points;
    if (!chosen.some((index) => candidate.exclusiveWith.includes(index))) {
      tryFrom(place + 1, [...chosen, candidate.index], sum + candidate.points, rest);
    }
    tryFrom(place + 1, chosen, sum, rest);
  };
  const all = group.reduce((sum, { points }) => sum + points, 0);
  tryFrom(0, [], 0, all);
  return best;
}
