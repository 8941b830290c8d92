import { Body, Controller, Param, Query } from '@nestjs/common';
import { Caller } from '../access/caller';
import type { Principal } from '../access/principal';
import { decodeCursor, Page, pageOf } from '../common/http/cursor';
import { Route } from '../common/http/route.decorator';
import type { IdParams } from '../inspections/schemas/finding-records.schema';
import { ID_PARAMS } from '../inspections/schemas/finding-records.schema';
import { MeasureView } from './measure-view';
import { MeasuresService } from './measures.service';
import type { CompletionMessage, MeasuresQuery } from './schemas/measure.schema';
import { COMPLETION, MEASURE, MEASURE_PAGE, MEASURES_QUERY } from './schemas/measure.schema';

const TAG = '措施 · Measures';

@Controller()
export class MeasuresController {
  constructor(private readonly measures: MeasuresService) {}

  @Route({
    method: 'GET',
    path: '/measures',
    tag: TAG,
    summary: { 'zh-CN': '措施清单', en: 'Measures to be taken' },
    access: { permission: 'measures.read' },
    query: MEASURES_QUERY,
    responses: { 200: MEASURE_PAGE },
  })
  async list(
    @Caller() { reach }: Principal,
    @Query() { office, state, limit, cursor }: MeasuresQuery,
  ): Promise<Page<MeasureView>> {
    const after = cursor === undefined ? undefined : decodeCursor(cursor, ['day', 'uuid'] as const);
    const views = await this.measures.list(reach, { office, state, after, limit: limit + 1 });
    return pageOf(
      views,
      limit,
      ({ dueOn, id }) => [dueOn, id],
      (view) => view,
    );
  }

  @Route({
    method: 'POST',
    path: '/measures/:id/completion',
    tag: TAG,
    summary: { 'zh-CN': '登记措施完成', en: 'Report a measure as completed' },
    access: { permission: 'measures.complete' },
    params: ID_PARAMS,
    body: COMPLETION,
    responses: { 201: MEASURE },
  })
  complete(
    @Caller() { reach }: Principal,
    @Param() { id }: IdParams,
    @Body() completion: CompletionMessage,
  ): Promise<MeasureView> {
    return this.measures.complete(reach, id, completion);
  }
}
