import { CivilDate } from '../dates/civil-date';
import { Points, toPoints } from '../numbers/points';
import { cycleOf } from './cycle';
import { Finding, Rectification } from './finding';
import { Life, lifeOf } from './life';

/** A posted finding with its life as of a day. */
export interface Posting {
  readonly finding: Finding;
  readonly points: Points;
  /** Rectification by the records dated up to the as-of day. */
  readonly rectification: Rectification;
  /** Rectification by all records known. */
  readonly later: Rectification;
  readonly life: Life;
}

export function makePosting(finding: Finding, rectification: Rectification, asOf: CivilDate): Posting {
  const later = finding.rectification;
  const life = lifeOf(finding, rectification, later, asOf);
  return { finding, points: toPoints(finding.violation.points), rectification, later, life };
}

/**
 * What will have become of the posting on a later day if nothing else happens. Records dated after the as-of day do not
 * count for it, except a pass that works back to the end of the posting's cycle (A5).
 */
export function forecast({ finding, rectification, later }: Posting, day: CivilDate): Life {
  const end = cycleOf(finding.inspection.day, finding.inspection.rules.ruleSet.accumulation.cycle).to;
  const { completedOn, passedOn } = later;
  const worksBack = passedOn !== undefined && passedOn >= end && completedOn === rectification.completedOn;
  return lifeOf(finding, rectification, worksBack ? later : rectification, day);
}

/** The days on which points count: from the first, up to the one on which they no longer do (absent: still counting). */
export interface Span {
  readonly from: CivilDate;
  readonly to?: CivilDate;
  readonly points: Points;
}

/** The days on which the posting counts towards the rungs. Setting A1 may end them with the posting's own cycle. */
export function ladderSpan({ finding, points, life }: Posting): Span {
  const { accumulation } = finding.inspection.rules.ruleSet;
  const from = finding.inspection.day;
  const end = cycleOf(from, accumulation.cycle).to;
  const cleared = life.state === 'cleared' ? life.clearedOn : undefined;
  const countsCarried = accumulation.carryOver?.countsTowardsLadder ?? true;
  const to = countsCarried || (cleared !== undefined && cleared < end) ? cleared : end;
  return { from, ...(to === undefined ? {} : { to }), points };
}
