import { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Jobs that find what a version would change for the enterprises on record, with how far each has come: the last
 * enterprise that was counted and what everything up to it came to. The contents that are compared are kept with the job,
 * as a draft may change or go while it runs. The report itself goes to `impact_report`.
 */
export class CreateImpactJobs1763908000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE impact_job (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        rule_set_id text NOT NULL,
        baseline jsonb NOT NULL,
        candidate jsonb NOT NULL,
        baseline_canonical text NOT NULL,
        candidate_canonical text NOT NULL,
        as_of date NOT NULL,
        recorded_until timestamptz(3) NOT NULL,
        state text NOT NULL CHECK (state IN ('queued', 'running', 'done', 'cancelled', 'failed')),
        population jsonb,
        last_code text,
        tally jsonb,
        subjects_done integer NOT NULL DEFAULT 0 CHECK (subjects_done >= 0),
        subjects_total integer CHECK (subjects_total >= 0),
        restarts integer NOT NULL DEFAULT 0 CHECK (restarts >= 0),
        failures integer NOT NULL DEFAULT 0 CHECK (failures >= 0),
        report_id uuid REFERENCES impact_report (id),
        asked_by text NOT NULL,
        asked_at timestamptz(3) NOT NULL,
        changed_at timestamptz(3) NOT NULL,
        CHECK ((state = 'done') = (report_id IS NOT NULL)),
        CHECK ((last_code IS NULL) = (tally IS NULL))
      );
      CREATE INDEX impact_job_report_id ON impact_job (report_id);
      CREATE INDEX impact_job_unfinished ON impact_job (id) WHERE state IN ('queued', 'running');

      GRANT SELECT, INSERT ON impact_job TO jifen_service;
      GRANT UPDATE (state, population, last_code, tally, subjects_done, subjects_total, restarts, failures, report_id, changed_at)
        ON impact_job TO jifen_service;

      SELECT pgboss.create_queue('impact',
        '{"policy": "standard", "retryLimit": 5, "retryDelay": 5, "expireInSeconds": 900}');
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DELETE FROM pgboss.job WHERE name = 'impact';
      SELECT pgboss.delete_queue('impact');
      DROP TABLE impact_job;
    `);
  }
}
