import { Injectable } from '@nestjs/common';
import { DataSource, EntityManager } from 'typeorm';
import { AuditService } from '../audit/audit.service';
import { Clock } from '../common/clock';
import { NotFoundError } from '../common/errors/not-found.error';
import { problemIn } from '../common/errors/worded-problem';
import { Idempotency } from '../common/idempotency/idempotency';
import { KnownAt } from '../core';
import { inTransaction } from '../database/transaction';
import { MeasuresFollower } from '../measures/measures.follower';
import { RuleSetsReadModel } from '../rule-sets/rule-sets.read-model';
import { RegisterEntry } from '../subjects/register-entry';
import { SubjectReference, SubjectsReadModel } from '../subjects/subjects.read-model';
import { HistoryIntake, TakenRecord } from './history-intake';
import { HistoryReadModel, StoredHistory } from './history.read-model';
import { InspectionIntakes } from './inspection-intake';
import { INSPECTIONS_MESSAGES } from './inspections.messages';
import { RecordStore } from './record-store';

/** The history of a subject under a rule set, locked: nobody else adds to it until the transaction ends. */
export interface OpenHistory {
  readonly manager: EntityManager;
  readonly subject: SubjectReference;
  readonly ruleSetId: string;
  readonly timeZone: string;
  readonly register: readonly RegisterEntry[];
  readonly stored: StoredHistory;
  readonly intake: HistoryIntake;
  readonly now: KnownAt;
}

/** A subject, locked: nobody else adds to any of its histories until the transaction ends. */
export interface OpenSubject {
  /** Opens its history under a rule set. @throws NotFoundError where the rule set does not exist */
  history(ruleSetId: string): Promise<OpenHistory>;
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
    private readonly histories: HistoryReadModel,
    private readonly inspections: InspectionIntakes,
    private readonly store: RecordStore,
    private readonly follower: MeasuresFollower,
    private readonly audit: AuditService,
    private readonly idempotency: Idempotency,
  ) {}

  /**
   * Runs work on a locked history.
   * @throws NotFoundError where the subject or the rule set does not exist
   */
  async onHistory<T>(subjectCode: string, ruleSetId: string, work: (open: OpenHistory) => Promise<T>): Promise<T> {
    return this.onSubject(subjectCode, async (subject) => work(await subject.history(ruleSetId)));
  }

  /**
   * Runs work on a locked subject.
   * @throws NotFoundError where it does not exist
   */
  async onSubject<T>(code: string, work: (open: OpenSubject) => Promise<T>): Promise<T> {
    return this.idempotency.retryOnRace(() =>
      inTransaction(this.dataSource, async (manager) => {
        const subject = await this.subjects.lockByCode(manager, code);
        if (subject === undefined) throw unknown('subject_unknown', PATHS.subject, code);
        return work({ history: (ruleSetId) => this.open(manager, subject, ruleSetId) });
      }),
    );
  }

  /** Appends what was taken, and brings the measures into line. */
  async append(open: OpenHistory, taken: readonly TakenRecord[]): Promise<void> {
    if (taken.length === 0) return;
    const { manager, subject, ruleSetId, timeZone, register, intake, now } = open;
    await this.store.append(manager, { subjectId: subject.id, ruleSetId }, taken, now);
    for (const { id, record, content } of taken) {
      const after = { subject: subject.code, ruleSet: ruleSetId, day: record.day, ...content };
      await this.audit.append(manager, {
        action: `${record.type}.recorded`,
        entity: 'record',
        entityId: id,
        before: null,
        after,
      });
    }
    const history = { subjectId: subject.id, ruleSetId, timeZone, records: intake.history, register };
    await this.follower.follow(manager, history, now, taken.at(-1)?.id);
  }

  private async open(manager: EntityManager, subject: SubjectReference, ruleSetId: string): Promise<OpenHistory> {
    const timeZone = await this.ruleSets.timeZone(manager, ruleSetId);
    if (timeZone === undefined) throw unknown('rule_set_unknown', PATHS.ruleSet, ruleSetId);
    const register = await this.subjects.entries(manager, subject.id);
    const stored = await this.histories.load(manager, subject.id, ruleSetId);
    // Read after the lock is held, and never before what is recorded already, even where the machine's clock was set back.
    const now = Math.max(this.clock.now(), stored.latestKnown ?? 0) as KnownAt;
    const frame = { manager, ruleSetId, timeZone, now };
    const intake = new HistoryIntake(frame, stored, this.inspections.of(register));
    return { manager, subject, ruleSetId, timeZone, register, stored, intake, now };
  }
}

function unknown(code: 'subject_unknown' | 'rule_set_unknown', path: string, value: string): NotFoundError {
  return new NotFoundError(problemIn(INSPECTIONS_MESSAGES, code, { path, value }));
}
