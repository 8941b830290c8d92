import { fromPoints, Points, toPoints } from '../numbers/points';
import { Band, Score } from '../rule-set/regime.types';

/** Floor and ceiling come last, and forget what they cut off (P9; scoring model, meaning 7). */
export function withinBounds({ floor, ceiling }: Pick<Score, 'floor' | 'ceiling'>, points: Points): Points {
  const raised = floor === undefined ? points : Math.max(points, toPoints(floor));
  return (ceiling === undefined ? raised : Math.min(raised, toPoints(ceiling))) as Points;
}

/** The band a value lies in: each reaches from its own edge to just below the next, without gaps (meaning 9). */
export function bandOf(bands: readonly Band[] | undefined, points: Points): Band | undefined {
  return bands?.filter(({ from }) => from === undefined || fromPoints(points) >= from).at(-1);
}
