import { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The measures of one subject are asked for with every record. The unique index leaves out the withdrawn ones, so that
 * the question went through all measures of the rule set.
 */
export class IndexMeasuresBySubject1763907000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('CREATE INDEX measure_subject_id ON measure (subject_id, rule_set_id)');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP INDEX measure_subject_id');
  }
}
