import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/**
 * One change, who made it and what it changed. Written in the transaction of the change; append-only. Only the content
 * is written: the database takes the other columns from it.
 */
@Entity('audit_event')
@Index('audit_event_entity', ['entity', 'entityId'])
export class AuditEvent {
  @PrimaryColumn({ name: 'id', type: 'bigint', generated: 'identity', generatedIdentity: 'ALWAYS' })
  id!: number;

  @Column({ name: 'at', type: 'timestamptz', precision: 3 })
  at!: Date;

  @Column({ name: 'actor', type: 'text' })
  actor!: string;

  @Column({ name: 'actor_name', type: 'text' })
  actorName!: string;

  @Column({ name: 'source_address', type: 'text', nullable: true })
  sourceAddress!: string | null;

  @Column({ name: 'action', type: 'text' })
  action!: string;

  @Column({ name: 'entity', type: 'text' })
  entity!: string;

  @Column({ name: 'entity_id', type: 'text' })
  entityId!: string;

  @Column({ name: 'before', type: 'jsonb', nullable: true })
  before!: unknown;

  @Column({ name: 'after', type: 'jsonb', nullable: true })
  after!: unknown;

  @Column({ name: 'rule_set', type: 'jsonb', nullable: true })
  ruleSet!: unknown;

  @Column({ name: 'correlation_id', type: 'text' })
  correlationId!: string;

  /** The event as canonical JSON, which its link hashes. */
  @Column({ name: 'content', type: 'text' })
  content!: string;
}
