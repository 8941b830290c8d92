import { Readable } from 'node:stream';
import { Body, Controller, Param, StreamableFile } from '@nestjs/common';
import { Caller } from '../access/caller';
import type { Principal } from '../access/principal';
import { Route } from '../common/http/route.decorator';
import { Settings } from '../config/settings';
import { Readiness } from '../health/readiness';
import { RULE_SET_PARAMS, RuleSetParams } from '../rule-sets/schemas/rule-set.schema';
import { impactEvents } from './impact-events';
import { ImpactsService } from './impacts.service';
import { presentJob, presentProgress } from './presenters/impact-job.presenter';
import {
  IMPACT_EVENTS,
  IMPACT_JOB,
  IMPACT_PARAMS,
  IMPACT_PROGRESS,
  ImpactJobMessage,
  ImpactParams,
  ImpactProgressMessage,
  NEW_IMPACT,
  NewImpactMessage,
} from './schemas/impact-job.schema';

const TAG = '影响测算 · Impact';

/** Of the time that a request may take, the part for which a stream of events goes on. */
const STREAMED = 0.8;

/** What a version would change for the enterprises on record, found by a job. */
@Controller()
export class ImpactsController {
  constructor(
    private readonly impacts: ImpactsService,
    private readonly settings: Settings,
    private readonly readiness: Readiness,
  ) {}

  @Route({
    method: 'POST',
    path: '/rule-sets/:id/impact',
    tag: TAG,
    summary: { 'zh-CN': '提出影响测算', en: 'Ask what a version would change' },
    description: {
      'zh-CN': '按两个版本重算全部企业的既有记录。涉及全部企业，须管辖范围为全部。',
      en: 'Replays what is on record of every enterprise under both. For those only who reach everything.',
    },
    access: { permission: 'impacts.create' },
    params: RULE_SET_PARAMS,
    body: NEW_IMPACT,
    responses: { 202: IMPACT_PROGRESS },
  })
  async ask(
    @Caller() caller: Principal,
    @Param() { id }: RuleSetParams,
    @Body() message: NewImpactMessage,
  ): Promise<ImpactProgressMessage> {
    return presentProgress(await this.impacts.ask(caller, id, message));
  }

  @Route({
    method: 'GET',
    path: '/rule-sets/:id/impact/:job',
    tag: TAG,
    summary: { 'zh-CN': '影响测算任务及其报告', en: 'A job with its report' },
    access: { permission: 'impacts.create' },
    params: IMPACT_PARAMS,
    responses: { 200: IMPACT_JOB },
  })
  async get(@Caller() caller: Principal, @Param() { id, job }: ImpactParams): Promise<ImpactJobMessage> {
    return presentJob(await this.impacts.get(caller, id, job));
  }

  @Route({
    method: 'GET',
    path: '/rule-sets/:id/impact/:job/events',
    tag: TAG,
    summary: { 'zh-CN': '影响测算进度（事件流）', en: 'How far a job comes, as server-sent events' },
    description: {
      'zh-CN': '任务未结束的，事件流在 REQUEST_TIMEOUT 之前结束，浏览器自行重新连接。',
      en: 'Where the job goes on, the stream ends before REQUEST_TIMEOUT; browsers connect again by themselves.',
    },
    access: { permission: 'impacts.create' },
    params: IMPACT_PARAMS,
    responses: { 200: IMPACT_EVENTS },
  })
  async events(@Caller() caller: Principal, @Param() { id, job }: ImpactParams): Promise<StreamableFile> {
    await this.impacts.get(caller, id, job);
    const events = impactEvents({
      look: () => this.impacts.get(caller, id, job),
      show: presentProgress,
      longest: this.settings.requestTimeout * STREAMED,
      isStopping: () => this.readiness.stopping,
    });
    return new StreamableFile(Readable.from(events, { objectMode: false }), { type: 'text/event-stream' });
  }

  @Route({
    method: 'POST',
    path: '/rule-sets/:id/impact/:job/cancellation',
    tag: TAG,
    summary: { 'zh-CN': '取消影响测算', en: 'Cancel a job' },
    access: { permission: 'impacts.create' },
    params: IMPACT_PARAMS,
    responses: { 200: IMPACT_PROGRESS },
  })
  async cancel(@Caller() caller: Principal, @Param() { id, job }: ImpactParams): Promise<ImpactProgressMessage> {
    return presentProgress(await this.impacts.cancel(caller, id, job));
  }
}
