import { Column, Entity, PrimaryGeneratedColumn, Unique } from 'typeorm';

/** A published version: its canonical JSON and the hash over it never change. */
@Entity('rule_set_version')
@Unique('rule_set_version_rule_set_id_version_key', ['ruleSetId', 'version'])
export class RuleSetVersion {
  @PrimaryGeneratedColumn('uuid', { name: 'id' })
  id!: string;

  @Column({ name: 'rule_set_id', type: 'text' })
  ruleSetId!: string;

  @Column({ name: 'version', type: 'text' })
  version!: string;

  @Column({ name: 'hash', type: 'text' })
  hash!: string;

  /** Canonical JSON (RFC 8785), byte for byte what the hash is over. */
  @Column({ name: 'canonical', type: 'text' })
  canonical!: string;

  @Column({ name: 'status', type: 'text' })
  status!: 'published';

  /** Whether it came with the product. */
  @Column({ name: 'shipped', type: 'boolean' })
  shipped!: boolean;

  @Column({ name: 'published_at', type: 'timestamptz', precision: 3 })
  publishedAt!: Date;
}
