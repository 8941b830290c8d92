import { MigrationInterface, QueryRunner } from 'typeorm';

/** How much of a content its scenarios show, kept with what else was proved of it. Null of proofs made before. */
export class AddCoverageToProofs1763906100000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE rule_set_proof ADD COLUMN coverage jsonb');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE rule_set_proof DROP COLUMN coverage');
  }
}
