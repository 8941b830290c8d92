import { CivilDate } from '../dates/civil-date';
import { FindingReference, PostingState } from '../rule-set/rule-set.types';
import { Finding, Rectification } from './finding';
import { byDay, findingKey, HistoryRecord, InspectionRecord, Violation } from './history.types';
import { Posting } from './posting';
import { StandingFinding, StateReason } from './standing.types';
import { Timeline } from './timeline';

/** Every violation of the inspections known up to the as-of day: posted, not posted or annulled, and why. */
export function describeFindings(
  known: readonly HistoryRecord[],
  timeline: Timeline,
  postings: readonly Posting[],
  asOf: CivilDate,
): readonly StandingFinding[] {
  const posted = new Map(postings.map((posting) => [posting.finding.key, posting]));
  return known
    .filter((record) => record.type === 'inspection')
    .filter(({ day }) => day <= asOf)
    .sort(byDay)
    .flatMap((inspection) =>
      inspection.violations.map((violation) => {
        const key = findingKey({ inspection: inspection.key, item: violation.item });
        const posting = posted.get(key);
        if (posting !== undefined) return describePosting(posting, asOf);
        const finding = timeline.findings.get(key);
        if (finding !== undefined) return describeNotPosted(finding);
        const reason = timeline.annulled.records.has(inspection.key) ? 'inspection_annulled' : 'finding_annulled';
        return describe(inspection, violation, { deadline: violation.deadline }, 'annulled', reason);
      }),
    );
}

function describePosting({ finding, rectification, later, life }: Posting, asOf: CivilDate): StandingFinding {
  // What made the posting clear is shown even where it is dated after the as-of day and works back.
  const shown = life.state === 'cleared' ? later : rectification;
  const overdue = rectification.completedOn === undefined && rectification.deadline < asOf && life.state !== 'cleared';
  return {
    ...describe(finding.inspection, finding.violation, shown, life.state, life.reason),
    ...(life.state === 'cleared' ? { clearedOn: life.clearedOn } : {}),
    overdue,
  };
}

function describeNotPosted(finding: Finding): StandingFinding {
  const { notPosted } = finding;
  if (notPosted === undefined) throw new Error(`posted, yet without a posting: ${finding.key}`);
  return {
    ...describe(finding.inspection, finding.violation, finding.rectification, 'not_posted', notPosted.reason),
    insteadOf: notPosted.by,
  };
}

function describe(
  inspection: InspectionRecord,
  violation: Violation,
  { deadline, completedOn, passedOn }: Rectification,
  state: PostingState,
  reason: StateReason,
): StandingFinding {
  const finding: FindingReference = { inspection: inspection.key, item: violation.item };
  return {
    finding,
    version: inspection.rules.identity.version,
    inspectedOn: inspection.day,
    points: violation.points,
    state,
    reason,
    deadline,
    ...(completedOn === undefined ? {} : { completedOn }),
    ...(passedOn === undefined ? {} : { passedOn }),
    overdue: false,
  };
}
