import { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Inspectors by their certificates, with entries that say from when until when each is valid: append-only, as the register
 * of enterprises is. Inspections keep those of their inspectors who held a valid one, and who assisted.
 */
export class CreateInspectors1763902000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE inspector (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        certificate_number text NOT NULL UNIQUE CHECK (char_length(certificate_number) BETWEEN 1 AND 64),
        name text NOT NULL,
        office_id uuid NOT NULL REFERENCES office (id),
        created_at timestamptz(3) NOT NULL
      );
      CREATE INDEX inspector_office_id ON inspector (office_id);

      CREATE TABLE inspector_entry (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        inspector_id uuid NOT NULL REFERENCES inspector (id),
        number integer NOT NULL CHECK (number > 0),
        type text NOT NULL CHECK (type IN ('period', 'revocation')),
        valid_from date,
        valid_to date,
        revoked_from date,
        reason text,
        recorded_at timestamptz(3) NOT NULL,
        UNIQUE (inspector_id, number),
        CHECK (valid_to IS NULL OR valid_from < valid_to),
        CHECK ((type = 'period') = (valid_from IS NOT NULL)),
        CHECK (type = 'period' OR valid_to IS NULL),
        CHECK ((type = 'revocation') = (revoked_from IS NOT NULL)),
        CHECK ((type = 'revocation') = (reason IS NOT NULL))
      );

      CREATE TRIGGER inspector_append_only BEFORE UPDATE OR DELETE ON inspector
        FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER inspector_never_emptied BEFORE TRUNCATE ON inspector EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER inspector_entry_append_only BEFORE UPDATE OR DELETE ON inspector_entry
        FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER inspector_entry_never_emptied BEFORE TRUNCATE ON inspector_entry EXECUTE FUNCTION refuse_change();

      GRANT SELECT, INSERT ON inspector, inspector_entry TO jifen_service;
      -- Its entries queue for the row, as those of a subject do; the trigger refuses to make use of the right.
      GRANT UPDATE (created_at) ON inspector TO jifen_service;

      ALTER TABLE inspection
        ADD COLUMN certified_inspectors jsonb NOT NULL DEFAULT '[]',
        ADD COLUMN assisted_by jsonb NOT NULL DEFAULT '[]';
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE inspection DROP COLUMN assisted_by, DROP COLUMN certified_inspectors;
      DROP TABLE inspector_entry;
      DROP TABLE inspector;
    `);
  }
}
