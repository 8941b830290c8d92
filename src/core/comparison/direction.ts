import { Direction } from './comparison.types';

/** The direction where somewhere more, or somewhere fewer points were found. */
export function directionOf(more: boolean, fewer: boolean): Direction {
  if (more) return fewer ? 'mixed' : 'stricter';
  return fewer ? 'milder' : 'none';
}

/** The direction of several changes together: what is stricter here and milder there is mixed. */
export function joinDirections(directions: readonly Direction[]): Direction {
  const has = (direction: Direction): boolean => directions.includes(direction);
  const joined = directionOf(has('stricter') || has('mixed'), has('milder') || has('mixed'));
  return joined !== 'mixed' && has('undetermined') ? 'undetermined' : joined;
}
