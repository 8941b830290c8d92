import { pointer, Problem } from '../../problems/problem';
import { LegalSource, RuleSet } from '../rule-set.types';
import { checkDay } from './days';

/** The days of the cited documents exist, and a document ceases to be in force after it came into force. */
export function checkSources({ sources }: RuleSet): Problem[] {
  return sources.flatMap((source, index) => checkSource(source, pointer('/sources', index)));
}

function checkSource({ inForceFrom: from, inForceTo: to }: LegalSource, path: string): Problem[] {
  const toPath = pointer(path, 'inForceTo');
  const days = [...checkDay(from, pointer(path, 'inForceFrom')), ...checkDay(to, toPath)];
  if (days.length > 0 || from === undefined || to === undefined || from < to) return days;
  return [{ code: 'period_reversed', path: toPath, value: to, params: { from } }];
}
