import { MigrationInterface, QueryRunner } from 'typeorm';

/** What authorities do because of a rung, with its own life: the events are the record, the row is where it stands. */
export class CreateMeasures1763900400000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE measure (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        subject_id uuid NOT NULL REFERENCES subject (id),
        rule_set_id text NOT NULL REFERENCES rule_set (id),
        version_id uuid NOT NULL REFERENCES rule_set_version (id),
        rung text NOT NULL,
        cycle_from date NOT NULL,
        cycle_to date NOT NULL,
        due_on date NOT NULL,
        office_id uuid REFERENCES office (id),
        state text NOT NULL CHECK (state IN ('open', 'completed', 'withdrawn')),
        basis_changed boolean NOT NULL DEFAULT false,
        created_at timestamptz(3) NOT NULL,
        CHECK (cycle_from <= due_on AND due_on < cycle_to)
      );
      -- Once per subject, cycle and rung, however many requests race; a withdrawn measure does not use it up.
      CREATE UNIQUE INDEX measure_once_per_cycle ON measure (subject_id, rule_set_id, cycle_from, rung)
        WHERE state <> 'withdrawn';
      CREATE INDEX measure_rule_set_id ON measure (rule_set_id);
      CREATE INDEX measure_version_id ON measure (version_id);
      CREATE INDEX measure_office_id ON measure (office_id, state);

      CREATE TABLE measure_event (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        measure_id uuid NOT NULL REFERENCES measure (id),
        number integer NOT NULL,
        type text NOT NULL CHECK (type IN ('created', 'withdrawn', 'completed', 'basis_changed')),
        day date NOT NULL,
        note text,
        record_id uuid REFERENCES record (id),
        recorded_at timestamptz(3) NOT NULL,
        UNIQUE (measure_id, number)
      );
      CREATE INDEX measure_event_record_id ON measure_event (record_id);
      CREATE TRIGGER measure_event_append_only BEFORE UPDATE OR DELETE ON measure_event
        FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER measure_event_never_emptied BEFORE TRUNCATE ON measure_event EXECUTE FUNCTION refuse_change();

      GRANT SELECT, INSERT ON measure, measure_event TO jifen_service;
      GRANT UPDATE (state, basis_changed) ON measure TO jifen_service;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE measure_event;
      DROP TABLE measure;
    `);
  }
}
