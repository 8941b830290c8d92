import { Injectable } from '@nestjs/common';
import { DataSource, EntityManager } from 'typeorm';
import { Reach } from '../access/principal';
import { AuditChange } from '../audit/audit-content';
import { AuditService } from '../audit/audit.service';
import { Clock } from '../common/clock';
import { NotFoundError } from '../common/errors/not-found.error';
import { problemIn } from '../common/errors/worded-problem';
import { Idempotency } from '../common/idempotency/idempotency';
import { contentHash, KnownAt } from '../core';
import { WriteBatch } from '../database/write-batch';
import { AfterCommit, inTransaction } from '../database/transaction';
import { InspectorsReadModel } from '../inspectors/inspectors.read-model';
import { MeasuresFollower } from '../measures/measures.follower';
import { MeasuresStore, StoredMeasure } from '../measures/measures.store';
import { ScoringMetrics } from '../metrics/scoring-metrics';
import { RuleSetsReadModel } from '../rule-sets/rule-sets.read-model';
import { RegisterEntry } from '../subjects/register-entry';
import { SubjectReference, SubjectsReadModel } from '../subjects/subjects.read-model';
import { HistoryIntake, TakenRecord } from './history-intake';
import { HistoryReadModel, StoredHistory } from './history.read-model';
import { InspectionIntake } from './inspection-intake';
import { INSPECTIONS_MESSAGES } from './inspections.messages';
import { NewInspection } from './new-record';
import { RecordStore } from './record-store';

/** The history of a subject under a rule set, locked: nobody else adds to it until the transaction ends. */
export interface OpenHistory {
  readonly manager: EntityManager;
  readonly subject: SubjectReference;
  readonly ruleSetId: string;
  readonly timeZone: string;
  readonly register: readonly RegisterEntry[];
  readonly stored: StoredHistory;
  /** Those kept before anything is taken. */
  readonly measures: readonly StoredMeasure[];
  readonly intake: HistoryIntake;
  readonly now: KnownAt;
  /** Takes what is to be written; sent before the transaction commits. */
  readonly writes: WriteBatch;
  readonly afterCommit: AfterCommit;
}

/** A subject, locked: nobody else adds to any of its histories until the transaction ends. */
export interface OpenSubject {
  readonly manager: EntityManager;
  /**
   * Opens its history under a rule set.
   * @param inspections those to be taken: the offices and certificates that they name are looked up
   * @throws NotFoundError where the rule set does not exist
   */
  readonly history: (ruleSetId: string, inspections: readonly NewInspection[]) => Promise<OpenHistory>;
}

/** Where the body of a request names the subject and the rule set, for its problems. */
const PATHS = { subject: '/subject', ruleSet: '/ruleSet' };

/**
 * The one way into a history. Opens it under a lock on the subject, lets records be taken, and appends what was taken
 * with its audit events and the measures that follow from it: all in one transaction.
 */
