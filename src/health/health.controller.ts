import { Controller } from '@nestjs/common';
import { UnavailableError } from '../common/errors/unavailable.error';
import { problemIn } from '../common/errors/worded-problem';
import { HTTP_MESSAGES } from '../common/http/http.messages';
import { Route } from '../common/http/route.decorator';
import { Readiness } from './readiness';
import { LIVE, Live, READY, Ready } from './schemas/health.schema';

/** For whatever watches the service. */
@Controller()
export class HealthController {
  constructor(private readonly readiness: Readiness) {}

  @Route({
    method: 'GET',
    path: '/health/live',
    atRoot: true,
    tag: '运行 · Operations',
    summary: { 'zh-CN': '服务是否在运行', en: 'Whether the service runs' },
    access: 'public',
    responses: { 200: LIVE },
  })
  live(): Live {
    return { status: 'live' };
  }

  @Route({
    method: 'GET',
    path: '/health/ready',
    atRoot: true,
    tag: '运行 · Operations',
    summary: { 'zh-CN': '服务是否可以办理请求', en: 'Whether the service can take requests' },
    access: 'public',
    responses: { 200: READY },
  })
  async ready(): Promise<Ready> {
    if (this.readiness.stopping) throw new UnavailableError(problemIn(HTTP_MESSAGES, 'service_stopping'));
    const results = await this.readiness.examine();
    const failed = [...results].filter(([, passed]) => !passed).map(([check]) => check);
    if (failed.length > 0) throw new UnavailableError(failed.map((check) => failure(check)));
    return { status: 'ready', checks: [...results.keys()] };
  }
}

const failure = (check: string) => problemIn(HTTP_MESSAGES, 'check_failed', { params: { check } });
