import { Injectable } from '@nestjs/common';
import { DataSource, EntityManager } from 'typeorm';
import { AuditService } from '../../audit/audit.service';
import { Clock } from '../../common/clock';
import { ConflictError } from '../../common/errors/conflict.error';
import { UnprocessableError } from '../../common/errors/unprocessable.error';
import { problemIn } from '../../common/errors/worded-problem';
import { Settings } from '../../config/settings';
import { plusDays, CivilDate, RuleSet } from '../../core';
import { inTransaction } from '../../database/transaction';
import { readReviews, updateStatus } from '../drafts/draft-store';
import { StoredDraft } from '../drafts/draft.types';
import { DRAFTS_MESSAGES } from '../drafts/drafts.messages';
import { DraftsService } from '../drafts/drafts.service';
import { ProofsService } from '../drafts/proofs.service';
import { requireHash } from '../drafts/reviews.service';
import { DraftStatus } from '../life/life-of-a-version';
import { requireStep } from '../life/require-step';
import { RuleSetsReadModel } from '../rule-sets.read-model';
import { ImpactReportsReadModel } from './impact-reports.read-model';
import {
  insertLifeEvent,
  insertPublished,
  lockPeriods,
  readPeriods,
  setPeriodEnd,
  StoredPeriod,
} from './publication-store';
import { gateProblems } from './publish-gate';

/** Publishes approved contents from a day on. The version before ends on that day. */
@Injectable()
export class PublishingService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly drafts: DraftsService,
    private readonly proofs: ProofsService,
    private readonly readModel: RuleSetsReadModel,
    private readonly reports: ImpactReportsReadModel,
    private readonly settings: Settings,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** @returns id and version of what was published */
  publish(draftId: string, hash: string, from: CivilDate): Promise<{ readonly id: string; readonly version: string }> {
    return inTransaction(this.dataSource, async (manager) => {
      await lockPeriods(manager);
      const draft = await this.drafts.lock(manager, draftId);
      requireHash(draft, hash);
      const status = requireStep(draft.status, 'publish') as DraftStatus;
      const periods = await readPeriods(manager, draft.ruleSet);
      const before = this.placeOf(draft, periods, from);
      await this.requireEvidence(
        manager,
        draft,
        periods.findLast((period) => period.from < from),
      );
      await this.requireFreeNumber(manager, draft);
      if (before !== undefined) await this.end(manager, draft, before, from);
      await this.add(manager, draft, from, before);
      await updateStatus(manager, draft, status);
      return { id: draft.ruleSet, version: draft.version };
    });
  }

  /**
   * The open period that ends where this one begins. What is recorded of a day was decided by the version in force on it:
   * no version replaces another on a day that has begun.
   */
  private placeOf(
    { canonical }: StoredDraft,
    periods: readonly StoredPeriod[],
    from: CivilDate,
  ): StoredPeriod | undefined {
    const today = this.clock.today((JSON.parse(canonical) as RuleSet).timeZone);
    const current = periods.some((period) => period.from <= today && (period.to === null || today < period.to));
    const earliest = current ? plusDays(today, 1) : today;
    const at = { path: '/from', value: from };
    if (from < earliest) {
      throw new UnprocessableError(problemIn(DRAFTS_MESSAGES, 'effective_day_past', { ...at, params: { earliest } }));
    }
    const before = periods.find((period) => period.from < from && period.to === null);
    const taken = periods.find((period) => period !== before && (period.to === null || from < period.to));
    if (taken === undefined) return before;
    const params = { other: taken.version, from: taken.from };
    throw new ConflictError(problemIn(DRAFTS_MESSAGES, 'effective_day_taken', { ...at, params }));
  }

  private async requireEvidence(
    manager: EntityManager,
    draft: StoredDraft,
    replaced: StoredPeriod | undefined,
  ): Promise<void> {
    const baseline =
      replaced === undefined
        ? undefined
        : { version: replaced.version, reportHashes: await this.reports.hashes(manager, draft.hash, replaced.hash) };
    const [proof, reviews] = [await this.proofs.find(manager, draft.hash), await readReviews(manager, draft.id)];
    const problems = gateProblems(draft, { proof, reviews, baseline }, this.settings);
    if (problems.length > 0) throw new ConflictError(problems);
  }

  private async requireFreeNumber(manager: EntityManager, { ruleSet, version }: StoredDraft): Promise<void> {
    if ((await this.readModel.byVersion(manager, ruleSet, version)) === undefined) return;
    throw new ConflictError(problemIn(DRAFTS_MESSAGES, 'version_taken', { value: version, params: { ruleSet } }));
  }

  private async end(
    manager: EntityManager,
    { ruleSet }: StoredDraft,
    { id, version, hash, from }: StoredPeriod,
    to: CivilDate,
  ): Promise<void> {
    await setPeriodEnd(manager, id, to);
    await this.audit.append(manager, {
      action: 'rule_set_version.period_ended',
      entity: 'rule_set_version',
      entityId: `${ruleSet}/${version}`,
      before: { version, from, to: null },
      after: { version, from, to },
      ruleSet: { id: ruleSet, version, hash },
    });
  }

  private async add(
    manager: EntityManager,
    draft: StoredDraft,
    from: CivilDate,
    before: StoredPeriod | undefined,
  ): Promise<void> {
    const { id: draftId, ruleSet, version, hash } = draft;
    const now = new Date(this.clock.now());
    const versionId = await insertPublished(manager, { ...draft, from }, now);
    const event = { versionId, type: 'published', day: from, draftId, endedPeriodId: before?.id } as const;
    await insertLifeEvent(manager, event, now);
    const entityId = `${ruleSet}/${version}`;
    await this.audit.append(manager, {
      action: 'rule_set_version.published',
      entity: 'rule_set_version',
      entityId,
      ...(before === undefined ? {} : { before: { version: before.version, hash: before.hash } }),
      after: { hash, shipped: false, draft: draftId, from },
      ruleSet: { id: ruleSet, version, hash },
    });
  }
}
