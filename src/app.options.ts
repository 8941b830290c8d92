import { DynamicModule } from '@nestjs/common';
import { DestinationStream } from 'pino';
import { Clock } from './common/clock';
import { Settings } from './config/settings';
import { DatabaseServer } from './database/database-server';

/** What an application is made of. */
export interface AppOptions {
  readonly settings: Settings;
  readonly clock: Clock;
  /** Of the serving role, to a database that is up to date. */
  readonly connection: DatabaseServer['service'];
  /** Holds answers to their schemas; for tests. */
  readonly checkResponses?: boolean;
  /** Where the log goes; standard output when absent. */
  readonly log?: DestinationStream;
  /** More modules; for tests. */
  readonly extra?: NonNullable<DynamicModule['imports']>;
}
