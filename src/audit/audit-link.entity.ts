import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** An event's place in the chain of its jurisdiction. Written by the database as the event is committed; append-only. */
@Entity('audit_link')
@Unique('audit_link_event_id_key', ['eventId'])
export class AuditLink {
  @PrimaryColumn({ name: 'jurisdiction', type: 'text' })
  jurisdiction!: string;

  @PrimaryColumn({ name: 'number', type: 'bigint' })
  number!: number;

  @Column({ name: 'event_id', type: 'bigint' })
  eventId!: number;

  /** Of the canonical JSON of the event, the jurisdiction, the number and the hash of the link before. */
  @Column({ name: 'hash', type: 'text' })
  hash!: string;
}
