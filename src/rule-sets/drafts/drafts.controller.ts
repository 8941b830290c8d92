import { Body, Controller, Headers, Param, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Caller } from '../../access/caller';
import type { Principal } from '../../access/principal';
import { decodeCursor, Page, pageOf } from '../../common/http/cursor';
import { Route } from '../../common/http/route.decorator';
import { Settings } from '../../config/settings';
import { presentDraft, presentDraftSummary, presentProof } from './draft.presenter';
import { DraftsService, DraftView, entityTag } from './drafts.service';
import {
  CONTENT,
  ContentMessage,
  IF_MATCH_HEADERS,
  IfMatchHeaders,
  NEW_DRAFT,
  NewDraftMessage,
} from './schemas/draft-requests.schema';
import {
  DRAFT,
  DRAFT_PAGE,
  DRAFT_PARAMS,
  DraftMessage,
  DraftParams,
  DRAFTS_QUERY,
  DraftsQuery,
  DraftSummaryMessage,
  PROOF,
  ProofMessage,
} from './schemas/draft.schema';

const TAG = '规则集草稿 · Drafts of rule sets';

/** Drafts of versions, as their authors work on them. */
@Controller()
export class DraftsController {
  constructor(
    private readonly drafts: DraftsService,
    private readonly settings: Settings,
  ) {}

  @Route({
    method: 'GET',
    path: '/rule-set-drafts',
    tag: TAG,
    summary: { 'zh-CN': '草稿目录', en: 'List the drafts' },
    access: { permission: 'rule_sets.read_drafts' },
    query: DRAFTS_QUERY,
    responses: { 200: DRAFT_PAGE },
  })
  async list(@Query() { limit, cursor, ...filter }: DraftsQuery): Promise<Page<DraftSummaryMessage>> {
    const after = cursor === undefined ? undefined : decodeCursor(cursor, ['uuid'] as const)[0];
    const rows = await this.drafts.list({ ...filter, after, limit: limit + 1 });
    return pageOf(rows, limit, ({ id }) => [id], presentDraftSummary);
  }

  @Route({
    method: 'POST',
    path: '/rule-set-drafts',
    tag: TAG,
    summary: { 'zh-CN': '起草版本', en: 'Begin a draft' },
    access: { permission: 'rule_sets.draft' },
    body: NEW_DRAFT,
    responses: { 201: DRAFT },
  })
  async begin(
    @Caller() author: Principal,
    @Body() message: NewDraftMessage,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DraftMessage> {
    return this.show(await this.drafts.begin(author, message), reply);
  }

  @Route({
    method: 'POST',
    path: '/rule-set-drafts/import',
    tag: TAG,
    summary: { 'zh-CN': '导入版本的 JSON，作为草稿', en: 'Import the JSON of a version as a draft' },
    access: { permission: 'rule_sets.draft' },
    body: CONTENT,
    bodyLimit: 'batch',
    responses: { 201: DRAFT },
  })
  async import(
    @Caller() author: Principal,
    @Body() content: ContentMessage,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DraftMessage> {
    return this.show(await this.drafts.import(author, content), reply);
  }

  @Route({
    method: 'GET',
    path: '/rule-set-drafts/:draft',
    tag: TAG,
    summary: { 'zh-CN': '草稿及其内容、检查结果和审批决定', en: 'A draft with its content, proof and reviews' },
    description: { 'zh-CN': 'ETag 响应头为草稿的版次。', en: 'The ETag tells the revision of the draft.' },
    access: { permission: 'rule_sets.read_drafts' },
    params: DRAFT_PARAMS,
    responses: { 200: DRAFT },
  })
  async get(@Param() { draft }: DraftParams, @Res({ passthrough: true }) reply: FastifyReply): Promise<DraftMessage> {
    return this.show(await this.drafts.get(draft), reply);
  }

  @Route({
    method: 'PUT',
    path: '/rule-set-drafts/:draft/content',
    tag: TAG,
    summary: { 'zh-CN': '修改草稿内容', en: 'Change the content of a draft' },
    description: {
      'zh-CN': '任何修改都使已有的批准失效，草稿须重新送审。',
      en: 'Any change undoes what was approved: the draft has to be handed in again.',
    },
    access: { permission: 'rule_sets.edit' },
    params: DRAFT_PARAMS,
    headers: IF_MATCH_HEADERS,
    body: CONTENT,
    bodyLimit: 'batch',
    responses: { 200: DRAFT },
  })
  async change(
    @Caller() author: Principal,
    @Param() { draft }: DraftParams,
    @Headers() headers: IfMatchHeaders,
    @Body() content: ContentMessage,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DraftMessage> {
    return this.show(await this.drafts.change(author, draft, headers['if-match'], content), reply);
  }

  @Route({
    method: 'DELETE',
    path: '/rule-set-drafts/:draft',
    tag: TAG,
    summary: { 'zh-CN': '删除从未送审的草稿', en: 'Discard a draft that was never handed in' },
    access: { permission: 'rule_sets.edit' },
    params: DRAFT_PARAMS,
    responses: { 204: null },
  })
  discard(@Param() { draft }: DraftParams): Promise<void> {
    return this.drafts.discard(draft);
  }

  @Route({
    method: 'POST',
    path: '/rule-set-drafts/:draft/checks',
    tag: TAG,
    summary: { 'zh-CN': '检查草稿并运行情景', en: 'Check a draft and run its scenarios' },
    access: { permission: 'rule_sets.read_drafts' },
    params: DRAFT_PARAMS,
    responses: { 200: PROOF },
  })
  async check(@Param() { draft }: DraftParams): Promise<ProofMessage> {
    return presentProof(await this.drafts.check(draft));
  }

  private show(view: DraftView, reply: FastifyReply): DraftMessage {
    reply.header('etag', entityTag(view.draft));
    return presentDraft(view, this.settings.approvalsNeeded);
  }
}
