import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditModule } from '../audit/audit.module';
import { HistoriesModule } from '../inspections/histories.module';
import { RuleSetsModule } from '../rule-sets/rule-sets.module';
import { SubjectsModule } from '../subjects/subjects.module';
import { MeasureEvent } from './measure-event.entity';
import { Measure } from './measure.entity';
import { MeasuresController } from './measures.controller';
import { MeasuresFollower } from './measures.follower';
import { MeasuresReadModel } from './measures.read-model';
import { MeasuresService } from './measures.service';
import { MeasuresStore } from './measures.store';

/** What authorities do because a rung was reached. */
@Module({
  imports: [
    TypeOrmModule.forFeature([Measure, MeasureEvent]),
    AuditModule,
    HistoriesModule,
    RuleSetsModule,
    SubjectsModule,
  ],
  controllers: [MeasuresController],
  providers: [MeasuresFollower, MeasuresReadModel, MeasuresService, MeasuresStore],
  exports: [MeasuresFollower, MeasuresStore],
})
export class MeasuresModule {}
