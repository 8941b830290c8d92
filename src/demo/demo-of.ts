import { INestApplicationContext, Type } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AccountsService } from '../access/accounts/accounts.service';
import { ApiKeysService } from '../access/keys/api-keys.service';
import { Passwords } from '../access/passwords/passwords';
import { Clock } from '../common/clock';
import { BatchService } from '../inspections/batch.service';
import { InspectorsService } from '../inspectors/inspectors.service';
import { MeasuresService } from '../measures/measures.service';
import { RuleSetsReadModel } from '../rule-sets/rule-sets.read-model';
import { StandingsService } from '../standings/standings.service';
import { OfficesService } from '../subjects/offices.service';
import { SubjectViewsService } from '../subjects/subject-views.service';
import { SubjectsService } from '../subjects/subjects.service';
import { DemoCallers } from './demo-callers';
import { DistrictCreator } from './district-creator';
import { DistrictStateReader } from './district-state';
import { DistrictSummary } from './district-summary';
import { StoryTeller } from './story-teller';

/** What makes the district and tells of it. */
export interface Demo {
  readonly creator: DistrictCreator;
  readonly summary: DistrictSummary;
  readonly teller: StoryTeller;
  readonly callers: DemoCallers;
}

/** Puts the demonstration together from the services of an application, which knows nothing of it. */
export function demoOf(app: INestApplicationContext): Demo {
  const get = <T>(type: Type<T> | (abstract new () => T)): T => app.get<T>(type, { strict: false });
  const dataSource = get(DataSource);
  const [views, standings] = [get(SubjectViewsService), get(StandingsService)];
  const creator = new DistrictCreator(
    ...([dataSource, get<Clock>(Clock), new DistrictStateReader(dataSource), get(RuleSetsReadModel)] as const),
    ...([
      get(OfficesService),
      get(InspectorsService),
      get(SubjectsService),
      views,
      get(BatchService),
      get(MeasuresService),
    ] as const),
  );
  return {
    creator,
    summary: new DistrictSummary(dataSource, views, standings),
    teller: new StoryTeller(standings, views),
    callers: new DemoCallers(
      ...([dataSource, get<Clock>(Clock), get(AccountsService), get(Passwords), get(ApiKeysService), views] as const),
    ),
  };
}
