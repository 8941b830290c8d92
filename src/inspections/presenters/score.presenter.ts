import { InspectionScore, ItemDecision } from '../../core';

/** An item as it goes out, with null where nothing took its place. */
export function presentItem({ item, outcome, points, ownPoints, replacedBy, missingFacts }: ItemDecision) {
  return { item, outcome, points, ownPoints, replacedBy: replacedBy ?? null, missingFacts };
}

/** A score as it goes out, every item explained. */
export function presentScore({ points, pointsRange, complete, items }: InspectionScore) {
  return {
    points,
    pointsRange,
    complete,
    items: items.map((item) => ({ ...presentItem(item), trace: item.trace })),
  };
}
