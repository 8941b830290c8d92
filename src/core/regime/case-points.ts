import { CivilDate, daysBetween, plusDays } from '../dates/civil-date';
import { NO_POINTS, Points, toPoints } from '../numbers/points';
import { Context } from './context.types';
import { Entry } from './entry.types';
import { pointsOf } from './formula';
import { dateOf, holds } from './test';

/** The points of a case before multipliers: of the whole, or for each day of a continued violation (P2). */
export type CasePoints =
  | { readonly whole: Points }
  | { readonly perDay: Points; readonly first: CivilDate; readonly days: number; readonly most?: Points };

/** Variants first: of those that hold the highest takes the place of the points. Then the cap of the item. */
export function casePoints(entry: Entry, context: Context, asOf: CivilDate): CasePoints {
  const { points, variants, cap } = entry.item;
  const capped = (value: Points): Points => (cap === undefined ? value : (Math.min(value, toPoints(cap)) as Points));
  const holding = variants.filter(({ when }) => holds(when, context)).map((variant) => variant.points);
  if (holding.length > 0) return { whole: capped(toPoints(Math.max(...holding))) };
  if (points === undefined) return { whole: capped(toPoints(entry.finding?.points ?? 0)) };
  if (typeof points === 'number') return { whole: capped(toPoints(points)) };
  if ('formula' in points) return { whole: capped(pointsOf(points.formula, points.rounding, context)) };
  if (!('perDay' in points)) return { whole: capped(toPoints(entry.chosen ?? 0)) };
  const first = entry.dates.get(points.from);
  if (first === undefined || first > asOf) return { whole: NO_POINTS };
  // As of a day on which the end has not come the violation still goes on, that day included.
  const ended = dateOf(points.to, { ...context, today: asOf });
  const beyond = ended === undefined ? plusDays(asOf, 1) : points.includesLast === true ? plusDays(ended, 1) : ended;
  return {
    perDay: toPoints(points.perDay),
    first,
    days: Math.max(0, daysBetween(first, beyond)),
    ...(cap === undefined ? {} : { most: toPoints(cap) }),
  };
}
