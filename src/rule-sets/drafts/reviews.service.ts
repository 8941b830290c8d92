import { Injectable } from '@nestjs/common';
import { DataSource, EntityManager } from 'typeorm';
import { actorOf, Principal } from '../../access/principal';
import { AuditService } from '../../audit/audit.service';
import { Clock } from '../../common/clock';
import { ConflictError } from '../../common/errors/conflict.error';
import { ForbiddenError } from '../../common/errors/forbidden.error';
import { UnprocessableError } from '../../common/errors/unprocessable.error';
import { problemIn } from '../../common/errors/worded-problem';
import { Settings } from '../../config/settings';
import { inTransaction } from '../../database/transaction';
import { DraftStatus } from '../life/life-of-a-version';
import { requireStep } from '../life/require-step';
import { ImpactReportsReadModel } from '../publishing/impact-reports.read-model';
import { readPeriods } from '../publishing/publication-store';
import { approvalsOf } from '../publishing/publish-gate';
import { insertReview, readReviews, updateStatus } from './draft-store';
import { Review, StoredDraft } from './draft.types';
import { DRAFTS_MESSAGES } from './drafts.messages';
import { DraftsService, DraftView } from './drafts.service';
import { ProofsService } from './proofs.service';

/** What somebody decides on a content. */
export interface Verdict {
  readonly hash: string;
  readonly verdict: 'approved' | 'rejected';
  readonly comment?: string | undefined;
}

/** Hands drafts in and decides on them. Everything is bound to the hash of the content that whoever acts has seen. */
@Injectable()
export class ReviewsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly drafts: DraftsService,
    private readonly proofs: ProofsService,
    private readonly reports: ImpactReportsReadModel,
    private readonly settings: Settings,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** Hands a draft in, where it passes its checks and scenarios. What fails is kept as what was found. */
  async submit(id: string, hash: string): Promise<DraftView> {
    await this.drafts.check(id);
    return inTransaction(this.dataSource, async (manager) => {
      const draft = await this.drafts.lock(manager, id);
      requireHash(draft, hash);
      const status = requireStep(draft.status, 'submit') as DraftStatus;
      const { passed, problems } = await this.proofs.prove(manager, JSON.parse(draft.canonical));
      if (!passed) {
        const params = { count: problems.length, first: problems[0]?.path ?? '/', draft: id };
        throw new UnprocessableError(problemIn(DRAFTS_MESSAGES, 'content_not_proved', { params }));
      }
      await updateStatus(manager, { id, round: draft.round + 1 }, status);
      const after = { status, hash, round: draft.round + 1 };
      await this.append(manager, 'submitted', id, { status: draft.status, hash }, after);
      return this.drafts.view(manager, id);
    });
  }

  /** Approves exactly one content, or sends it back. @throws ForbiddenError where its author asks */
  review(reviewer: Principal, id: string, { hash, verdict, comment }: Verdict): Promise<DraftView> {
    return inTransaction(this.dataSource, async (manager) => {
      const draft = await this.drafts.lock(manager, id);
      requireHash(draft, hash);
      const act = verdict === 'approved' ? 'approve' : 'reject';
      requireStep(draft.status, act);
      if (draft.authors.includes(actorOf(reviewer))) {
        throw new ForbiddenError(problemIn(DRAFTS_MESSAGES, 'author_reviews'));
      }
      if (verdict === 'rejected' && comment === undefined) {
        throw new UnprocessableError(problemIn(DRAFTS_MESSAGES, 'comment_missing', { path: '/comment' }));
      }
      const before = await readReviews(manager, id);
      const reportHash = await this.reportFor(manager, draft, verdict, before);
      const reviewedAt = new Date(this.clock.now());
      const decided = { round: draft.round, hash, verdict, comment: comment ?? null };
      const review: Review = { ...decided, reviewer: actorOf(reviewer), reportHash, reviewedAt };
      if (before.some((one) => isSame(one, review))) {
        throw new ConflictError(problemIn(DRAFTS_MESSAGES, 'reviewed_already'));
      }
      await insertReview(manager, id, review);
      const complete = approvalsOf(draft, [...before, review]).length >= this.settings.approvalsNeeded;
      const status = requireStep(draft.status, act === 'approve' && complete ? 'complete' : act) as DraftStatus;
      await updateStatus(manager, draft, status);
      const after = { status, hash, reportHash: review.reportHash, comment: review.comment };
      await this.append(manager, verdict, id, { status: draft.status, hash }, after);
      return this.drafts.view(manager, id);
    });
  }

  /**
   * The report that a decision names: on what the content would change against the version that it would replace, which is
   * the last one. All approvals of a round name that of the first, however many are found meanwhile.
   */
  private async reportFor(
    manager: EntityManager,
    draft: StoredDraft,
    verdict: Verdict['verdict'],
    before: readonly Review[],
  ): Promise<string | null> {
    const baseline = (await readPeriods(manager, draft.ruleSet)).at(-1);
    if (baseline === undefined) return null;
    const stored = await this.reports.hashes(manager, draft.hash, baseline.hash);
    // Nobody approves twice in a round: an approval that names no report would keep the draft from being published.
    if (verdict === 'approved' && this.settings.impactReport === 'required' && stored.length === 0) {
      const params = { baseline: baseline.version };
      throw new ConflictError(problemIn(DRAFTS_MESSAGES, 'impact_report_missing', { params }));
    }
    const named = approvalsOf(draft, before).map(({ reportHash }) => reportHash);
    return stored.find((one) => named.includes(one)) ?? stored[0] ?? null;
  }

  private append(
    manager: EntityManager,
    what: string,
    entityId: string,
    before: unknown,
    after: unknown,
  ): Promise<void> {
    const action = `rule_set_draft.${what}`;
    return this.audit.append(manager, { action, entity: 'rule_set_draft', entityId, before, after });
  }
}

/** @throws ConflictError where the draft no longer holds the content that the caller has seen */
export function requireHash(draft: Pick<StoredDraft, 'hash'>, hash: string): void {
  if (draft.hash === hash) return;
  const at = { path: '/hash', value: hash, params: { found: draft.hash } };
  throw new ConflictError(problemIn(DRAFTS_MESSAGES, 'content_changed', at));
}

function isSame(one: Review, other: Review): boolean {
  return one.round === other.round && one.reviewer === other.reviewer && one.verdict === other.verdict;
}
