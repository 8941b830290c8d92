import { Module } from '@nestjs/common';
import { HistoriesModule } from '../inspections/histories.module';
import { MeasuresModule } from '../measures/measures.module';
import { RuleSetsModule } from '../rule-sets/rule-sets.module';
import { SubjectsModule } from '../subjects/subjects.module';
import { StandingsController } from './standings.controller';
import { StandingsReader } from './standings.reader';
import { StandingsService } from './standings.service';

/** What the points of an enterprise add up to, on any day and as known at any instant. */
@Module({
  imports: [HistoriesModule, MeasuresModule, RuleSetsModule, SubjectsModule],
  controllers: [StandingsController],
  providers: [StandingsReader, StandingsService],
  exports: [StandingsReader, StandingsService],
})
export class StandingsModule {}
