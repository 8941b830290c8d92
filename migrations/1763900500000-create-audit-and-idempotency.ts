import { MigrationInterface, QueryRunner } from 'typeorm';

/** One audit event for every change, in its transaction, and the answers that idempotency keys stand for. */
export class CreateAuditAndIdempotency1763900500000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE audit_event (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        at timestamptz(3) NOT NULL,
        actor text NOT NULL,
        action text NOT NULL,
        entity text NOT NULL,
        entity_id text NOT NULL,
        before jsonb,
        after jsonb,
        correlation_id text NOT NULL
      );
      CREATE INDEX audit_event_entity ON audit_event (entity, entity_id);
      CREATE TRIGGER audit_event_append_only BEFORE UPDATE OR DELETE ON audit_event
        FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER audit_event_never_emptied BEFORE TRUNCATE ON audit_event EXECUTE FUNCTION refuse_change();

      CREATE TABLE idempotency_key (
        operation text NOT NULL,
        key text NOT NULL,
        body_hash text NOT NULL,
        status integer NOT NULL,
        answer jsonb NOT NULL,
        created_at timestamptz(3) NOT NULL,
        PRIMARY KEY (operation, key)
      );
      CREATE TRIGGER idempotency_key_append_only BEFORE UPDATE OR DELETE ON idempotency_key
        FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER idempotency_key_never_emptied BEFORE TRUNCATE ON idempotency_key EXECUTE FUNCTION refuse_change();

      GRANT SELECT, INSERT ON audit_event, idempotency_key TO jifen_service;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE idempotency_key;
      DROP TABLE audit_event;
    `);
  }
}
