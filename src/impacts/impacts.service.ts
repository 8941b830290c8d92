import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { actorOf, Principal } from '../access/principal';
import { requirePermission } from '../access/require-permission';
import { AuditService } from '../audit/audit.service';
import { Clock } from '../common/clock';
import { ConflictError } from '../common/errors/conflict.error';
import { ForbiddenError } from '../common/errors/forbidden.error';
import { NotFoundError } from '../common/errors/not-found.error';
import { UnprocessableError } from '../common/errors/unprocessable.error';
import { problemIn } from '../common/errors/worded-problem';
import { canonicalJson, CompiledRuleSet } from '../core';
import { inTransaction } from '../database/transaction';
import { ComparedContentsReader } from '../rule-sets/comparison/compared-contents.reader';
import { ComparedContent } from './impact-job.entity';
import { cancelWork, ImpactJobView, insertImpactJob, readImpactJob } from './impact-jobs.store';
import { IMPACTS_MESSAGES } from './impacts.messages';

/** What is to be found: what a version or a draft would change against a published version. */
export interface ImpactRequest {
  readonly from: string;
  readonly to?: string | undefined;
  readonly toDraft?: string | undefined;
}

/** Jobs that find impacts: asked for, looked at, and cancelled. All of it is about all enterprises, by name. */
@Injectable()
export class ImpactsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly contents: ComparedContentsReader,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /**
   * Stores and queues a job, as of today.
   * @throws UnprocessableError where the two contents cannot be replayed one against the other
   */
  async ask(caller: Principal, ruleSet: string, request: ImpactRequest): Promise<ImpactJobView> {
    requireWholeReach(caller);
    const draft = request.toDraft ?? null;
    if (draft !== null) requirePermission(caller, 'rule_sets.read_drafts', '/toDraft');
    const { old, fresh } = await this.contents.of({ ruleSet, ...request }, '');
    requireReplayable(ruleSet, old, fresh);
    return inTransaction(this.dataSource, async (manager) => {
      const now = new Date(this.clock.now());
      const job = {
        ...{ ruleSet, askedBy: actorOf(caller) },
        ...{ baseline: toCompared(old, null), candidate: toCompared(fresh, draft) },
        ...{ baselineCanonical: canonicalJson(old.ruleSet), candidateCanonical: canonicalJson(fresh.ruleSet) },
        asOf: this.clock.today(old.ruleSet.timeZone),
      };
      const id = await insertImpactJob(manager, job, now);
      const after = { ruleSet, baseline: job.baseline, candidate: job.candidate, asOf: job.asOf };
      await this.audit.append(manager, { action: 'impact_job.asked', entity: 'impact_job', entityId: id, after });
      return known(await readImpactJob(manager, ruleSet, id), ruleSet, id);
    });
  }

  /** @throws NotFoundError where there is no such job */
  async get(caller: Principal, ruleSet: string, id: string): Promise<ImpactJobView> {
    requireWholeReach(caller);
    return known(await readImpactJob(this.dataSource.manager, ruleSet, id), ruleSet, id);
  }

  /** @throws ConflictError where it has ended */
  cancel(caller: Principal, ruleSet: string, id: string): Promise<ImpactJobView> {
    requireWholeReach(caller);
    return inTransaction(this.dataSource, async (manager) => {
      const before = known(await readImpactJob(manager, ruleSet, id), ruleSet, id);
      if (!(await cancelWork(manager, id, new Date(this.clock.now())))) {
        const { state } = known(await readImpactJob(manager, ruleSet, id), ruleSet, id);
        const at = { path: '/path/job', value: id, params: { state } };
        throw new ConflictError(problemIn(IMPACTS_MESSAGES, 'impact_job_ended', at));
      }
      await this.audit.append(manager, {
        ...{ action: 'impact_job.cancelled', entity: 'impact_job', entityId: id },
        ...{ before: { state: before.state }, after: { state: 'cancelled' } },
      });
      return known(await readImpactJob(manager, ruleSet, id), ruleSet, id);
    });
  }
}

function requireWholeReach({ reach }: Principal): void {
  if (reach.kind !== 'everything') throw new ForbiddenError(problemIn(IMPACTS_MESSAGES, 'impact_beyond_reach'));
}

function requireReplayable(ruleSet: string, old: CompiledRuleSet, fresh: CompiledRuleSet): void {
  if (fresh.identity.id !== ruleSet) {
    const at = { path: '/toDraft', value: fresh.identity.id, params: { ruleSet } };
    throw new UnprocessableError(problemIn(IMPACTS_MESSAGES, 'impact_of_another_rule_set', at));
  }
  const withRegime = [old, fresh].find(({ regime }) => regime !== undefined);
  if (withRegime === undefined) return;
  const at = { path: withRegime === old ? '/from' : '/to', value: withRegime.identity.version, params: { ruleSet } };
  throw new UnprocessableError(problemIn(IMPACTS_MESSAGES, 'impact_of_regime', at));
}

function toCompared({ identity: { version, hash } }: CompiledRuleSet, draft: string | null): ComparedContent {
  return { version, hash, draft };
}

function known(job: ImpactJobView | undefined, ruleSet: string, id: string): ImpactJobView {
  if (job !== undefined) return job;
  const at = { path: '/path/job', value: id, params: { ruleSet } };
  throw new NotFoundError(problemIn(IMPACTS_MESSAGES, 'impact_job_unknown', at));
}
