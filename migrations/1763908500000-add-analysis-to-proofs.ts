import { MigrationInterface, QueryRunner } from 'typeorm';

/** What the rules of a content show to be amiss, kept with what else was proved of it. Null of proofs made before. */
export class AddAnalysisToProofs1763908500000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE rule_set_proof ADD COLUMN analysis jsonb');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE rule_set_proof DROP COLUMN analysis');
  }
}
