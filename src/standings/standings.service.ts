import { Injectable } from '@nestjs/common';
import { DataSource, EntityManager } from 'typeorm';
import { Reach } from '../access/principal';
import { Clock } from '../common/clock';
import { NotFoundError } from '../common/errors/not-found.error';
import { UnprocessableError } from '../common/errors/unprocessable.error';
import { problemIn } from '../common/errors/worded-problem';
import { civilDate, dayOf, KnownAt, parseCivilDate, parseKnownAt } from '../core';
import { inTransaction } from '../database/transaction';
import { HistoryReadModel } from '../inspections/history.read-model';
import { INSPECTIONS_MESSAGES } from '../inspections/inspections.messages';
import { MeasuresStore } from '../measures/measures.store';
import { RuleSetsReadModel } from '../rule-sets/rule-sets.read-model';
import { SubjectsReadModel } from '../subjects/subjects.read-model';
import { StandingView } from './standing-view';
import { StandingAsked, StandingsReader } from './standings.reader';

/** What a caller asks of a subject; days and instants as texts of the right form. */
export interface StandingRequest {
  readonly subject: string;
  readonly ruleSet: string;
  readonly asOf?: string | undefined;
  readonly knownAt?: string | undefined;
}

/** The same, understood. */
export type StandingQuestion = Omit<StandingAsked, 'history' | 'measures'>;

/** Answers what the standing of a subject is, was, or will be. */
@Injectable()
export class StandingsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly subjects: SubjectsReadModel,
    private readonly ruleSets: RuleSetsReadModel,
    private readonly histories: HistoryReadModel,
    private readonly measures: MeasuresStore,
    private readonly reader: StandingsReader,
  ) {}

  /**
   * @throws NotFoundError where the subject or the rule set does not exist, or the subject is out of reach
   * @throws UnprocessableError where no version is in force on the day, or knownAt lies in the future
   */
  async standing(reach: Reach, request: StandingRequest): Promise<StandingView> {
    return inTransaction(this.dataSource, 'REPEATABLE READ', async (manager) => {
      const question = await this.understand(manager, reach, request);
      const { subject, ruleSetId } = question;
      const [history, measures] = await Promise.all([
        this.histories.load(manager, subject.id, ruleSetId),
        this.measures.of(manager, subject.id, ruleSetId),
      ]);
      return this.reader.read(manager, { ...question, history, measures });
    });
  }

  /**
   * What is asked, its subject found and its days and instants read.
   * @throws NotFoundError and UnprocessableError as `standing` does
   */
  async understand(manager: EntityManager, reach: Reach, request: StandingRequest): Promise<StandingQuestion> {
    const subject = await this.subjects.byCode(manager, reach, request.subject);
    if (subject === undefined) throw unknown('subject_unknown', '/path/code', request.subject);
    const timeZone = await this.ruleSets.timeZone(manager, request.ruleSet);
    if (timeZone === undefined) throw unknown('rule_set_unknown', '/query/ruleSet', request.ruleSet);
    const now = this.clock.now();
    const knownAt = request.knownAt === undefined ? undefined : parseKnownAt(request.knownAt, timeZone);
    if (knownAt !== undefined && liesAhead(request.knownAt, knownAt, { now, timeZone })) {
      const at = { path: '/query/knownAt', value: request.knownAt };
      throw new UnprocessableError(problemIn(INSPECTIONS_MESSAGES, 'future_instant', at));
    }
    const asOf = request.asOf === undefined ? dayOf(now, timeZone) : civilDate(request.asOf);
    return { subject, ruleSetId: request.ruleSet, asOf, knownAt, now };
  }
}

/** A day that runs means its end, which is still to come: it is what is known by now. An instant is what it is. */
function liesAhead(
  asked: string | undefined,
  knownAt: KnownAt,
  { now, timeZone }: { readonly now: KnownAt; readonly timeZone: string },
): boolean {
  const isDay = parseCivilDate(asked) !== undefined;
  return isDay ? dayOf(knownAt, timeZone) > dayOf(now, timeZone) : knownAt > now;
}

function unknown(code: 'subject_unknown' | 'rule_set_unknown', path: string, value: string): NotFoundError {
  return new NotFoundError(problemIn(INSPECTIONS_MESSAGES, code, { path, value }));
}
