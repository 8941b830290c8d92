import { Injectable, OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { pendingMigrations } from '../database/migrate';
import { Readiness } from './readiness';

/** The database answers, and no migration of this release is missing. */
@Injectable()
export class DatabaseReadiness implements OnModuleInit {
  constructor(
    private readonly readiness: Readiness,
    private readonly dataSource: DataSource,
  ) {}

  onModuleInit(): void {
    this.readiness.add('database', async () => {
      await this.dataSource.query('SELECT 1');
    });
    this.readiness.add('migrations', async () => {
      const pending = await pendingMigrations(this.dataSource);
      if (pending.length > 0) throw new Error(`pending: ${pending.join(', ')}`);
    });
  }
}
