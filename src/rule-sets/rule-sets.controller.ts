import { Controller, Param, Query } from '@nestjs/common';
import { decodeCursor, Page, pageOf } from '../common/http/cursor';
import { Route } from '../common/http/route.decorator';
import { presentRuleSet, presentSummary, presentVersion } from './presenters/rule-set.presenter';
import { RuleSetsService } from './rule-sets.service';
import {
  RULE_SET_VERSION,
  RuleSetVersionMessage,
  VERSION_PARAMS,
  VersionParams,
} from './schemas/rule-set-version.schema';
import {
  RULE_SET,
  RULE_SET_PAGE,
  RULE_SET_PARAMS,
  RULE_SETS_QUERY,
  RuleSetMessage,
  RuleSetParams,
  RuleSetsQuery,
  RuleSetSummaryMessage,
} from './schemas/rule-set.schema';

const TAG = '规则集 · Rule sets';

/** The rule sets and their published versions. */
@Controller()
export class RuleSetsController {
  constructor(private readonly ruleSets: RuleSetsService) {}

  @Route({
    method: 'GET',
    path: '/rule-sets',
    tag: TAG,
    summary: { 'zh-CN': '规则集目录', en: 'List the rule sets' },
    access: { permission: 'rule_sets.read' },
    query: RULE_SETS_QUERY,
    responses: { 200: RULE_SET_PAGE },
  })
  async list(@Query() { limit, cursor }: RuleSetsQuery): Promise<Page<RuleSetSummaryMessage>> {
    const after = cursor === undefined ? {} : { after: decodeCursor(cursor, ['text'] as const)[0] };
    const rows = await this.ruleSets.list({ ...after, limit: limit + 1 });
    return pageOf(rows, limit, ({ content }) => [content.id], presentSummary);
  }

  @Route({
    method: 'GET',
    path: '/rule-sets/:id',
    tag: TAG,
    summary: { 'zh-CN': '规则集及其各版本', en: 'A rule set and its versions' },
    access: { permission: 'rule_sets.read' },
    params: RULE_SET_PARAMS,
    responses: { 200: RULE_SET },
  })
  async get(@Param() { id }: RuleSetParams): Promise<RuleSetMessage> {
    return presentRuleSet(await this.ruleSets.get(id));
  }

  @Route({
    method: 'GET',
    path: '/rule-sets/:id/versions/:version',
    tag: TAG,
    summary: { 'zh-CN': '规则集版本的内容', en: 'The content of a version' },
    access: { permission: 'rule_sets.read' },
    params: VERSION_PARAMS,
    responses: { 200: RULE_SET_VERSION },
  })
  async version(@Param() { id, version }: VersionParams): Promise<RuleSetVersionMessage> {
    return presentVersion(await this.ruleSets.version(id, version));
  }
}
