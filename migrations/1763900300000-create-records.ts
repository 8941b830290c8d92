import { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The history of a subject under a rule set: append-only records with the day they are dated, the instant they became
 * known and the instant this service took them. `content` is what the ledger folds; the facts of an inspection and its
 * whole result stand beside it, so that folding moves neither.
 */
export class CreateRecords1763900300000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE record (
        id uuid PRIMARY KEY,
        subject_id uuid NOT NULL REFERENCES subject (id),
        rule_set_id text NOT NULL REFERENCES rule_set (id),
        number integer NOT NULL CHECK (number > 0),
        key text NOT NULL,
        type text NOT NULL CHECK (type IN ('inspection', 'rectification', 're_inspection', 'extension', 'annulment')),
        day date NOT NULL,
        known_at timestamptz(3) NOT NULL,
        recorded_at timestamptz(3) NOT NULL,
        version_id uuid REFERENCES rule_set_version (id),
        content jsonb NOT NULL,
        UNIQUE (subject_id, rule_set_id, number),
        UNIQUE (subject_id, rule_set_id, key),
        CHECK (known_at <= recorded_at),
        CHECK ((type = 'inspection') = (version_id IS NOT NULL))
      );
      CREATE INDEX record_rule_set_id ON record (rule_set_id);
      CREATE INDEX record_version_id ON record (version_id);

      CREATE TABLE inspection (
        id uuid PRIMARY KEY REFERENCES record (id),
        version_hash text NOT NULL,
        kind text NOT NULL CHECK (kind IN ('routine', 'spot_check', 'enforcement')),
        office_id uuid NOT NULL REFERENCES office (id),
        inspectors jsonb NOT NULL,
        facts jsonb NOT NULL,
        points numeric(9, 3) NOT NULL,
        result jsonb NOT NULL
      );
      CREATE INDEX inspection_office_id ON inspection (office_id);

      CREATE TABLE finding (
        id uuid PRIMARY KEY,
        inspection_id uuid NOT NULL REFERENCES inspection (id),
        item text NOT NULL,
        points numeric(9, 3) NOT NULL,
        deadline date NOT NULL,
        UNIQUE (inspection_id, item)
      );

      CREATE TRIGGER record_append_only BEFORE UPDATE OR DELETE ON record
        FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER record_never_emptied BEFORE TRUNCATE ON record EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER inspection_append_only BEFORE UPDATE OR DELETE ON inspection
        FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER inspection_never_emptied BEFORE TRUNCATE ON inspection EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER finding_append_only BEFORE UPDATE OR DELETE ON finding
        FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER finding_never_emptied BEFORE TRUNCATE ON finding EXECUTE FUNCTION refuse_change();

      GRANT SELECT, INSERT ON record, inspection, finding TO jifen_service;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE finding;
      DROP TABLE inspection;
      DROP TABLE record;
    `);
  }
}
