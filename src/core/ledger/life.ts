import { CivilDate } from '../dates/civil-date';
import { Accumulation } from '../rule-set/rule-set.types';
import { cycleOf } from './cycle';
import { Finding, Rectification } from './finding';

/** What has become of a posting by a day, and why. */
export type Life =
  | { readonly state: 'current'; readonly reason: 'cycle_running' }
  | { readonly state: 'carried'; readonly reason: CarriedReason }
  | { readonly state: 'cleared'; readonly reason: ClearedReason; readonly clearedOn: CivilDate };

export type CarriedReason = 'not_passed' | 'rectified_late' | 'rectified_after_cycle' | 'late_pass' | 'not_rectified';
export type ClearedReason = 'rectified_in_time' | 'late_pass_works_back' | 'late_deadline_met' | 'carried_then_passed';

/**
 * What has become of a posting by `asOf`, by the rules of the version that made it (scoring model P7; settings A2–A5).
 *
 * @param standing rectification by the records dated up to the as-of day
 * @param later rectification by all records known, of whatever day: a late pass works back (A5)
 */
export function lifeOf(finding: Finding, standing: Rectification, later: Rectification, asOf: CivilDate): Life {
  const { accumulation } = finding.inspection.rules.ruleSet;
  const end = cycleOf(finding.inspection.day, accumulation.cycle).to;
  const clearing = accumulation.clearing ?? {};
  const { passedOn } = standing;
  const onPassDay = clearing.when === 'pass_day' && passedOn !== undefined && inTime(standing) && passedOn < end;
  if (asOf < end) {
    if (!onPassDay) return { state: 'current', reason: 'cycle_running' };
    return { state: 'cleared', reason: 'rectified_in_time', clearedOn: passedOn };
  }
  const cleared = clearsAtEnd(later, end, clearing);
  if (cleared !== undefined) {
    return { state: 'cleared', reason: cleared, clearedOn: onPassDay ? passedOn : end };
  }
  const clearedOn = carriedClearsOn(standing, end, accumulation);
  if (clearedOn !== undefined && clearedOn <= asOf) {
    return { state: 'cleared', reason: 'carried_then_passed', clearedOn };
  }
  return { state: 'carried', reason: carriedReason(standing, end, clearing) };
}

const inTime = ({ completedOn, deadline }: Rectification): boolean =>
  completedOn !== undefined && completedOn <= deadline;

/** Whether a posting clears on the first day after its own cycle, and on what ground. */
function clearsAtEnd(
  rectification: Rectification,
  end: CivilDate,
  clearing: NonNullable<Accumulation['clearing']>,
): ClearedReason | undefined {
  const { completedOn, passedOn, deadline } = rectification;
  if (completedOn === undefined || passedOn === undefined || !inTime(rectification)) return undefined;
  if (completedOn < end) {
    if (passedOn < end) return 'rectified_in_time';
    return clearing.latePass === 'carry' ? undefined : 'late_pass_works_back';
  }
  return clearing.deadlineAfterCycleDay === 'clear_if_met' && deadline >= end ? 'late_deadline_met' : undefined;
}

/** The day on which a carried posting clears; undefined while it does not. */
function carriedClearsOn(
  { passedOn }: Rectification,
  end: CivilDate,
  { carryOver, cycle }: Accumulation,
): CivilDate | undefined {
  const clears = carryOver?.clears ?? 'next_cycle_day';
  if (passedOn === undefined || clears === 'never') return undefined;
  if (clears === 'pass_day' && passedOn >= end) return passedOn;
  // The first cycle day after the posting's own before which it has passed.
  return cycleOf(passedOn < end ? end : passedOn, cycle).to;
}

function carriedReason(
  rectification: Rectification,
  end: CivilDate,
  clearing: NonNullable<Accumulation['clearing']>,
): CarriedReason {
  const { completedOn, passedOn } = rectification;
  if (completedOn === undefined) return 'not_rectified';
  if (!inTime(rectification)) return 'rectified_late';
  if (completedOn >= end) return 'rectified_after_cycle';
  return passedOn !== undefined && clearing.latePass === 'carry' ? 'late_pass' : 'not_passed';
}
