import { Injectable } from '@nestjs/common';
import { DataSource, EntityManager } from 'typeorm';
import { Reach } from '../access/principal';
import { AuditService } from '../audit/audit.service';
import { Clock } from '../common/clock';
import { ConflictError } from '../common/errors/conflict.error';
import { NotFoundError } from '../common/errors/not-found.error';
import { UnprocessableError } from '../common/errors/unprocessable.error';
import { problemIn } from '../common/errors/worded-problem';
import { civilDate } from '../core';
import { inTransaction } from '../database/transaction';
import { RuleSetsReadModel } from '../rule-sets/rule-sets.read-model';
import { OfficesService } from '../subjects/offices.service';
import { ReachFilter } from '../subjects/reach-filter';
import { MeasureView } from './measure-view';
import { MEASURES_MESSAGES } from './measures.messages';
import { MeasuresFilter, MeasuresReadModel } from './measures.read-model';
import { MeasuresStore } from './measures.store';

/** What a list of measures is asked for by. */
export interface MeasuresAsked extends Omit<MeasuresFilter, 'officeIds'> {
  /** Code of an office; those below it are included. */
  readonly office?: string | undefined;
}

/** The list of measures, and their completion. */
@Injectable()
export class MeasuresService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly ruleSets: RuleSetsReadModel,
    private readonly readModel: MeasuresReadModel,
    private readonly store: MeasuresStore,
    private readonly audit: AuditService,
    private readonly offices: OfficesService,
    private readonly reach: ReachFilter,
  ) {}

  /** @throws UnprocessableError where there is no such office */
  async list(reach: Reach, { office, ...filter }: MeasuresAsked): Promise<readonly MeasureView[]> {
    const { manager } = this.dataSource;
    const officeIds = office === undefined ? undefined : await this.offices.requireBelow(manager, office);
    return this.readModel.list(manager, reach, { ...filter, officeIds });
  }

  /**
   * Reports an open measure as completed.
   * @throws NotFoundError, ConflictError where it is not open, UnprocessableError where the day cannot be
   */
  async complete(
    reach: Reach,
    id: string,
    { completedOn, note }: { readonly completedOn: string; readonly note?: string | undefined },
  ): Promise<MeasureView> {
    return inTransaction(this.dataSource, async (manager) => {
      await this.lock(manager, reach, id);
      const measure = await this.known(manager, reach, id);
      const day = await this.checkDay(manager, measure, completedOn);
      if (measure.state !== 'open') {
        const at = { path: '/path/id', value: measure.state };
        throw new ConflictError(problemIn(MEASURES_MESSAGES, 'measure_not_open', at));
      }
      const step = { type: 'completed', day, ...(note === undefined ? {} : { note }) } as const;
      await this.store.step(manager, id, step, this.clock.now());
      const [before, after] = [{ state: measure.state }, { state: 'completed', completedOn, note }];
      const ruleSet = (await this.ruleSets.byVersion(manager, measure.ruleSet, measure.version))?.rules.identity;
      const change = { action: 'measure.completed', entity: 'measure', entityId: id, before, after, ruleSet };
      await this.audit.append(manager, change);
      return this.known(manager, reach, id);
    });
  }

  /** Queues with everything else that is recorded of the subject, and so with what might withdraw the measure. */
  private async lock(manager: EntityManager, reach: Reach, id: string): Promise<void> {
    const parameters: unknown[] = [id];
    const inReach = this.reach.ofSubjects(reach, 's', parameters);
    await manager.query(
      `SELECT 1 FROM subject s
        WHERE s.id = (SELECT subject_id FROM measure WHERE id = $1) AND ${inReach} FOR NO KEY UPDATE OF s`,
      parameters,
    );
  }

  private async known(manager: EntityManager, reach: Reach, id: string): Promise<MeasureView> {
    const measure = await this.readModel.byId(manager, reach, id);
    if (measure !== undefined) return measure;
    throw new NotFoundError(problemIn(MEASURES_MESSAGES, 'measure_unknown', { path: '/path/id', value: id }));
  }

  private async checkDay(manager: EntityManager, { dueOn, ruleSet }: MeasureView, completedOn: string) {
    const day = civilDate(completedOn);
    const at = { path: '/completedOn', value: completedOn };
    if (day < dueOn) {
      throw new UnprocessableError(problemIn(MEASURES_MESSAGES, 'completed_before_due', { ...at, params: { dueOn } }));
    }
    const today = this.clock.today((await this.ruleSets.timeZone(manager, ruleSet)) ?? 'UTC');
    if (day <= today) return day;
    throw new UnprocessableError(problemIn(MEASURES_MESSAGES, 'completed_in_future', { ...at, params: { today } }));
  }
}
