import { MigrationInterface, QueryRunner } from 'typeorm';

/** Offices and subjects. What is known of a subject is a list of dated entries; an entry holds only what it changes. */
export class CreateRegister1763900100000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE office (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        code text NOT NULL UNIQUE CHECK (code ~ '^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$'),
        level text NOT NULL CHECK (level IN ('jurisdiction', 'bureau', 'town', 'street', 'park')),
        parent_id uuid REFERENCES office (id),
        name text NOT NULL,
        name_en text,
        valid_from date NOT NULL,
        valid_to date,
        created_at timestamptz(3) NOT NULL,
        CHECK (valid_to IS NULL OR valid_from < valid_to),
        CHECK ((level = 'jurisdiction') = (parent_id IS NULL))
      );
      CREATE INDEX office_parent_id ON office (parent_id);

      CREATE TABLE subject (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        code text NOT NULL UNIQUE CHECK (code ~ '^[0-9A-HJ-NPQRTUWXY]{18}$'),
        created_at timestamptz(3) NOT NULL
      );

      CREATE TABLE subject_entry (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        subject_id uuid NOT NULL REFERENCES subject (id),
        number integer NOT NULL CHECK (number > 0),
        valid_from date NOT NULL,
        name text,
        trade text,
        state text CHECK (state IN ('producing', 'stopped', 'closed')),
        office_id uuid REFERENCES office (id),
        attributes jsonb NOT NULL DEFAULT '{}',
        recorded_at timestamptz(3) NOT NULL,
        UNIQUE (subject_id, number)
      );
      CREATE INDEX subject_entry_office_id ON subject_entry (office_id);

      CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'rows of % are never changed or deleted', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
      END $$;
      CREATE TRIGGER subject_entry_append_only BEFORE UPDATE OR DELETE ON subject_entry
        FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER subject_entry_never_emptied BEFORE TRUNCATE ON subject_entry EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER subject_append_only BEFORE UPDATE OR DELETE ON subject
        FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER subject_never_emptied BEFORE TRUNCATE ON subject EXECUTE FUNCTION refuse_change();

      GRANT SELECT, INSERT ON office, subject, subject_entry TO jifen_service;
      GRANT UPDATE (valid_to) ON office TO jifen_service;
      -- The row of a subject is what its records queue for. Locking it needs the right to update a column; the trigger
      -- refuses to make use of it.
      GRANT UPDATE (created_at) ON subject TO jifen_service;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE subject_entry;
      DROP TABLE subject;
      DROP TABLE office;
      DROP FUNCTION refuse_change();
    `);
  }
}
