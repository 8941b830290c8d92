import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { DraftStatus } from '../life/life-of-a-version';
import { DraftOrigin } from './draft.types';

/** What may become a version: its content changes, and every change counts its revision up. */
@Entity('rule_set_draft')
export class RuleSetDraft {
  @PrimaryGeneratedColumn('uuid', { name: 'id' })
  id!: string;

  @Index('rule_set_draft_rule_set_id')
  @Column({ name: 'rule_set_id', type: 'text' })
  ruleSetId!: string;

  @Column({ name: 'version', type: 'text' })
  version!: string;

  @Column({ name: 'status', type: 'text' })
  status!: DraftStatus;

  @Column({ name: 'revision', type: 'integer' })
  revision!: number;

  /** How often it was handed in for review; an approval counts in its own round only. */
  @Column({ name: 'round', type: 'integer' })
  round!: number;

  @Column({ name: 'hash', type: 'text' })
  hash!: string;

  /** Canonical JSON (RFC 8785), byte for byte what the hash is over. */
  @Column({ name: 'canonical', type: 'text' })
  canonical!: string;

  /** Everybody who wrote any of its content, as the audit names them. */
  @Column({ name: 'authors', type: 'jsonb' })
  authors!: readonly string[];

  @Column({ name: 'origin', type: 'jsonb' })
  origin!: DraftOrigin;

  @Column({ name: 'created_at', type: 'timestamptz', precision: 3 })
  createdAt!: Date;

  @Column({ name: 'changed_at', type: 'timestamptz', precision: 3 })
  changedAt!: Date;
}
