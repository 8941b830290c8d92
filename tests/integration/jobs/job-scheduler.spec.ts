import { setTimeout as sleep } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import PgBoss from 'pg-boss';
import { DataSource } from 'typeorm';
import { Settings } from '../../../src/config/settings';
import { ImpactRunner } from '../../../src/impacts/impact-runner';
import { InspectionsModule } from '../../../src/inspections/inspections.module';
import { BossDatabase } from '../../../src/jobs/boss-database';
import { DailyMeasuresService } from '../../../src/jobs/daily-measures.service';
import { JobScheduler } from '../../../src/jobs/job-scheduler';
import { JobsModule } from '../../../src/jobs/jobs.module';
import { useTestApp } from '../../support/app';
import { useTestDatabase } from '../../support/database';
import { useStored } from '../../support/stored';

const database = useTestDatabase({ withRules: true });
const stored = useStored(database);

async function until(holds: () => Promise<boolean> | boolean): Promise<void> {
  for (let tries = 0; !(await holds()); tries += 1) {
    if (tries === 100) throw new Error('it did not come to pass');
    await sleep(50);
  }
}

describe('the scheduler of jobs', () => {
  const service = useTestApp(database, {
    extra: [InspectionsModule, JobsModule],
    environment: { JURISDICTION_TIME_ZONE: 'Asia/Urumqi' },
  });
  const jobs = () => stored.rows(`SELECT state, name FROM pgboss.job WHERE name = 'daily-measures'`);

  it('does nothing until it is started', async () => {
    await sleep(100);
    expect(await jobs()).toEqual([]);
  });

  it('runs the daily job at start, with the rights of the serving role', async () => {
    const run = jest.spyOn(service.app.get(DailyMeasuresService), 'run');
    await service.app.get(JobScheduler).start();
    await until(async () => (await jobs()).some((job) => job['state'] === 'completed'));
    expect(run).toHaveBeenCalledTimes(1);
  });

  it('runs it every night by the clocks of the jurisdiction', async () => {
    const schedules = await stored.rows('SELECT name, cron, timezone FROM pgboss.schedule');
    expect(schedules).toEqual([{ name: 'daily-measures', cron: '7 0 * * *', timezone: 'Asia/Urumqi' }]);
  });

  it('warns of nothing', () => {
    expect(service.log.all().filter((line) => Number(line['level']) >= 40)).toEqual([]);
  });
});

describe('a service that stops while the job runs', () => {
  const service = useTestApp(database, { extra: [InspectionsModule, JobsModule] });

  it('lets it end between two subjects, and reports it', async () => {
    const daily = service.app.get(DailyMeasuresService);
    let asked = 0;
    jest.spyOn(daily, 'run').mockImplementation(async (isStopping = () => false) => {
      for (; !isStopping(); asked += 1) await sleep(10);
      return { followed: asked, failed: 0 };
    });
    await service.app.get(JobScheduler).start();
    await until(() => asked > 0);
    await service.app.get(JobScheduler).onModuleDestroy();
    const active = await stored.rows(`SELECT id FROM pgboss.job WHERE state = 'active'`);
    expect(active).toEqual([]);
  });
});

describe('a service that stops as soon as it has started', () => {
  const service = useTestApp(database, { extra: [InspectionsModule, JobsModule] });

  it('ends in order, wherever the job is', async () => {
    const lost: unknown[] = [];
    const onLost = (reason: unknown): void => void lost.push(reason);
    process.on('unhandledRejection', onLost);
    const parts = [
      service.app.get(DataSource),
      service.app.get(Settings),
      service.app.get(DailyMeasuresService),
      service.app.get(ImpactRunner),
    ] as const;
    for (const pause of [0, 1, 3, 6, 12, 25]) {
      const scheduler = new JobScheduler(...parts);
      await scheduler.start();
      await sleep(pause);
      await scheduler.onModuleDestroy();
    }
    await sleep(100);
    process.off('unhandledRejection', onLost);
    expect(lost).toEqual([]);
  });
});

describe('the connections of pg-boss', () => {
  const lost = jest.fn();
  const onServer = () => new BossDatabase(stored.dataSource, lost);
  const report = `WITH results AS (SELECT 1 FROM no_such_table) SELECT COUNT(*) FROM results`;

  it('fail as those of the service do', async () => {
    await expect(onServer().executeSql('SELECT 1 FROM no_such_table')).rejects.toThrow('no_such_table');
  });

  it('only tell of a report on a job that fails, for nobody waits for it', async () => {
    expect(await onServer().executeSql(report)).toEqual({ rows: [{ count: 0 }] });
    expect(lost).toHaveBeenCalledTimes(1);
  });

  it('answer nothing once they are closed', async () => {
    const closed = onServer();
    await closed.close();
    expect(await closed.executeSql('SELECT 1')).toEqual({ rows: [] });
    expect(await closed.executeSql(report)).toEqual({ rows: [{ count: 0 }] });
  });
});

describe('a database without the queue', () => {
  const other = useTestDatabase({ withRules: true });
  const owner = useStored(other);
  const service = useTestApp(other, { extra: [InspectionsModule, JobsModule] });

  it('is served all the same, with a word in the log', async () => {
    const error = jest.spyOn(Logger.prototype, 'error');
    await owner.rows('DROP SCHEMA pgboss CASCADE');
    await service.app.get(JobScheduler).start();
    expect(error).toHaveBeenCalledWith(expect.any(Error), 'the jobs could not be scheduled');
    expect(await service.client.get('/health/ready')).toMatchObject({ status: 200 });
  });
});

describe('the schema of the queue', () => {
  const other = useTestDatabase();
  const migrated = useStored(other);

  it('is the one that the installed pg-boss makes', async () => {
    const queues = await migrated.rows<{ partition: string }>('SELECT partition_name AS partition FROM pgboss.queue');
    const ours = await schema();
    await migrated.rows('DROP SCHEMA pgboss CASCADE');
    await migrated.rows(PgBoss.getConstructionPlans());
    for (const name of ['__pgboss__send-it', 'daily-measures', 'impact']) {
      await migrated.rows('SELECT pgboss.create_queue($1, $2)', [name, '{}']);
    }
    expect(queues).toHaveLength(3);
    expect(await schema()).toEqual(ours);
  });

  const schema = () =>
    migrated.rows(`
      SELECT format('column %s.%s %s %s %s', table_name, column_name, data_type, is_nullable, column_default) AS line
        FROM information_schema.columns WHERE table_schema = 'pgboss'
      UNION ALL SELECT format('constraint %s %s', conrelid::regclass, pg_get_constraintdef(oid))
        FROM pg_constraint WHERE connamespace = 'pgboss'::regnamespace
      UNION ALL SELECT format('index %s', indexdef) FROM pg_indexes WHERE schemaname = 'pgboss'
      UNION ALL SELECT format('function %s %s', proname, regexp_replace(prosrc, '\\s+', ' ', 'g'))
        FROM pg_proc WHERE pronamespace = 'pgboss'::regnamespace
      UNION ALL SELECT format('version %s', version) FROM pgboss.version
      ORDER BY 1`);
});
