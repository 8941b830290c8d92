import { MigrationInterface, QueryRunner } from 'typeorm';

/** The public halves of all keys that ever signed here, so that what they signed verifies for ever. */
export class CreateSigningKeys1763903100000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE signing_key (
        id text PRIMARY KEY CHECK (id ~ '^sha256:[0-9a-f]{64}$'),
        algorithm text NOT NULL CHECK (algorithm IN ('Ed25519')),
        public_key text NOT NULL,
        published_at timestamptz(3) NOT NULL
      );
      CREATE TRIGGER signing_key_append_only BEFORE UPDATE OR DELETE ON signing_key
        FOR EACH ROW EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER signing_key_never_emptied BEFORE TRUNCATE ON signing_key EXECUTE FUNCTION refuse_change();

      GRANT SELECT, INSERT ON signing_key TO jifen_service;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE signing_key');
  }
}
