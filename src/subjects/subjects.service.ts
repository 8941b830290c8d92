import { Injectable } from '@nestjs/common';
import { DataSource, EntityManager } from 'typeorm';
import { Reach } from '../access/principal';
import { AuditService } from '../audit/audit.service';
import { Clock } from '../common/clock';
import { ConflictError } from '../common/errors/conflict.error';
import { NotFoundError } from '../common/errors/not-found.error';
import { UnprocessableError } from '../common/errors/unprocessable.error';
import { problemIn } from '../common/errors/worded-problem';
import { Settings } from '../config/settings';
import { CivilDate, plusDays } from '../core';
import { inTransaction } from '../database/transaction';
import { RuleSetsReadModel } from '../rule-sets/rule-sets.read-model';
import { checkAttributes, checkTrade, KnownFacts } from './check-attributes';
import { isCreditCode, normaliseCreditCode } from './credit-code';
import { OfficesService } from './offices.service';
import { Attributes, firstDay, nextOfficeDay, registerAsOf, RegisterEntry, SubjectState } from './register-entry';
import { appendEntry, insertSubject, StoredEntry } from './register-store';
import { SubjectView, SubjectViewsService } from './subject-views.service';
import { SUBJECTS_MESSAGES } from './subjects.messages';
import { SubjectsReadModel } from './subjects.read-model';

/** What changes from a day on. Absent stays as it is; a null attribute ends. */
export interface SubjectChange {
  readonly validFrom: CivilDate;
  readonly name?: string;
  readonly trade?: string;
  readonly state?: SubjectState;
  /** Code of the office in charge. */
  readonly office?: string;
  readonly attributes?: Attributes;
}

/** A first entry says everything. */
export type NewSubject = Required<Omit<SubjectChange, 'attributes'>> &
  Pick<SubjectChange, 'attributes'> & { readonly code: string };

/** Keeps the register: enters enterprises and appends what changes. Nothing that was entered is ever changed. */
@Injectable()
export class SubjectsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly subjects: SubjectsReadModel,
    private readonly views: SubjectViewsService,
    private readonly offices: OfficesService,
    private readonly ruleSets: RuleSetsReadModel,
    private readonly audit: AuditService,
    private readonly clock: Clock,
    private readonly settings: Settings,
  ) {}

  /** Enters a subject in the charge of an office in reach. Answers what the register then says of the first day. */
  register(reach: Reach, { code: given, ...first }: NewSubject): Promise<SubjectView> {
    const code = normaliseCreditCode(given);
    if (!isCreditCode(code)) {
      throw new UnprocessableError(
        problemIn(SUBJECTS_MESSAGES, 'credit_code_invalid', { path: '/code', value: given }),
      );
    }
    return inTransaction(this.dataSource, async (manager) => {
      const entry = await this.entryOf(manager, reach, first, []);
      const id = await insertSubject(manager, code, entry.recordedAt);
      if (id === undefined) {
        throw new ConflictError(problemIn(SUBJECTS_MESSAGES, 'subject_exists', { path: '/code', value: code }));
      }
      await appendEntry(manager, id, entry);
      const after = await this.viewOf(manager, code, [entry], first.validFrom);
      await this.audit.append(manager, { action: 'subject.registered', entity: 'subject', entityId: code, after });
      return after;
    });
  }

  /** Changes a subject in reach. Answers what the register then says of the day from which the change holds. */
  change(reach: Reach, given: string, change: SubjectChange): Promise<SubjectView> {
    return inTransaction(this.dataSource, async (manager) => {
      const subject = await this.subjects.lockByCode(manager, reach, given);
      if (subject === undefined) {
        throw new NotFoundError(problemIn(SUBJECTS_MESSAGES, 'subject_unknown', { path: '/path/code', value: given }));
      }
      const { id, code } = subject;
      const { validFrom } = change;
      const entries = await this.subjects.entries(manager, id);
      const entry = await this.entryOf(manager, reach, change, entries);
      await appendEntry(manager, id, entry);
      const before = await this.viewOf(manager, code, entries, validFrom);
      const after = await this.viewOf(manager, code, [...entries, entry], validFrom);
      await this.audit.append(manager, { action: 'subject.changed', entity: 'subject', entityId: code, before, after });
      return after;
    });
  }

  /** The entry that a change makes, after everything about it was checked. */
  private async entryOf(
    manager: EntityManager,
    reach: Reach,
    { office, attributes = {}, ...change }: SubjectChange,
    entries: readonly RegisterEntry[],
  ): Promise<StoredEntry> {
    const { validFrom, trade } = change;
    const today = this.clock.today(this.settings.jurisdictionTimeZone);
    refuseDay(validFrom, today, entries);
    const known = await this.knownFacts(manager, validFrom);
    const present = entries.flatMap((entry) => Object.keys(entry.attributes));
    const problems = [
      ...(trade === undefined ? [] : checkTrade(trade, known)),
      ...checkAttributes(attributes, known, present),
    ];
    if (problems.length > 0) throw new UnprocessableError(problems);
    // What the office is in charge of ends with the next move, if this entry tells of something past.
    const until = nextOfficeDay(entries, validFrom) ?? plusDays(today, 1);
    const officeId =
      office === undefined
        ? {}
        : { officeId: await this.offices.requireValid(manager, reach, office, { from: validFrom, until }) };
    const number = Math.max(0, ...entries.map((entry) => entry.number)) + 1;
    return { ...change, ...officeId, attributes, number, recordedAt: new Date(this.clock.now()) };
  }

  /** The facts of every version that can still read what holds from a day on. */
  private async knownFacts(manager: EntityManager, day: CivilDate): Promise<readonly KnownFacts[]> {
    const versions = await this.ruleSets.inForceSince(manager, day);
    return versions.map(({ rules }) => ({ ruleSet: rules.identity.id, facts: rules.catalogue.facts }));
  }

  private async viewOf(
    manager: EntityManager,
    code: string,
    entries: readonly RegisterEntry[],
    day: CivilDate,
  ): Promise<SubjectView> {
    const state = registerAsOf(entries, day);
    if (state === undefined) throw new Error(`the first entry of ${code} is not whole`);
    return this.views.view(manager, code, state, day);
  }
}

function refuseDay(validFrom: CivilDate, today: CivilDate, entries: readonly RegisterEntry[]): void {
  const at = { path: '/validFrom', value: validFrom };
  if (validFrom > today) {
    throw new UnprocessableError(problemIn(SUBJECTS_MESSAGES, 'day_in_future', { ...at, params: { today } }));
  }
  if (entries.length > 0 && validFrom < firstDay(entries)) {
    const params = { from: firstDay(entries) };
    throw new UnprocessableError(problemIn(SUBJECTS_MESSAGES, 'before_first_entry', { ...at, params }));
  }
}
