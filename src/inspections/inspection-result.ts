import { InspectionDecision } from '../core';

/** A score as it is kept with its inspection: its explanation is made anew from facts and version when it is asked for. */
export type InspectionResult = Omit<InspectionDecision, 'ruleSet'>;

export function keptResult({ points, pointsRange, complete, items }: InspectionDecision): InspectionResult {
  return { points, pointsRange, complete, items };
}
