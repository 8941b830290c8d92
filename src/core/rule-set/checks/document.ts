import { isTimeZone } from '../../dates/instant';
import { Problem } from '../../problems/problem';
import { RuleSet } from '../rule-set.types';

/** What stands at the head of a rule set: its time zone, its notice, its transition rule. */
export function checkHead({ timeZone, status, notice, transition }: RuleSet): Problem[] {
  const problems: Problem[] = [];
  if (!isTimeZone(timeZone)) problems.push({ code: 'unknown_time_zone', path: '/timeZone', value: timeZone });
  if (status === 'reference_draft' && notice === undefined) {
    problems.push({ code: 'notice_missing', path: '/notice' });
  }
  const runningCycle = transition?.runningCycle ?? 'keep';
  if (runningCycle !== 'keep') {
    // The format knows the others; taking them for 'keep' would silently give another total.
    const params = { supported: 'keep' };
    problems.push({ code: 'not_supported', path: '/transition/runningCycle', value: runningCycle, params });
  }
  return problems;
}
