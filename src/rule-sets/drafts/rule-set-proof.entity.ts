import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What checks and scenarios came to for a content, by one release of the product. Append-only. */
@Entity('rule_set_proof')
export class RuleSetProof {
  @PrimaryColumn({ name: 'hash', type: 'text' })
  hash!: string;

  /** The release that checked: what another one found does not count for this one. */
  @PrimaryColumn({ name: 'product', type: 'text' })
  product!: string;

  @Column({ name: 'passed', type: 'boolean' })
  passed!: boolean;

  @Column({ name: 'problems', type: 'jsonb' })
  problems!: unknown;

  @Column({ name: 'scenarios', type: 'jsonb' })
  scenarios!: unknown;

  /** Null where nothing can be measured: of contents that are no rule sets yet. */
  @Column({ name: 'coverage', type: 'jsonb', nullable: true })
  coverage!: unknown;

  /** Null of contents that are no rule sets yet, and of proofs made before there was an analysis. */
  @Column({ name: 'analysis', type: 'jsonb', nullable: true })
  analysis!: unknown;

  @Column({ name: 'checked_at', type: 'timestamptz', precision: 3 })
  checkedAt!: Date;
}
