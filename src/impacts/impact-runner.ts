import { Injectable, Logger } from '@nestjs/common';
import { DataSource, EntityManager } from 'typeorm';
import { asSystem } from '../audit/audit-origin';
import { AuditService } from '../audit/audit.service';
import { Clock } from '../common/clock';
import {
  canonicalJson,
  compileRuleSet,
  CompiledRuleSet,
  compileScorer,
  contentHash,
  epochDayOf,
  ImpactTally,
  PopulationImpact,
} from '../core';
import { inTransaction } from '../database/transaction';
import {
  beginWork,
  countFailure,
  endWork,
  ImpactWork,
  insertReport,
  isUnfinished,
  keepTally,
  queueImpactJob,
  readWork,
  StoredImpactReport,
  unfinishedJobs,
} from './impact-jobs.store';
import { Population, PopulationReader } from './population.reader';

/** Enterprises read at once: with a hundred inspections each they are some megabytes. */
const BATCH = 50;

/** Milliseconds between two times that what was counted is kept: what a kill costs at most. */
const KEEP_EVERY = 1000;

/** Longest run of a job at one go, well before the queue would take it for lost; it is then queued to go on. */
const LONGEST_RUN = 5 * 60_000;

/** What a job works with. */
interface Tools {
  readonly manager: EntityManager;
  readonly work: ImpactWork;
  readonly population: Population;
  readonly tally: ImpactTally;
  readonly impact: PopulationImpact;
  readonly versions: ReadonlyMap<string, CompiledRuleSet>;
}

type Outcome = 'counted' | 'paused' | 'ended';

/**
 * Replays the population enterprise by enterprise. Everything up to the last enterprise is kept every second, so that a
 * job that was killed goes on from there. Were records taken meanwhile that belong to what it reads, it begins anew and
 * counts that as a restart: a report is never made of two states.
 */
@Injectable()
export class ImpactRunner {
  private readonly log = new Logger('Impacts');

  constructor(
    private readonly dataSource: DataSource,
    private readonly reader: PopulationReader,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** What a process that was killed left unfinished. Where another works on it, nothing comes of it. */
  async queueUnfinished(): Promise<void> {
    const { manager } = this.dataSource;
    for (const id of await unfinishedJobs(manager)) await queueImpactJob(manager, id);
  }

  /**
   * Works on a job until it has its report, is cancelled, or has to pause. Nothing happens where it has ended.
   * @param isStopping asked between two batches of enterprises
   */
  run(id: string, isStopping: () => boolean = () => false): Promise<void> {
    return asSystem(async () => {
      const runner = this.dataSource.createQueryRunner();
      try {
        const lock = (await runner.query('SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS held', [id])) as [
          { held: boolean },
        ];
        if (!lock[0].held) return;
        try {
          await this.work(runner.manager, id, isStopping);
        } finally {
          await runner.query('SELECT pg_advisory_unlock(hashtextextended($1, 0))', [id]);
        }
      } catch (error) {
        this.log.error(error, `the impact ${id} could not be found`);
        await countFailure(this.dataSource.manager, id, this.now());
        throw error;
      } finally {
        await runner.release();
      }
    });
  }

  private async work(manager: EntityManager, id: string, isStopping: () => boolean): Promise<void> {
    const until = performance.now() + LONGEST_RUN;
    const mustPause = (): boolean => isStopping() || performance.now() > until;
    for (;;) {
      const work = await readWork(manager, id);
      const tools = work === undefined ? undefined : await this.begin(manager, work);
      if (tools === undefined) return;
      const outcome = await this.count(tools, mustPause);
      if (outcome === 'paused') await queueImpactJob(manager, id);
      if (outcome !== 'counted' || (await this.end(tools))) return;
    }
  }

  private async begin(manager: EntityManager, work: ImpactWork): Promise<Tools | undefined> {
    const { id, ruleSet, recordedUntil, asOf } = work;
    const population = { ruleSet, recordedUntil, asOf };
    const { subjects, ...size } = await this.reader.size(manager, population);
    const goesOn = canonicalJson(work.population) === canonicalJson(size);
    const anew = work.population !== null && !goesOn;
    const beginning = { population: size, subjectsTotal: subjects, anew };
    if (!(await beginWork(manager, id, beginning, this.now()))) return undefined;
    const [from, to] = [work.baselineCanonical, work.candidateCanonical].map((one) => compileRuleSet(JSON.parse(one)));
    if (from === undefined || to === undefined) throw new Error('two contents are compared');
    const versions = await this.reader.versions(manager, population);
    const impact = new PopulationImpact(from, to, [...versions.values()]);
    const kept = goesOn && work.tally !== null ? work.tally : undefined;
    const tally = new ImpactTally(compileScorer(from), compileScorer(to), kept);
    const lastCode = kept === undefined ? null : work.lastCode;
    return { manager, work: { ...work, population: size, lastCode }, population, tally, impact, versions };
  }

  private async count(tools: Tools, mustPause: () => boolean): Promise<Outcome> {
    const { manager, work, population, tally, impact, versions } = tools;
    const [asOf, reads] = [epochDayOf(work.asOf), impact.reads];
    let [after, kept] = [work.lastCode ?? '', performance.now()];
    for (;;) {
      const batch = await this.reader.next(manager, population, { after, limit: BATCH, reads }, versions);
      for (const { subject, history } of batch) tally.add(subject, impact.of(history, asOf));
      after = batch.at(-1)?.subject.code ?? after;
      if (batch.length < BATCH) return 'counted';
      const pauses = mustPause();
      if (!pauses && performance.now() - kept < KEEP_EVERY) {
        if (!(await isUnfinished(manager, work.id))) return 'ended';
        continue;
      }
      if (!(await keepTally(manager, work.id, { lastCode: after, tally: tally.state }, this.now()))) return 'ended';
      if (pauses) return 'paused';
      kept = performance.now();
    }
  }

  /** Stores the report and the end of the job together. @returns false where the job has to begin anew */
  private end({ work, population, tally }: Tools): Promise<boolean> {
    const { id, ruleSet, asOf, recordedUntil, askedBy } = work;
    return inTransaction(this.dataSource, async (manager) => {
      const { subjects: _, ...size } = await this.reader.size(manager, population);
      if (canonicalJson(size) !== canonicalJson(work.population)) return false;
      const report: StoredImpactReport = {
        ruleSet,
        asOf,
        recordedUntil: recordedUntil.toISOString(),
        ...tally.report(),
      };
      const [reportHash, now] = [contentHash(report), this.now()];
      const { candidate, baseline } = report;
      const hashes = { hash: candidate.hash, baselineHash: baseline.hash };
      const reportId = await insertReport(manager, { ...hashes, report: canonicalJson(report), reportHash }, now);
      if (!(await endWork(manager, id, reportId, now))) throw new CancelledMeanwhile();
      const after = { ruleSet, ...hashes, reportHash, up: report.up.length, down: report.down.length, askedBy };
      await this.audit.append(manager, { action: 'impact_report.stored', entity: 'impact_job', entityId: id, after });
      return true;
    }).catch((error: unknown) => {
      if (error instanceof CancelledMeanwhile) return true;
      throw error;
    });
  }

  private now(): Date {
    return new Date(this.clock.now());
  }
}

/** Undoes the report of a job that was cancelled at the last moment. */
class CancelledMeanwhile extends Error {}
