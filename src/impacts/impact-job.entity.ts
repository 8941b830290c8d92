import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

export const IMPACT_STATES = ['queued', 'running', 'done', 'cancelled', 'failed'] as const;

export type ImpactState = (typeof IMPACT_STATES)[number];

/** One of the two contents: a published version, or a draft as it was when it was asked. */
export interface ComparedContent {
  readonly version: string;
  readonly hash: string;
  readonly draft: string | null;
}

/** A job that finds what one content would change against another, and how far it has come. */
@Entity('impact_job')
@Index('impact_job_unfinished', ['id'], { where: `state IN ('queued', 'running')` })
export class ImpactJobRow {
  @PrimaryGeneratedColumn('uuid', { name: 'id' })
  id!: string;

  @Column({ name: 'rule_set_id', type: 'text' })
  ruleSetId!: string;

  @Column({ name: 'baseline', type: 'jsonb' })
  baseline!: ComparedContent;

  @Column({ name: 'candidate', type: 'jsonb' })
  candidate!: ComparedContent;

  @Column({ name: 'baseline_canonical', type: 'text' })
  baselineCanonical!: string;

  @Column({ name: 'candidate_canonical', type: 'text' })
  candidateCanonical!: string;

  @Column({ name: 'as_of', type: 'date' })
  asOf!: string;

  /** What was recorded later is not part of it, however long it takes. */
  @Column({ name: 'recorded_until', type: 'timestamptz', precision: 3 })
  recordedUntil!: Date;

  @Column({ name: 'state', type: 'text' })
  state!: ImpactState;

  /** How much there was to read when it began: if it is not the same when the job goes on, it begins anew. */
  @Column({ name: 'population', type: 'jsonb', nullable: true })
  population!: unknown;

  /** Code of the last enterprise in the tally. */
  @Column({ name: 'last_code', type: 'text', nullable: true })
  lastCode!: string | null;

  @Column({ name: 'tally', type: 'jsonb', nullable: true })
  tally!: unknown;

  @Column({ name: 'subjects_done', type: 'integer', default: 0 })
  subjectsDone!: number;

  @Column({ name: 'subjects_total', type: 'integer', nullable: true })
  subjectsTotal!: number | null;

  /** How often it began anew because what is on record had changed under it. */
  @Column({ name: 'restarts', type: 'integer', default: 0 })
  restarts!: number;

  @Column({ name: 'failures', type: 'integer', default: 0 })
  failures!: number;

  @Index('impact_job_report_id')
  @Column({ name: 'report_id', type: 'uuid', nullable: true })
  reportId!: string | null;

  @Column({ name: 'asked_by', type: 'text' })
  askedBy!: string;

  @Column({ name: 'asked_at', type: 'timestamptz', precision: 3 })
  askedAt!: Date;

  @Column({ name: 'changed_at', type: 'timestamptz', precision: 3 })
  changedAt!: Date;
}
