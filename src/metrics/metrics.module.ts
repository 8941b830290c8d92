import { Module } from '@nestjs/common';
import { DatabaseMetrics } from './database-metrics';
import { Metrics } from './metrics';
import { MetricsController } from './metrics.controller';
import { ScoringMetrics } from './scoring-metrics';

@Module({
  controllers: [MetricsController],
  providers: [Metrics, DatabaseMetrics, ScoringMetrics],
  exports: [Metrics, ScoringMetrics],
})
export class MetricsModule {}
