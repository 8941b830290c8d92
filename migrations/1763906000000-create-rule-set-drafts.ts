import { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Drafts of versions, which change until they are published; what was proved and who approved, bound to the hash of the
 * content; and what happened to a version once it was published. A version that was withdrawn before its day keeps
 * its period, which then holds no day at all.
 */
export class CreateRuleSetDrafts1763906000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE rule_set_draft (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        rule_set_id text NOT NULL,
        version text NOT NULL,
        status text NOT NULL CHECK (status IN ('draft', 'in_review', 'approved', 'published')),
        revision integer NOT NULL CHECK (revision > 0),
        round integer NOT NULL CHECK (round >= 0),
        hash text NOT NULL CHECK (hash ~ '^sha256:[0-9a-f]{64}$'),
        canonical text NOT NULL,
        authors jsonb NOT NULL CHECK (jsonb_typeof(authors) = 'array'),
        origin jsonb NOT NULL,
        created_at timestamptz(3) NOT NULL,
        changed_at timestamptz(3) NOT NULL
      );
      CREATE INDEX rule_set_draft_rule_set_id ON rule_set_draft (rule_set_id);

      CREATE FUNCTION refuse_change_of_reviewed() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'a draft that was published is never changed, and one that was reviewed never deleted'
          USING ERRCODE = 'restrict_violation';
      END $$;
      CREATE TRIGGER rule_set_draft_published BEFORE UPDATE ON rule_set_draft
        FOR EACH ROW WHEN (OLD.status = 'published') EXECUTE FUNCTION refuse_change_of_reviewed();
      CREATE TRIGGER rule_set_draft_reviewed BEFORE DELETE ON rule_set_draft
        FOR EACH ROW WHEN (OLD.round > 0) EXECUTE FUNCTION refuse_change_of_reviewed();
      CREATE TRIGGER rule_set_draft_never_emptied BEFORE TRUNCATE ON rule_set_draft
        EXECUTE FUNCTION refuse_change_of_reviewed();

      CREATE TABLE rule_set_review (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        draft_id uuid NOT NULL REFERENCES rule_set_draft (id),
        round integer NOT NULL CHECK (round > 0),
        hash text NOT NULL CHECK (hash ~ '^sha256:[0-9a-f]{64}$'),
        verdict text NOT NULL CHECK (verdict IN ('approved', 'rejected')),
        reviewer text NOT NULL,
        comment text,
        report_hash text CHECK (report_hash ~ '^sha256:[0-9a-f]{64}$'),
        reviewed_at timestamptz(3) NOT NULL,
        UNIQUE (draft_id, round, reviewer, verdict)
      );

      CREATE TABLE rule_set_proof (
        hash text NOT NULL CHECK (hash ~ '^sha256:[0-9a-f]{64}$'),
        product text NOT NULL,
        passed boolean NOT NULL,
        problems jsonb NOT NULL,
        scenarios jsonb NOT NULL,
        checked_at timestamptz(3) NOT NULL,
        PRIMARY KEY (hash, product)
      );

      CREATE TABLE impact_report (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        hash text NOT NULL CHECK (hash ~ '^sha256:[0-9a-f]{64}$'),
        baseline_hash text NOT NULL CHECK (baseline_hash ~ '^sha256:[0-9a-f]{64}$'),
        report jsonb NOT NULL,
        report_hash text NOT NULL CHECK (report_hash ~ '^sha256:[0-9a-f]{64}$'),
        stored_at timestamptz(3) NOT NULL
      );
      CREATE INDEX impact_report_hashes ON impact_report (hash, baseline_hash);

      CREATE TABLE rule_set_life_event (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        version_id uuid NOT NULL REFERENCES rule_set_version (id),
        type text NOT NULL CHECK (type IN ('published', 'withdrawn', 'retired')),
        day date NOT NULL,
        draft_id uuid REFERENCES rule_set_draft (id),
        ended_period_id uuid REFERENCES rule_set_period (id),
        reason text,
        recorded_at timestamptz(3) NOT NULL,
        UNIQUE (version_id, type),
        CHECK ((type = 'published') = (draft_id IS NOT NULL)),
        CHECK (type = 'published' OR ended_period_id IS NULL),
        CHECK ((type = 'published') = (reason IS NULL))
      );
      CREATE INDEX rule_set_life_event_draft_id ON rule_set_life_event (draft_id);
      CREATE INDEX rule_set_life_event_ended_period_id ON rule_set_life_event (ended_period_id);

      CREATE TRIGGER rule_set_review_append_only BEFORE UPDATE OR DELETE ON rule_set_review
        FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER rule_set_review_never_emptied BEFORE TRUNCATE ON rule_set_review EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER rule_set_proof_append_only BEFORE UPDATE OR DELETE ON rule_set_proof
        FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER rule_set_proof_never_emptied BEFORE TRUNCATE ON rule_set_proof EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER impact_report_append_only BEFORE UPDATE OR DELETE ON impact_report
        FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER impact_report_never_emptied BEFORE TRUNCATE ON impact_report EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER rule_set_life_event_append_only BEFORE UPDATE OR DELETE ON rule_set_life_event
        FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER rule_set_life_event_never_emptied BEFORE TRUNCATE ON rule_set_life_event
        EXECUTE FUNCTION refuse_change();

      GRANT SELECT, INSERT, DELETE ON rule_set_draft TO jifen_service;
      GRANT UPDATE (version, status, revision, round, hash, canonical, authors, changed_at) ON rule_set_draft
        TO jifen_service;
      GRANT SELECT, INSERT ON rule_set_review, rule_set_proof, impact_report, rule_set_life_event TO jifen_service;

      ALTER TABLE rule_set_period
        DROP CONSTRAINT rule_set_period_days_check,
        ADD CONSTRAINT rule_set_period_days_check CHECK (isempty(days) OR (lower_inc(days) AND NOT lower_inf(days)));
    `);
  }

  /** What was withdrawn loses its empty period: the state before knows none. */
  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE rule_set_life_event;
      DELETE FROM rule_set_period WHERE isempty(days);
      ALTER TABLE rule_set_period
        DROP CONSTRAINT rule_set_period_days_check,
        ADD CONSTRAINT rule_set_period_days_check
          CHECK (NOT isempty(days) AND lower_inc(days) AND NOT lower_inf(days));
      DROP TABLE impact_report;
      DROP TABLE rule_set_proof;
      DROP TABLE rule_set_review;
      DROP TABLE rule_set_draft;
      DROP FUNCTION refuse_change_of_reviewed();
    `);
  }
}
