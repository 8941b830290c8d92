import { Column, Entity, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';

/** What happened to a version from its publishing on. Append-only. Versions that came with the product have no `published`. */
@Entity('rule_set_life_event')
@Unique('rule_set_life_event_version_id_type_key', ['versionId', 'type'])
export class RuleSetLifeEvent {
  @PrimaryGeneratedColumn('uuid', { name: 'id' })
  id!: string;

  @Column({ name: 'version_id', type: 'uuid' })
  versionId!: string;

  @Column({ name: 'type', type: 'text' })
  type!: 'published' | 'withdrawn' | 'retired';

  /** First day in force; where it was withdrawn, the day on which; where it is retired, the first day no longer in force. */
  @Column({ name: 'day', type: 'date' })
  day!: string;

  @Index('rule_set_life_event_draft_id')
  @Column({ name: 'draft_id', type: 'uuid', nullable: true })
  draftId!: string | null;

  /** The open period that publishing ended: withdrawing opens it again. */
  @Index('rule_set_life_event_ended_period_id')
  @Column({ name: 'ended_period_id', type: 'uuid', nullable: true })
  endedPeriodId!: string | null;

  @Column({ name: 'reason', type: 'text', nullable: true })
  reason!: string | null;

  @Column({ name: 'recorded_at', type: 'timestamptz', precision: 3 })
  recordedAt!: Date;
}
