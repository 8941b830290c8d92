import { Column, Entity, PrimaryGeneratedColumn, Unique } from 'typeorm';

/** A period for which a certificate was issued or renewed, or its revocation. Append-only. */
@Entity('inspector_entry')
@Unique('inspector_entry_inspector_id_number_key', ['inspectorId', 'number'])
export class InspectorEntry {
  @PrimaryGeneratedColumn('uuid', { name: 'id' })
  id!: string;

  @Column({ name: 'inspector_id', type: 'uuid' })
  inspectorId!: string;

  @Column({ name: 'number', type: 'integer' })
  number!: number;

  @Column({ name: 'type', type: 'text' })
  type!: 'period' | 'revocation';

  @Column({ name: 'valid_from', type: 'date', nullable: true })
  validFrom!: string | null;

  /** The first day after the period; null where it is open. */
  @Column({ name: 'valid_to', type: 'date', nullable: true })
  validTo!: string | null;

  @Column({ name: 'revoked_from', type: 'date', nullable: true })
  revokedFrom!: string | null;

  @Column({ name: 'reason', type: 'text', nullable: true })
  reason!: string | null;

  @Column({ name: 'recorded_at', type: 'timestamptz', precision: 3 })
  recordedAt!: Date;
}
