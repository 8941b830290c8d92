import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { RuleSetsModule } from '../rule-sets/rule-sets.module';
import { Finding } from './finding.entity';
import { HistoryReadModel } from './history.read-model';
import { Inspection } from './inspection.entity';
import { RecordRow } from './record.entity';

/** The records of subjects, for whoever folds them. */
@Module({
  imports: [TypeOrmModule.forFeature([RecordRow, Inspection, Finding]), RuleSetsModule],
  providers: [HistoryReadModel],
  exports: [HistoryReadModel],
})
export class HistoriesModule {}
