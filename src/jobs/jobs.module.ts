import { Module } from '@nestjs/common';
import { ImpactsModule } from '../impacts/impacts.module';
import { HistoriesModule } from '../inspections/histories.module';
import { MeasuresModule } from '../measures/measures.module';
import { RuleSetsModule } from '../rule-sets/rule-sets.module';
import { SubjectsModule } from '../subjects/subjects.module';
import { DailyMeasuresService } from './daily-measures.service';
import { JobScheduler } from './job-scheduler';

/** What happens without anybody asking for it. The scheduler is started by whoever starts the service. */
@Module({
  imports: [HistoriesModule, ImpactsModule, MeasuresModule, RuleSetsModule, SubjectsModule],
  providers: [DailyMeasuresService, JobScheduler],
  exports: [DailyMeasuresService, JobScheduler],
})
export class JobsModule {}
