import { FlatPlace, FlatStep } from './flat-history';
import { FlatRules } from './flat-rules';

/** What has become of putting a fault right; undefined days where it has not happened. */
export interface FlatRectification {
  deadline: number;
  completedOn: number | undefined;
  passedOn: number | undefined;
  /** Number of the record that passed it. */
  passedAt: number;
}

/** Takes a record about a finding into account, or leaves it without effect, as `applyToFinding` does. */
export function applyStep(rectification: FlatRectification, step: FlatStep): void {
  if (rectification.passedOn !== undefined) return;
  switch (step.type) {
    case 'rectification':
      rectification.completedOn ??= step.day;
      return;
    case 're_inspection':
      if (rectification.completedOn === undefined) return;
      if (step.passed) {
        rectification.passedOn = step.day;
        rectification.passedAt = step.number;
      } else rectification.completedOn = undefined;
      return;
    case 'extension':
      if (step.day > rectification.deadline || step.newDeadline <= rectification.deadline) return;
      rectification.deadline = step.newDeadline;
  }
}

/** Whether one place comes before another in the order in which records fold. */
export function isBefore(a: FlatPlace, day: number, number: number): boolean {
  return a.day < day || (a.day === day && a.number < number);
}

/** Whether a posting counts on a day, in the running cycle of its own or carried over, as `lifeOf` says. */
export type FlatState = 'current' | 'carried' | 'cleared';

/**
 * @param inspectedOn day of the inspection that found it
 * @param standing rectification by the records dated up to the as-of day
 * @param later rectification by all records, of whatever day
 */
export function flatState(
  rules: FlatRules,
  inspectedOn: number,
  standing: FlatRectification,
  later: FlatRectification,
  asOf: number,
): FlatState {
  const { clearing, carryOver } = rules.accumulation;
  const end = rules.cycleOf(inspectedOn).to;
  const { passedOn } = standing;
  if (asOf < end) {
    // Before the end of its own cycle only a pass clears, of what was put right in time, and only if passes clear at once.
    const clears = clearing?.when === 'pass_day' && passedOn !== undefined && inTime(standing);
    return clears ? 'cleared' : 'current';
  }
  if (clearsAtEnd(rules, later, end)) return 'cleared';
  const clears = carryOver?.clears ?? 'next_cycle_day';
  if (passedOn === undefined || clears === 'never') return 'carried';
  if (clears === 'pass_day' && passedOn >= end) return 'cleared';
  return rules.cycleOf(passedOn < end ? end : passedOn).to <= asOf ? 'cleared' : 'carried';
}

const inTime = ({ completedOn, deadline }: FlatRectification): boolean =>
  completedOn !== undefined && completedOn <= deadline;

function clearsAtEnd({ accumulation }: FlatRules, rectification: FlatRectification, end: number): boolean {
  const { completedOn, passedOn } = rectification;
  if (completedOn === undefined || passedOn === undefined || !inTime(rectification)) return false;
  const { latePass, deadlineAfterCycleDay } = accumulation.clearing ?? {};
  if (completedOn < end) return passedOn < end || latePass !== 'carry';
  return deadlineAfterCycleDay === 'clear_if_met';
}