@Injectable()
export class IntakeService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly ruleSets: RuleSetsReadModel,
    private readonly subjects: SubjectsReadModel,
    private readonly inspectors: InspectorsReadModel,
    private readonly histories: HistoryReadModel,
    private readonly measures: MeasuresStore,
    private readonly store: RecordStore,
    private readonly follower: MeasuresFollower,
    private readonly audit: AuditService,
    private readonly idempotency: Idempotency,
    private readonly metrics: ScoringMetrics,
  ) {}

  /**
   * Runs work on a locked subject.
   * @throws NotFoundError where it does not exist, or not in reach
   */
  async onSubject<T>(reach: Reach, code: string, work: (open: OpenSubject) => Promise<T>): Promise<T> {
    return this.idempotency.retryOnRace(() =>
      inTransaction(this.dataSource, async (manager, afterCommit) => {
        const subject = await this.subjects.lockByCode(manager, reach, code);
        if (subject === undefined) throw unknown('subject_unknown', PATHS.subject, code);
        const writes = new WriteBatch();
        const history: OpenSubject['history'] = (ruleSetId, inspections) =>
          this.open(reach, { manager, subject, ruleSetId, writes, afterCommit }, inspections);
        const result = await work({ manager, history });
        await writes.send(manager);
        return result;
      }),
    );
  }

  /**
   * Appends what was taken, and brings the measures into line.
   * @returns the measures as they then are
   */
  async append(open: OpenHistory, taken: readonly TakenRecord[]): Promise<readonly StoredMeasure[]> {
    if (taken.length === 0) return open.measures;
    const { manager, subject, ruleSetId, timeZone, register, measures, intake, now, writes } = open;
    for (const statement of this.store.appending({ subjectId: subject.id, ruleSetId }, taken, now))
      writes.add(statement);
    writes.add(this.audit.statement(taken.map((one) => recorded(open, one))));
    open.afterCommit(() => this.count(taken));
    const records = intake.history;
    const history = { subjectId: subject.id, ruleSetId, timeZone, records, register, measures };
    const due = await this.follower.whatFollows(manager, history, now);
    if (due === undefined) return measures;
    await writes.send(manager);
    await this.follower.append(manager, history, due, now, taken.at(-1)?.id);
    return this.measures.of(manager, subject.id, ruleSetId);
  }

  private count(taken: readonly TakenRecord[]): void {
    for (const { inspection } of taken) if (inspection !== undefined) this.metrics.recorded(inspection.score);
  }

  /** Asks for all that is needed at once: the database is waited for once. */
  private async open(
    reach: Reach,
    head: Pick<OpenHistory, 'manager' | 'subject' | 'ruleSetId' | 'writes' | 'afterCommit'>,
    taking: readonly NewInspection[],
  ): Promise<OpenHistory> {
    const { manager, subject, ruleSetId } = head;
    const [timeZone, register, stored, measures, offices, certificates] = await Promise.all([
      this.ruleSets.timeZone(manager, ruleSetId),
      this.subjects.entries(manager, subject.id),
      this.histories.load(manager, subject.id, ruleSetId),
      this.measures.of(manager, subject.id, ruleSetId),
      this.subjects.officesByCode(manager, reach, [...new Set(taking.map(({ office }) => office))]),
      this.inspectors.certificates(manager, [...new Set(taking.flatMap(({ inspectors }) => inspectors))]),
    ]);
    if (timeZone === undefined) throw unknown('rule_set_unknown', PATHS.ruleSet, ruleSetId);
    // Read after the lock is held, and never before what is recorded already, even where the machine's clock was set back.
    const now = Math.max(this.clock.now(), stored.latestKnown ?? 0) as KnownAt;
    const inspections = new InspectionIntake(this.ruleSets, register, offices, certificates);
    const intake = new HistoryIntake({ manager, ruleSetId, timeZone, now }, stored, inspections);
    return { ...head, timeZone, register, stored, measures, intake, now };
  }
}

function recorded({ subject, ruleSetId }: OpenHistory, { id, record, content, inspection }: TakenRecord): AuditChange {
  const more = inspection === undefined ? {} : ofInspection(inspection);
  const after = { subject: subject.code, ruleSet: ruleSetId, day: record.day, ...content, ...more };
  const ruleSet = inspection?.rules.identity;
  return { action: `${record.type}.recorded`, entity: 'record', entityId: id, before: null, after, ruleSet };
}

/** Who inspected and who assisted, which the history does not fold; and what it was scored on and came to. */
function ofInspection(inspection: NonNullable<TakenRecord['inspection']>): object {
  const { inspectors, certifiedInspectors, assistedBy = [], facts, score } = inspection;
  return { inspectors, certifiedInspectors, assistedBy, factsHash: contentHash(facts), points: score.points };
}

function unknown(code: 'subject_unknown' | 'rule_set_unknown', path: string, value: string): NotFoundError {
  return new NotFoundError(problemIn(INSPECTIONS_MESSAGES, code, { path, value }));
}
