import { Body, Controller, Param } from '@nestjs/common';
import { Caller } from '../../access/caller';
import type { Principal } from '../../access/principal';
import { requirePermission } from '../../access/require-permission';
import { Route } from '../../common/http/route.decorator';
import { Settings } from '../../config/settings';
import { civilDate } from '../../core';
import { presentDraft } from '../drafts/draft.presenter';
import { ReviewsService } from '../drafts/reviews.service';
import {
  NEW_REVIEW,
  NewReviewMessage,
  PUBLICATION,
  PublicationMessage,
  RETIREMENT,
  RetirementMessage,
  SUBMISSION,
  SubmissionMessage,
  WITHDRAWAL,
  WithdrawalMessage,
} from '../drafts/schemas/draft-requests.schema';
import { DRAFT, DRAFT_PARAMS, DraftMessage, DraftParams } from '../drafts/schemas/draft.schema';
import { presentVersion } from '../presenters/rule-set.presenter';
import { RuleSetsService } from '../rule-sets.service';
import {
  RULE_SET_VERSION,
  RuleSetVersionMessage,
  VERSION_PARAMS,
  VersionParams,
} from '../schemas/rule-set-version.schema';
import { EndingService } from './ending.service';
import { PublishingService } from './publishing.service';

const TAG = '审批与发布 · Review and publishing';

/** From handing a draft in to the end of its version. */
@Controller()
export class PublishingController {
  constructor(
    private readonly reviews: ReviewsService,
    private readonly publishing: PublishingService,
    private readonly ending: EndingService,
    private readonly ruleSets: RuleSetsService,
    private readonly settings: Settings,
  ) {}

  @Route({
    method: 'POST',
    path: '/rule-set-drafts/:draft/submissions',
    tag: TAG,
    summary: { 'zh-CN': '送审', en: 'Hand a draft in for review' },
    access: { permission: 'rule_sets.edit' },
    params: DRAFT_PARAMS,
    body: SUBMISSION,
    responses: { 201: DRAFT },
  })
  async submit(@Param() { draft }: DraftParams, @Body() { hash }: SubmissionMessage): Promise<DraftMessage> {
    return presentDraft(await this.reviews.submit(draft, hash), this.settings.approvalsNeeded);
  }

  @Route({
    method: 'POST',
    path: '/rule-set-drafts/:draft/reviews',
    tag: TAG,
    summary: { 'zh-CN': '批准或者退回', en: 'Approve a draft or send it back' },
    description: {
      'zh-CN': '起草和修改过内容的人不得审批；批准须有 rule_sets.approve 权限。',
      en: 'Not for those who wrote any of it. To approve takes the permission rule_sets.approve.',
    },
    access: { permission: 'rule_sets.review' },
    params: DRAFT_PARAMS,
    body: NEW_REVIEW,
    responses: { 201: DRAFT },
  })
  async review(
    @Caller() reviewer: Principal,
    @Param() { draft }: DraftParams,
    @Body() message: NewReviewMessage,
  ): Promise<DraftMessage> {
    if (message.verdict === 'approved') requirePermission(reviewer, 'rule_sets.approve', '/verdict');
    return presentDraft(await this.reviews.review(reviewer, draft, message), this.settings.approvalsNeeded);
  }

  @Route({
    method: 'POST',
    path: '/rule-set-drafts/:draft/publication',
    tag: TAG,
    summary: { 'zh-CN': '发布，自某日起施行', en: 'Publish a draft from a day on' },
    access: { permission: 'rule_sets.publish' },
    params: DRAFT_PARAMS,
    body: PUBLICATION,
    responses: { 201: RULE_SET_VERSION },
  })
  async publish(
    @Param() { draft }: DraftParams,
    @Body() { hash, from }: PublicationMessage,
  ): Promise<RuleSetVersionMessage> {
    const { id, version } = await this.publishing.publish(draft, hash, civilDate(from));
    return presentVersion(await this.ruleSets.version(id, version));
  }

  @Route({
    method: 'POST',
    path: '/rule-sets/:id/versions/:version/withdrawal',
    tag: TAG,
    summary: { 'zh-CN': '施行前撤回版本', en: 'Withdraw a version before its effective day' },
    access: { permission: 'rule_sets.publish' },
    params: VERSION_PARAMS,
    body: WITHDRAWAL,
    responses: { 201: RULE_SET_VERSION },
  })
  async withdraw(
    @Param() { id, version }: VersionParams,
    @Body() { reason }: WithdrawalMessage,
  ): Promise<RuleSetVersionMessage> {
    await this.ending.withdraw(id, version, reason);
    return presentVersion(await this.ruleSets.version(id, version));
  }

  @Route({
    method: 'POST',
    path: '/rule-sets/:id/versions/:version/retirement',
    tag: TAG,
    summary: { 'zh-CN': '废止版本', en: 'Retire a version in force' },
    access: { permission: 'rule_sets.publish' },
    params: VERSION_PARAMS,
    body: RETIREMENT,
    responses: { 201: RULE_SET_VERSION },
  })
  async retire(
    @Param() { id, version }: VersionParams,
    @Body() { to, reason }: RetirementMessage,
  ): Promise<RuleSetVersionMessage> {
    await this.ending.retire(id, version, civilDate(to), reason);
    return presentVersion(await this.ruleSets.version(id, version));
  }
}
