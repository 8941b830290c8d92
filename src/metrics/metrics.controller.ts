import { Controller, Header } from '@nestjs/common';
import { Route } from '../common/http/route.decorator';
import { Metrics } from './metrics';

const TEXT = {
  type: 'string',
  contentMediaType: 'text/plain',
  description: 'Prometheus 文本格式 · The text format of Prometheus',
} as const;

/** For whatever watches the service, which has a key of its own. */
@Controller()
export class MetricsController {
  constructor(private readonly metrics: Metrics) {}

  @Route({
    method: 'GET',
    path: '/metrics',
    atRoot: true,
    tag: '运行 · Operations',
    summary: { 'zh-CN': '运行指标', en: 'Figures of the running service' },
    access: { permission: 'metrics.read' },
    responses: { 200: TEXT },
  })
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  @Header('cache-control', 'no-store')
  read(): Promise<string> {
    return this.metrics.text();
  }
}
