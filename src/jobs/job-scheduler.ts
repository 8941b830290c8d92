import { Injectable, Logger, OnModuleDestroy } from '@nestjs/common';
import PgBoss from 'pg-boss';
import { DataSource } from 'typeorm';
import { Settings } from '../config/settings';
import { ImpactRunner } from '../impacts/impact-runner';
import { IMPACT_QUEUE } from '../impacts/impact-jobs.store';
import { BossDatabase } from './boss-database';
import { DailyMeasuresService } from './daily-measures.service';

/** Made by the migration that creates the queue of jobs. */
const QUEUE = 'daily-measures';

/** Seven minutes past midnight, when the day has begun by every clock concerned. */
const DAILY = '7 0 * * *';

/** Seconds between two looks at the queue. Nobody waits for a nightly job. */
const POLLING = 30;

/** Seconds between two looks for an impact that somebody asked for and waits for. */
const IMPACT_POLLING = 2;

/** Longest wait for a run to end; it stops between two subjects, so it takes no such time. */
const STOP_TIMEOUT = 10_000;

/**
 * Runs the impacts that are asked for, and the daily job: every night in the time zone of the jurisdiction, and once at start for the nights on which no
 * service ran. The service does without it: a standing shows what is due before the job appends it.
 */
@Injectable()
export class JobScheduler implements OnModuleDestroy {
  private readonly log = new Logger('Jobs');
  private stopping = false;
  private running: { readonly boss: PgBoss; readonly database: BossDatabase } | undefined;

  constructor(
    private readonly dataSource: DataSource,
    private readonly settings: Settings,
    private readonly dailyMeasures: DailyMeasuresService,
    private readonly impacts: ImpactRunner,
  ) {}

  /** Called once the service is there to be used; never throws. */
  async start(): Promise<void> {
    try {
      await this.startBoss();
    } catch (error) {
      this.log.error(error, 'the jobs could not be scheduled');
    }
  }

  async onModuleDestroy(): Promise<void> {
    this.stopping = true;
    const { running } = this;
    this.running = undefined;
    if (running === undefined) return;
    await running.boss.stop({ graceful: true, wait: true, timeout: STOP_TIMEOUT });
    await running.database.close();
  }

  private async startBoss(): Promise<void> {
    const database = new BossDatabase(this.dataSource, (error) =>
      this.log.warn(
        `the end of a job could not be reported: ${error instanceof Error ? error.message : String(error)}`,
      ),
    );
    const boss = new PgBoss({ db: database, migrate: false, cronWorkerIntervalSeconds: POLLING });
    boss.on('error', ({ message }) => this.log.warn(`the queue of jobs does not answer: ${message}`));
    this.running = { boss, database };
    await boss.start();
    await boss.schedule(QUEUE, DAILY, {}, { tz: this.settings.jurisdictionTimeZone });
    await boss.send(QUEUE, {});
    await boss.work(QUEUE, { pollingIntervalSeconds: POLLING }, () => this.runDaily());
    await this.impacts.queueUnfinished();
    const often = { pollingIntervalSeconds: IMPACT_POLLING };
    await boss.work<{ job: string }>(IMPACT_QUEUE, often, (jobs) => this.runImpacts(jobs.map(({ data }) => data.job)));
  }

  private async runImpacts(jobs: readonly string[]): Promise<void> {
    for (const job of jobs) await this.impacts.run(job, () => this.stopping);
  }

  /** A job that was fetched while the service stops is left to the next start. */
  private async runDaily(): Promise<void> {
    if (!this.stopping) await this.dailyMeasures.run(() => this.stopping);
  }
}
