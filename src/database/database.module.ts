import { DynamicModule, Injectable, Logger, Module, OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Settings } from '../config/settings';
import { createDataSource } from './data-source';
import { DatabaseServer } from './database-server';
import { assertServingRole } from './serving-role';

@Injectable()
class ServingRoleGuard implements OnModuleInit {
  constructor(private readonly dataSource: DataSource) {}

  onModuleInit(): Promise<void> {
    return assertServingRole(this.dataSource);
  }
}

/**
 * Offers the `DataSource` of the serving role to every module; the schema is up to date already. A feature names its
 * entities by `TypeOrmModule.forFeature`.
 */
@Module({ providers: [ServingRoleGuard] })
export class DatabaseModule {
  static with(connection: DatabaseServer['service'], settings: Settings): DynamicModule {
    const { poolSize, poolTimeout, statementTimeout } = settings;
    const log = new Logger('Database');
    const typeOrm = TypeOrmModule.forRootAsync({
      // A first connection that fails stops the start; later ones are made anew by the pool.
      useFactory: () => ({ autoLoadEntities: true, retryAttempts: 0 }),
      dataSourceFactory: (options) =>
        Promise.resolve(
          createDataSource({
            ...connection,
            ...{ poolSize, poolTimeout, statementTimeout },
            entities: options?.entities ?? [],
            onPoolError: ({ message }) => log.warn(`an idle connection was lost: ${message}`),
          }),
        ),
    });
    return { module: DatabaseModule, imports: [typeOrm] };
  }
}
