import { Injectable } from '@nestjs/common';
import { DataSource, EntityManager } from 'typeorm';
import { AuditService } from '../audit/audit.service';
import { Clock } from '../common/clock';
import { ConflictError } from '../common/errors/conflict.error';
import { NotFoundError } from '../common/errors/not-found.error';
import { UnprocessableError } from '../common/errors/unprocessable.error';
import { problemIn } from '../common/errors/worded-problem';
import { civilDate } from '../core';
import { inTransaction } from '../database/transaction';
import { RuleSetsReadModel } from '../rule-sets/rule-sets.read-model';
import { MeasureView } from './measure-view';
import { MEASURES_MESSAGES } from './measures.messages';
import { MeasuresFilter, MeasuresReadModel } from './measures.read-model';
import { MeasuresStore } from './measures.store';

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
  ) {}

  list(filter: MeasuresFilter): Promise<readonly MeasureView[]> {
    return this.readModel.list(this.dataSource.manager, filter);
  }

  /**
   * Reports an open measure as completed.
   * @throws NotFoundError, ConflictError where it is not open, UnprocessableError where the day cannot be
   */
  async complete(id: string, completedOn: string, note: string | undefined): Promise<MeasureView> {
    return inTransaction(this.dataSource, async (manager) => {
      await this.lock(manager, id);
      const measure = await this.known(manager, id);
      const day = await this.checkDay(manager, measure, completedOn);
      if (measure.state !== 'open') {
        const at = { path: '/path/id', value: measure.state };
        throw new ConflictError(problemIn(MEASURES_MESSAGES, 'measure_not_open', at));
      }
      const step = { type: 'completed', day, ...(note === undefined ? {} : { note }) } as const;
      await this.store.step(manager, id, step, this.clock.now());
      const [before, after] = [{ state: measure.state }, { state: 'completed', completedOn, note }];
      await this.audit.append(manager, { action: 'measure.completed', entity: 'measure', entityId: id, before, after });
      return this.known(manager, id);
    });
  }

  /** Queues with everything else that is recorded of the subject, and so with what might withdraw the measure. */
  private async lock(manager: EntityManager, id: string): Promise<void> {
    await manager.query(
      'SELECT 1 FROM subject WHERE id = (SELECT subject_id FROM measure WHERE id = $1) FOR NO KEY UPDATE',
      [id],
    );
  }

  private async known(manager: EntityManager, id: string): Promise<MeasureView> {
    const measure = await this.readModel.byId(manager, id);
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
