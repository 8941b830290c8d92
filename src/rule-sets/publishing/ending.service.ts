import { Injectable } from '@nestjs/common';
import { DataSource, EntityManager } from 'typeorm';
import { AuditService } from '../../audit/audit.service';
import { Clock } from '../../common/clock';
import { ConflictError } from '../../common/errors/conflict.error';
import { UnprocessableError } from '../../common/errors/unprocessable.error';
import { problemIn } from '../../common/errors/worded-problem';
import { plusDays, CivilDate } from '../../core';
import { inTransaction } from '../../database/transaction';
import { DRAFTS_MESSAGES } from '../drafts/drafts.messages';
import { requireStep } from '../life/require-step';
import { versionStateOn } from '../life/version-state';
import { RuleSetsReadModel, VersionSummary } from '../rule-sets.read-model';
import { RuleSetsService } from '../rule-sets.service';
import {
  insertLifeEvent,
  lockPeriods,
  readEndedPeriod,
  readPeriods,
  setPeriodEnd,
  StoredPeriod,
} from './publication-store';

interface Ending {
  readonly manager: EntityManager;
  readonly summary: VersionSummary;
  readonly versionId: string;
  readonly today: CivilDate;
  readonly periods: readonly StoredPeriod[];
}

/** Withdraws versions before their effective day, and retires those in force. None is ever deleted. */
@Injectable()
export class EndingService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly ruleSets: RuleSetsService,
    private readonly readModel: RuleSetsReadModel,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** Takes a version back before its effective day; the period that its publishing ended is open again. */
  withdraw(id: string, version: string, reason: string): Promise<void> {
    return this.change(id, version, async ({ manager, summary, versionId, today, periods }) => {
      requireStep(versionStateOn(summary, today), 'withdraw');
      const own = periods.filter((period) => period.versionId === versionId);
      const begun = own.find(({ from }) => from <= today);
      if (begun !== undefined) {
        const at = { path: '/path/version', value: version, params: { from: begun.from } };
        throw new ConflictError(problemIn(DRAFTS_MESSAGES, 'withdrawal_late', at));
      }
      const next = periods.find(
        ({ from, versionId: other }) => other !== versionId && own.some((one) => one.from < from),
      );
      if (next !== undefined) {
        const params = { other: next.version, from: next.from };
        const at = { path: '/path/version', value: version, params };
        throw new ConflictError(problemIn(DRAFTS_MESSAGES, 'withdrawal_followed', at));
      }
      for (const period of own) await setPeriodEnd(manager, period.id, period.from);
      const restored = await readEndedPeriod(manager, versionId);
      if (restored !== undefined) await setPeriodEnd(manager, restored, null);
      const event = { versionId, type: 'withdrawn', day: today, reason } as const;
      await insertLifeEvent(manager, event, new Date(this.clock.now()));
      const reopened = periods.find((period) => period.id === restored)?.version ?? null;
      return { action: 'rule_set_version.withdrawn', after: { hash: summary.hash, inForce: [], reason, reopened } };
    });
  }

  /** Ends a version in force on a day without another in its place. */
  retire(id: string, version: string, to: CivilDate, reason: string): Promise<void> {
    return this.change(id, version, async ({ manager, summary, versionId, today, periods }) => {
      requireStep(versionStateOn(summary, today), 'retire');
      const earliest = plusDays(today, 1);
      const at = { path: '/to', value: to };
      if (to < earliest) {
        const problem = problemIn(DRAFTS_MESSAGES, 'retirement_day_past', { ...at, params: { earliest } });
        throw new UnprocessableError(problem);
      }
      const current = periods.find((period) => period.versionId === versionId && period.to === null);
      if (current === undefined) {
        const day = summary.inForce.at(-1)?.to ?? today;
        const params = { day };
        throw new ConflictError(problemIn(DRAFTS_MESSAGES, 'retired_already', { value: version, params }));
      }
      await setPeriodEnd(manager, current.id, to);
      await insertLifeEvent(manager, { versionId, type: 'retired', day: to, reason }, new Date(this.clock.now()));
      return { action: 'rule_set_version.retired', after: { hash: summary.hash, to, reason } };
    });
  }

  private change(
    id: string,
    version: string,
    work: (ending: Ending) => Promise<{ readonly action: string; readonly after: unknown }>,
  ): Promise<void> {
    return inTransaction(this.dataSource, async (manager) => {
      await lockPeriods(manager);
      const { summary, content } = await this.ruleSets.versionIn(manager, id, version);
      const published = await this.readModel.byVersion(manager, id, version);
      if (published === undefined) throw new Error(`${id} ${version} is gone`);
      const today = this.clock.today(content.timeZone);
      const periods = await readPeriods(manager, id);
      const { action, after } = await work({ manager, summary, versionId: published.id, today, periods });
      const before = { hash: summary.hash, inForce: summary.inForce };
      const event = { action, entity: 'rule_set_version', entityId: `${id}/${version}`, before, after };
      await this.audit.append(manager, { ...event, ruleSet: published.rules.identity });
    });
  }
}
