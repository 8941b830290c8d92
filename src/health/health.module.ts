import { Module } from '@nestjs/common';
import { DatabaseReadiness } from './database-readiness';
import { HealthController } from './health.controller';
import { Readiness } from './readiness';

@Module({
  controllers: [HealthController],
  providers: [Readiness, DatabaseReadiness],
  exports: [Readiness],
})
export class HealthModule {}
