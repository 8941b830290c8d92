import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module';
import { IdempotencyModule } from '../common/idempotency/idempotency.module';
import { InspectorsModule } from '../inspectors/inspectors.module';
import { MeasuresModule } from '../measures/measures.module';
import { MetricsModule } from '../metrics/metrics.module';
import { RuleSetsModule } from '../rule-sets/rule-sets.module';
import { StandingsModule } from '../standings/standings.module';
import { SubjectsModule } from '../subjects/subjects.module';
import { BatchController } from './batch.controller';
import { BatchService } from './batch.service';
import { FindingsController } from './findings.controller';
import { FindingsService } from './findings.service';
import { HistoriesModule } from './histories.module';
import { InspectionsController } from './inspections.controller';
import { InspectionsService } from './inspections.service';
import { IntakeService } from './intake.service';
import { RecordStore } from './record-store';
import { RecordsReadModel } from './records.read-model';
import { ScoringsController } from './scorings.controller';
import { ScoringsService } from './scorings.service';

/** Scoring inspections, recording them, and recording what becomes of their findings. */
@Module({
  imports: [
    AuditModule,
    HistoriesModule,
    IdempotencyModule,
    InspectorsModule,
    MeasuresModule,
    MetricsModule,
    RuleSetsModule,
    StandingsModule,
    SubjectsModule,
  ],
  controllers: [ScoringsController, BatchController, InspectionsController, FindingsController],
  providers: [
    BatchService,
    FindingsService,
    InspectionsService,
    IntakeService,
    RecordsReadModel,
    RecordStore,
    ScoringsService,
  ],
  exports: [InspectionsService, FindingsService, BatchService],
})
export class InspectionsModule {}
