import { DynamicModule, Module } from '@nestjs/common';
import { CommonModule } from './common/common.module';
import { LoggingModule } from './common/logging/logging.module';
import { OpenApiModule } from './common/openapi/openapi.module';
import { ConfigModule } from './config/config.module';
import { DatabaseModule } from './database/database.module';
import { HealthModule } from './health/health.module';
import { AppOptions } from './app.options';

/** The parts of the service that stand on the plumbing, one module each. */
const FEATURES: NonNullable<DynamicModule['imports']> = [HealthModule, OpenApiModule];

@Module({})
export class AppModule {
  static with({ settings, connection, clock, checkResponses = false, log, extra = [] }: AppOptions): DynamicModule {
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
