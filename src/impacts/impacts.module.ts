import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditModule } from '../audit/audit.module';
import { HealthModule } from '../health/health.module';
import { RuleSetsModule } from '../rule-sets/rule-sets.module';
import { SubjectsModule } from '../subjects/subjects.module';
import { ImpactJobRow } from './impact-job.entity';
import { ImpactRunner } from './impact-runner';
import { ImpactsController } from './impacts.controller';
import { ImpactsService } from './impacts.service';
import { PopulationReader } from './population.reader';

/** What a version would change for the enterprises on record. */
@Module({
  imports: [TypeOrmModule.forFeature([ImpactJobRow]), AuditModule, HealthModule, RuleSetsModule, SubjectsModule],
  controllers: [ImpactsController],
  providers: [ImpactsService, ImpactRunner, PopulationReader],
  exports: [ImpactRunner],
})
export class ImpactsModule {}
