import { CivilDate, plusDays } from '../../core';
import { NewRecord } from '../../inspections/new-record';
import { daysBetween, weekday } from './calendar';
import { Draw } from './draw';

/** A record about a finding, by its own day. */
export interface DatedRecord {
  readonly day: CivilDate;
  /** Added to the key of the inspection and the item. */
  readonly key: string;
  readonly record: NewRecord;
}

/** What becomes of a finding. */
export interface FindingLife {
  readonly item: string;
  /** From this day on the inspector no longer sees it. */
  readonly fixedOn: CivilDate;
  /** From the day after this one it can be posted again. */
  readonly closedOn: CivilDate;
  readonly overdueFrom: CivilDate;
  readonly records: readonly DatedRecord[];
}

/** A finding that was posted. */
export interface PostedFinding {
  readonly inspection: string;
  readonly item: string;
  readonly foundOn: CivilDate;
  readonly deadline: CivilDate;
}

type Course = 'in_time' | 'late' | 'failed_first' | 'extended' | 'long_open';

const COURSES: readonly { readonly weight: number; readonly course: Course }[] = [
  { weight: 70, course: 'in_time' },
  { weight: 10, course: 'late' },
  { weight: 8, course: 'failed_first' },
  { weight: 7, course: 'extended' },
  { weight: 5, course: 'long_open' },
];

/** Draws how a finding is put right: mostly in time. */
export function liveThrough(finding: PostedFinding, draw: Draw): FindingLife {
  const { foundOn, deadline } = finding;
  const span = daysBetween(foundOn, deadline);
  const { course } = draw.weighted(COURSES) ?? { course: 'in_time' };
  const write = new Writer(finding, draw);
  // What is due at once leaves no room for an extension or a second try.
  if (span < 5) {
    return write.putRight(plusDays(foundOn, course === 'late' || course === 'long_open' ? draw.between(1, 5) : 0));
  }
  switch (course) {
    case 'in_time':
      return write.putRight(plusDays(foundOn, draw.between(1, span - 1)));
    case 'late':
      return write.putRight(plusDays(deadline, draw.between(2, 25)));
    case 'failed_first':
      return write.putRight(write.fail(plusDays(foundOn, draw.between(1, 2))));
    case 'extended':
      return write.putRight(plusDays(write.extend(plusDays(deadline, -draw.between(1, 3))), -draw.between(0, 9)));
    case 'long_open':
      return write.putRight(plusDays(deadline, draw.between(60, 150)));
  }
}

/** A finding that turns out to have been none. */
export function annulled(finding: PostedFinding): FindingLife {
  const day = plusDays(finding.foundOn, 12);
  const record: NewRecord = {
    ...{ type: 'annulment', decidedOn: day, annuls: { finding: referenceTo(finding) } },
    reason: '企业陈述申辩成立：所查台账存放于集团档案室，检查当日齐全（示例）',
  };
  const { item } = finding;
  return { item, fixedOn: day, closedOn: day, overdueFrom: day, records: [{ day, key: 'annulled', record }] };
}

class Writer {
  private readonly records: DatedRecord[] = [];
  private overdueFrom: CivilDate;

  constructor(
    private readonly finding: PostedFinding,
    private readonly draw: Draw,
  ) {
    this.overdueFrom = plusDays(finding.deadline, 1);
  }

  putRight(completedOn: CivilDate): FindingLife {
    const finding = referenceTo(this.finding);
    const inspectedOn = weekday(plusDays(completedOn, this.draw.between(1, 5)));
    this.add(completedOn, 'done', { type: 'rectification', finding, completedOn });
    this.add(inspectedOn, 'passed', { type: 're_inspection', finding, inspectedOn, passed: true });
    const { item } = finding;
    return { item, fixedOn: completedOn, closedOn: inspectedOn, overdueFrom: this.overdueFrom, records: this.records };
  }

  /** A completion that does not stand. Answers a day on which it is put right after all. */
  fail(completedOn: CivilDate): CivilDate {
    const finding = referenceTo(this.finding);
    const inspectedOn = plusDays(completedOn, this.draw.between(1, 3));
    const note = '整改不到位，责令继续整改（示例）';
    this.add(completedOn, 'first-done', { type: 'rectification', finding, completedOn });
    this.add(inspectedOn, 'failed', { type: 're_inspection', finding, inspectedOn, passed: false, note });
    return plusDays(inspectedOn, this.draw.between(1, 12));
  }

  /** Answers the new deadline. */
  extend(decidedOn: CivilDate): CivilDate {
    const newDeadline = plusDays(this.finding.deadline, 15);
    const reason = '设备订货周期较长，经申请同意延期（示例）';
    const finding = referenceTo(this.finding);
    this.add(decidedOn, 'extended', { type: 'extension', finding, decidedOn, newDeadline, reason });
    this.overdueFrom = plusDays(newDeadline, 1);
    return newDeadline;
  }

  private add(day: CivilDate, key: string, record: NewRecord): void {
    this.records.push({ day, key, record });
  }
}

const referenceTo = ({ inspection, item }: PostedFinding) => ({ inspection, item });
