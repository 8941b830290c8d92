import { CivilDate } from '../dates/civil-date';
import { FindingReference, NotPostedReason } from '../rule-set/rule-set.types';
import { FindingRecord, InspectionRecord, Violation } from './history.types';

/** What has become of putting a fault right. */
export interface Rectification {
  /** The last day in time, extensions included. */
  readonly deadline: CivilDate;
  /** The reported completion that stands: not voided by a failed re-inspection. */
  readonly completedOn?: CivilDate;
  /** The day of the re-inspection that the completion passed. A finding that has passed is closed. */
  readonly passedOn?: CivilDate;
}

/** A violation of an item found by an inspection, whether or not it was posted. */
export interface Finding {
  readonly key: string;
  readonly inspection: InspectionRecord;
  readonly violation: Violation;
  /** Why it was not posted, and the finding that stands in its way; absent where it was posted. */
  readonly notPosted?: { readonly reason: NotPostedReason; readonly by: FindingReference };
  rectification: Rectification;
}

/** Why a record about a finding has no effect. */
export type Refusal =
  | 'no_such_finding'
  | 'finding_not_posted'
  | 'finding_annulled'
  | 'before_inspection'
  | 'finding_passed'
  | 'already_rectified'
  | 'not_rectified'
  | 'extension_too_late'
  | 'extension_not_later';

/** Takes a record about the finding into account, or says why it has no effect. Records come by day, then number. */
export function applyToFinding(finding: Finding, record: FindingRecord): Refusal | undefined {
  const { rectification } = finding;
  if (finding.notPosted !== undefined) return 'finding_not_posted';
  if (rectification.passedOn !== undefined) return 'finding_passed';
  switch (record.type) {
    case 'rectification':
      if (rectification.completedOn !== undefined) return 'already_rectified';
      finding.rectification = { ...rectification, completedOn: record.day };
      return undefined;
    case 're_inspection':
      if (rectification.completedOn === undefined) return 'not_rectified';
      finding.rectification = record.passed
        ? { ...rectification, passedOn: record.day }
        : { deadline: rectification.deadline };
      return undefined;
    case 'extension':
      if (record.day > rectification.deadline) return 'extension_too_late';
      if (record.newDeadline <= rectification.deadline) return 'extension_not_later';
      finding.rectification = { ...rectification, deadline: record.newDeadline };
      return undefined;
  }
}
