import { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Those who were sent to the identity provider and may come back. What they must bring is derived from a text that is in
 * their cookie alone: whoever reads the table can complete nothing.
 */
export class CreateOpenIdSignIns1763903200000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE open_id_sign_in (
        hash text PRIMARY KEY CHECK (hash ~ '^[0-9a-f]{64}$'),
        return_to text NOT NULL,
        expires_at timestamptz(3) NOT NULL
      );
      CREATE INDEX open_id_sign_in_expires_at ON open_id_sign_in (expires_at);

      GRANT SELECT, INSERT, DELETE ON open_id_sign_in TO jifen_service;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE open_id_sign_in');
  }
}
