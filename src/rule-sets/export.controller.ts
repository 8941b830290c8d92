import { Controller, Header, Param, StreamableFile } from '@nestjs/common';
import { Route } from '../common/http/route.decorator';
import { canonicalJson } from '../core';
import { DraftsService } from './drafts/drafts.service';
import { CONTENT } from './drafts/schemas/draft-requests.schema';
import { DRAFT_PARAMS, DraftParams } from './drafts/schemas/draft.schema';
import { RuleSetsService } from './rule-sets.service';
import { VERSION_PARAMS, VersionParams } from './schemas/rule-set-version.schema';

const DESCRIPTION = {
  'zh-CN': '规范 JSON（RFC 8785），其字节的 SHA-256 即内容的哈希值。',
  en: 'Canonical JSON (RFC 8785): the SHA-256 of these bytes is the hash of the content.',
} as const;

/** Contents as the bytes that their hash is over, to be kept or taken elsewhere. */
@Controller()
export class ExportController {
  constructor(
    private readonly ruleSets: RuleSetsService,
    private readonly drafts: DraftsService,
  ) {}

  @Route({
    method: 'GET',
    path: '/rule-sets/:id/versions/:version/export',
    tag: '规则集 · Rule sets',
    summary: { 'zh-CN': '导出版本', en: 'Export a version' },
    description: DESCRIPTION,
    access: { permission: 'rule_sets.read' },
    params: VERSION_PARAMS,
    responses: { 200: CONTENT },
  })
  @Header('content-type', 'application/json; charset=utf-8')
  async version(@Param() { id, version }: VersionParams): Promise<StreamableFile> {
    return asBytes(canonicalJson((await this.ruleSets.version(id, version)).content));
  }

  @Route({
    method: 'GET',
    path: '/rule-set-drafts/:draft/export',
    tag: '规则集草稿 · Drafts of rule sets',
    summary: { 'zh-CN': '导出草稿', en: 'Export a draft' },
    description: DESCRIPTION,
    access: { permission: 'rule_sets.read_drafts' },
    params: DRAFT_PARAMS,
    responses: { 200: CONTENT },
  })
  @Header('content-type', 'application/json; charset=utf-8')
  async draft(@Param() { draft }: DraftParams): Promise<StreamableFile> {
    return asBytes((await this.drafts.get(draft)).draft.canonical);
  }
}

/** Sent as they are: nothing writes the JSON anew. */
function asBytes(canonical: string): StreamableFile {
  return new StreamableFile(Buffer.from(canonical, 'utf8'), { type: 'application/json; charset=utf-8' });
}
