import { Controller, Headers, Param, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Caller } from '../../access/caller';
import type { Principal } from '../../access/principal';
import { requirePermission } from '../../access/require-permission';
import { RequestLocale } from '../../common/http/locale';
import { Route } from '../../common/http/route.decorator';
import type { Locale, RuleSetComparison } from '../../core';
import { RULE_SET_PARAMS, RuleSetParams } from '../schemas/rule-set.schema';
import { formatOf, TEXT_MEDIA_TYPES } from './comparison-format';
import { comparisonReport } from './comparison-report';
import { ComparisonsService } from './comparisons.service';
import {
  COMPARISON_HEADERS,
  COMPARISON_QUERY,
  ComparisonHeaders,
  ComparisonQuery,
} from './schemas/comparison-request.schema';
import { RULE_SET_COMPARISON } from './schemas/comparison.schema';

/** What lies between two versions: for programs, for readers and for the gazette. */
@Controller()
export class ComparisonController {
  constructor(private readonly comparisons: ComparisonsService) {}

  @Route({
    method: 'GET',
    path: '/rule-sets/:id/comparison',
    tag: '规则集 · Rule sets',
    summary: { 'zh-CN': '比较两个版本', en: 'Compare two versions' },
    description: {
      'zh-CN': '结构、含义（附最小反例）和方向，均以 from 为基准；markdown 为修改对照表。',
      en: 'Structure, meaning with smallest counterexamples, and direction, told from `from`; markdown is a table of amendments.',
    },
    access: { permission: 'comparisons.create' },
    params: RULE_SET_PARAMS,
    query: COMPARISON_QUERY,
    headers: COMPARISON_HEADERS,
    responses: { 200: RULE_SET_COMPARISON },
    texts: Object.values(TEXT_MEDIA_TYPES),
  })
  async compare(
    @Caller() caller: Principal,
    @Param() { id }: RuleSetParams,
    @Query() { format, ...query }: ComparisonQuery,
    @Headers() { accept }: ComparisonHeaders,
    @RequestLocale() locale: Locale,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RuleSetComparison | string> {
    if (query.toDraft !== undefined) requirePermission(caller, 'rule_sets.read_drafts', '/query/toDraft');
    const comparison = await this.comparisons.compare({ ruleSet: id, ...query });
    reply.header('vary', 'Accept, Accept-Language');
    const form = format ?? formatOf(accept);
    if (form === 'json') return comparison;
    reply.header('content-type', `${TEXT_MEDIA_TYPES[form]}; charset=utf-8`);
    return comparisonReport(comparison, form, locale);
  }
}
