import { InspectionScore, ItemScore } from '../core';

/** An item's score as it is kept: without its trace, which is made anew from facts and version when it is asked for. */
export type KeptItem = Omit<ItemScore, 'trace'>;

/** A score as it is kept with its inspection. */
export type InspectionResult = Omit<InspectionScore, 'items' | 'ruleSet'> & { readonly items: readonly KeptItem[] };

export function keptResult({ points, pointsRange, complete, items }: InspectionScore): InspectionResult {
  return { points, pointsRange, complete, items: items.map(({ trace: _, ...kept }) => kept) };
}
