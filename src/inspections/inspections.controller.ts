import { Body, Controller, Headers, Param } from '@nestjs/common';
import { Caller } from '../access/caller';
import type { Principal } from '../access/principal';
import { Route } from '../common/http/route.decorator';
import { normaliseCreditCode } from '../subjects/credit-code';
import { InspectionsService, RecordedInspection } from './inspections.service';
import { presentScore } from './presenters/score.presenter';
import type { IdParams } from './schemas/finding-records.schema';
import { ID_PARAMS } from './schemas/finding-records.schema';
import type { IdempotencyHeaders, NewInspectionMessage } from './schemas/inspection.schema';
import { IDEMPOTENCY_HEADERS, INSPECTION, NEW_INSPECTION, RECORDED_INSPECTION } from './schemas/inspection.schema';

const TAG = '检查 · Inspections';

@Controller()
export class InspectionsController {
  constructor(private readonly inspections: InspectionsService) {}

  @Route({
    method: 'POST',
    path: '/inspections',
    tag: TAG,
    summary: { 'zh-CN': '登记一次检查', en: 'Record an inspection' },
    description: {
      'zh-CN': '按检查日施行的版本记分；台账提供的事实取自企业台账，不随检查填写。',
      en: 'Scored by the version in force on its day; facts that the register supplies are taken from the register.',
    },
    access: { permission: 'inspections.create' },
    headers: IDEMPOTENCY_HEADERS,
    body: NEW_INSPECTION,
    responses: { 201: RECORDED_INSPECTION },
  })
  record(
    @Caller() { reach }: Principal,
    @Headers() headers: IdempotencyHeaders,
    @Body() { subject, ruleSet, ...inspection }: NewInspectionMessage,
  ): Promise<RecordedInspection> {
    const record = { type: 'inspection', ...inspection } as const;
    const history = { subject: normaliseCreditCode(subject), ruleSet };
    return this.inspections.record(reach, history, record, headers['idempotency-key']);
  }

  @Route({
    method: 'GET',
    path: '/inspections/:id',
    tag: TAG,
    summary: { 'zh-CN': '查看一次检查及其判断过程', en: 'An inspection and how it came to its points' },
    access: { permission: 'inspections.read' },
    params: ID_PARAMS,
    responses: { 200: INSPECTION },
  })
  async inspection(@Caller() { reach }: Principal, @Param() { id }: IdParams) {
    const { score, ...kept } = await this.inspections.inspection(reach, id);
    return { ...kept, ruleSet: score.ruleSet, ...presentScore(score) };
  }
}
