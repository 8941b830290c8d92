import { DynamicModule, Module } from '@nestjs/common';
import { AccessModule } from './access/access.module';
import { CertificatesModule } from './certificates/certificates.module';
import { CommonModule } from './common/common.module';
import { LoggingModule } from './common/logging/logging.module';
import { OpenApiModule } from './common/openapi/openapi.module';
import { ConfigModule } from './config/config.module';
import { DatabaseModule } from './database/database.module';
import { HealthModule } from './health/health.module';
import { ImpactsModule } from './impacts/impacts.module';
import { InspectionsModule } from './inspections/inspections.module';
import { InspectorsModule } from './inspectors/inspectors.module';
import { JobsModule } from './jobs/jobs.module';
import { MeasuresModule } from './measures/measures.module';
import { MetricsModule } from './metrics/metrics.module';
import { RuleSetsModule } from './rule-sets/rule-sets.module';
import { StandingsModule } from './standings/standings.module';
import { SubjectsModule } from './subjects/subjects.module';
import { AppOptions } from './app.options';

/** The parts of the service that stand on the plumbing, one module each. */
const FEATURES: NonNullable<DynamicModule['imports']> = [
  AccessModule,
  HealthModule,
  MetricsModule,
  OpenApiModule,
  RuleSetsModule,
  SubjectsModule,
  InspectorsModule,
  InspectionsModule,
  StandingsModule,
  CertificatesModule,
  MeasuresModule,
  ImpactsModule,
  JobsModule,
];

@Module({})
export class AppModule {
  static with(options: AppOptions): DynamicModule {
    const { settings, connection, clock, checkResponses = false, log, extra = [] } = options;
    return {
      module: AppModule,
      imports: [
        ConfigModule.with(settings),
        LoggingModule.with(settings, log),
        CommonModule.with({ clock, checkResponses }),
        DatabaseModule.with(connection, settings),
        ...FEATURES,
        ...extra,
      ],
    };
  }
}
