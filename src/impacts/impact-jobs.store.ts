import { EntityManager } from 'typeorm';
import { CivilDate, ImpactReport, TallyState } from '../core';
import { ComparedContent, ImpactState } from './impact-job.entity';

/** The report as it is stored, hashed and shown: the figures, of whom and as of when. */
export interface StoredImpactReport extends ImpactReport {
  readonly ruleSet: string;
  readonly asOf: CivilDate;
  readonly recordedUntil: string;
}

/** How much there is to read: nothing that was recorded ever changes, so the same counts are the same records. */
export interface PopulationSize {
  readonly records: number;
  readonly entries: number;
}

export interface ImpactJob {
  readonly id: string;
  readonly ruleSet: string;
  readonly baseline: ComparedContent;
  readonly candidate: ComparedContent;
  readonly asOf: CivilDate;
  readonly recordedUntil: Date;
  readonly state: ImpactState;
  readonly subjectsDone: number;
  readonly subjectsTotal: number | null;
  /** How often it began anew because what is on record had changed under it. */
  readonly restarts: number;
  readonly askedBy: string;
  readonly askedAt: Date;
  readonly changedAt: Date;
}

/** A job with its report, where it has come to one. */
export interface ImpactJobView extends ImpactJob {
  readonly reportHash: string | null;
  readonly report: StoredImpactReport | null;
}

/** What a job needs to go on. */
export interface ImpactWork extends ImpactJob {
  readonly baselineCanonical: string;
  readonly candidateCanonical: string;
  readonly population: PopulationSize | null;
  readonly lastCode: string | null;
  readonly tally: TallyState | null;
}

export interface NewImpactJob extends Pick<ImpactJob, 'ruleSet' | 'baseline' | 'candidate' | 'asOf'> {
  readonly baselineCanonical: string;
  readonly candidateCanonical: string;
  readonly askedBy: string;
}

/** The queue that a migration made. */
export const IMPACT_QUEUE = 'impact';

const HEAD = `j.id, j.rule_set_id AS "ruleSet", j.baseline, j.candidate, j.as_of AS "asOf", j.state,
  j.recorded_until AS "recordedUntil", j.subjects_done AS "subjectsDone", j.subjects_total AS "subjectsTotal", j.restarts,
  j.asked_by AS "askedBy", j.asked_at AS "askedAt", j.changed_at AS "changedAt"`;

/** Stores a job and queues it, both or neither. @returns its id */
export async function insertImpactJob(manager: EntityManager, job: NewImpactJob, now: Date): Promise<string> {
  const rows = await manager.query<{ id: string }[]>(
    `INSERT INTO impact_job (rule_set_id, baseline, candidate, baseline_canonical, candidate_canonical, as_of,
                             recorded_until, state, asked_by, asked_at, changed_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, 'queued', $8, $7, $7) RETURNING id`,
    [
      job.ruleSet,
      JSON.stringify(job.baseline),
      JSON.stringify(job.candidate),
      job.baselineCanonical,
      job.candidateCanonical,
      job.asOf,
      now,
      job.askedBy,
    ],
  );
  const { id } = rows[0] as { id: string };
  await queueImpactJob(manager, id);
  return id;
}

/** As pg-boss would queue it, in the transaction of whoever asks. */
export async function queueImpactJob(manager: EntityManager, id: string): Promise<void> {
  await manager.query(
    `INSERT INTO pgboss.job (name, data, policy, retry_limit, retry_delay, expire_in)
     SELECT name, jsonb_build_object('job', $2::uuid), policy, retry_limit, retry_delay, expire_seconds * interval '1 second'
       FROM pgboss.queue WHERE name = $1`,
    [IMPACT_QUEUE, id],
  );
}

export async function readImpactJob(
  manager: EntityManager,
  ruleSet: string,
  id: string,
): Promise<ImpactJobView | undefined> {
  const rows = await manager.query<ImpactJobView[]>(
    `SELECT ${HEAD}, r.report_hash AS "reportHash", r.report
       FROM impact_job j LEFT JOIN impact_report r ON r.id = j.report_id
      WHERE j.id = $1 AND j.rule_set_id = $2`,
    [id, ruleSet],
  );
  return rows[0];
}

/** How far a job has come, without its report. */
export async function readProgress(manager: EntityManager, id: string): Promise<ImpactJob | undefined> {
  const rows = await manager.query<ImpactJob[]>(`SELECT ${HEAD} FROM impact_job j WHERE j.id = $1`, [id]);
  return rows[0];
}

