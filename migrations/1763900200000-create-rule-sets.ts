import { MigrationInterface, QueryRunner } from 'typeorm';

/** Published versions of rule sets. Their content never changes, and no two are in force on one day. */
export class CreateRuleSets1763900200000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE rule_set (
        id text PRIMARY KEY,
        created_at timestamptz(3) NOT NULL
      );

      CREATE TABLE rule_set_version (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        rule_set_id text NOT NULL REFERENCES rule_set (id),
        version text NOT NULL,
        hash text NOT NULL CHECK (hash ~ '^sha256:[0-9a-f]{64}$'),
        canonical text NOT NULL,
        status text NOT NULL CHECK (status IN ('published')),
        shipped boolean NOT NULL,
        published_at timestamptz(3) NOT NULL,
        UNIQUE (rule_set_id, version)
      );

      CREATE TABLE rule_set_period (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        rule_set_id text NOT NULL REFERENCES rule_set (id),
        version_id uuid NOT NULL REFERENCES rule_set_version (id),
        days daterange NOT NULL CHECK (NOT isempty(days) AND lower_inc(days) AND NOT lower_inf(days)),
        CONSTRAINT rule_set_period_no_two_in_force EXCLUDE USING gist (rule_set_id WITH =, days WITH &&)
      );
      CREATE INDEX rule_set_period_version_id ON rule_set_period (version_id);

      CREATE FUNCTION refuse_change_of_published() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'a published version of a rule set is never changed or deleted'
          USING ERRCODE = 'restrict_violation';
      END $$;
      CREATE TRIGGER rule_set_version_published BEFORE UPDATE OR DELETE ON rule_set_version
        FOR EACH ROW WHEN (OLD.status = 'published') EXECUTE FUNCTION refuse_change_of_published();
      CREATE TRIGGER rule_set_version_never_emptied BEFORE TRUNCATE ON rule_set_version
        EXECUTE FUNCTION refuse_change_of_published();

      GRANT SELECT ON rule_set, rule_set_version, rule_set_period TO jifen_service;
      GRANT INSERT ON rule_set, rule_set_version, rule_set_period TO jifen_service;
      GRANT UPDATE (days) ON rule_set_period TO jifen_service;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE rule_set_period;
      DROP TABLE rule_set_version;
      DROP FUNCTION refuse_change_of_published();
      DROP TABLE rule_set;
    `);
  }
}
