import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The head of the chain of a jurisdiction. Moved on by the database as an event is committed. */
@Entity('audit_chain')
export class AuditChain {
  /** Code of the office at the top of the tree; `*` for what belongs to none. */
  @PrimaryColumn({ name: 'jurisdiction', type: 'text' })
  jurisdiction!: string;

  /** Number of the last link. */
  @Column({ name: 'number', type: 'bigint' })
  number!: number;

  @Column({ name: 'hash', type: 'text', nullable: true })
  hash!: string | null;
}