export async function readWork(manager: EntityManager, id: string): Promise<ImpactWork | undefined> {
  const rows = await manager.query<ImpactWork[]>(
    `SELECT ${HEAD}, j.baseline_canonical AS "baselineCanonical", j.candidate_canonical AS "candidateCanonical",
            j.population, j.last_code AS "lastCode", j.tally
       FROM impact_job j WHERE j.id = $1`,
    [id],
  );
  return rows[0];
}

export async function unfinishedJobs(manager: EntityManager): Promise<readonly string[]> {
  const rows = await manager.query<{ id: string }[]>(
    `SELECT id FROM impact_job WHERE state IN ('queued', 'running') ORDER BY asked_at, id`,
  );
  return rows.map(({ id }) => id);
}

const UNFINISHED = `state IN ('queued', 'running')`;

/** Whether the job was still to be done; all of these change nothing of one that is not. */
async function change(manager: EntityManager, sql: string, parameters: readonly unknown[]): Promise<boolean> {
  const [rows] = await manager.query<[unknown[], number]>(`UPDATE impact_job SET ${sql} RETURNING id`, [...parameters]);
  return rows.length > 0;
}

export interface Beginning {
  readonly population: PopulationSize;
  readonly subjectsTotal: number;
  /** Something was counted before, and nothing of it is used. */
  readonly anew: boolean;
}

export function beginWork(manager: EntityManager, id: string, beginning: Beginning, now: Date): Promise<boolean> {
  const { population, subjectsTotal, anew } = beginning;
  const reset = anew ? ', last_code = NULL, tally = NULL, subjects_done = 0, restarts = restarts + 1' : '';
  return change(
    manager,
    `state = 'running', population = $2, subjects_total = $3, changed_at = $4${reset} WHERE id = $1 AND ${UNFINISHED}`,
    [id, JSON.stringify(population), subjectsTotal, now],
  );
}

/** How far it has come, and what to go on from if the process ends. */
export function keepTally(
  manager: EntityManager,
  id: string,
  { lastCode, tally }: { readonly lastCode: string; readonly tally: TallyState },
  now: Date,
): Promise<boolean> {
  return change(
    manager,
    `last_code = $2, tally = $3, subjects_done = $4, changed_at = $5 WHERE id = $1 AND ${UNFINISHED}`,
    [id, lastCode, JSON.stringify(tally), tally.subjects, now],
  );
}

export async function isUnfinished(manager: EntityManager, id: string): Promise<boolean> {
  const rows = await manager.query<unknown[]>(`SELECT 1 FROM impact_job WHERE id = $1 AND ${UNFINISHED}`, [id]);
  return rows.length > 0;
}

export function endWork(manager: EntityManager, id: string, reportId: string, now: Date): Promise<boolean> {
  return change(
    manager,
    `state = 'done', report_id = $2, subjects_done = subjects_total, last_code = NULL, tally = NULL, changed_at = $3
      WHERE id = $1 AND ${UNFINISHED}`,
    [id, reportId, now],
  );
}

export function cancelWork(manager: EntityManager, id: string, now: Date): Promise<boolean> {
  return change(
    manager,
    `state = 'cancelled', last_code = NULL, tally = NULL, changed_at = $2 WHERE id = $1 AND ${UNFINISHED}`,
    [id, now],
  );
}

/** After so many failures it is not tried again. */
const MAX_FAILURES = 5;

export function countFailure(manager: EntityManager, id: string, now: Date): Promise<boolean> {
  return change(
    manager,
    `failures = failures + 1, changed_at = $2, state = CASE WHEN failures + 1 >= $3 THEN 'failed' ELSE state END
      WHERE id = $1 AND ${UNFINISHED}`,
    [id, now, MAX_FAILURES],
  );
}

/** @returns the id of the report */
export async function insertReport(
  manager: EntityManager,
  {
    hash,
    baselineHash,
    report,
    reportHash,
  }: Readonly<Record<'hash' | 'baselineHash' | 'report' | 'reportHash', string>>,
  now: Date,
): Promise<string> {
  const rows = await manager.query<{ id: string }[]>(
    `INSERT INTO impact_report (hash, baseline_hash, report, report_hash, stored_at) VALUES ($1, $2, $3, $4, $5)
     RETURNING id`,
    [hash, baselineHash, report, reportHash, now],
  );
  return (rows[0] as { id: string }).id;
}
