import { Column, Entity, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { Attributes, SubjectState } from './register-entry';

/** What changes about a subject from a day on; a null column changes nothing. Append-only. */
@Entity('subject_entry')
@Unique('subject_entry_subject_id_number_key', ['subjectId', 'number'])
export class SubjectEntry {
  @PrimaryGeneratedColumn('uuid', { name: 'id' })
  id!: string;

  @Column({ name: 'subject_id', type: 'uuid' })
  subjectId!: string;

  @Column({ name: 'number', type: 'integer' })
  number!: number;

  @Column({ name: 'valid_from', type: 'date' })
  validFrom!: string;

  @Column({ name: 'name', type: 'text', nullable: true })
  name!: string | null;

  @Column({ name: 'trade', type: 'text', nullable: true })
  trade!: string | null;

  @Column({ name: 'state', type: 'text', nullable: true })
  state!: SubjectState | null;

  @Index('subject_entry_office_id')
  @Column({ name: 'office_id', type: 'uuid', nullable: true })
  officeId!: string | null;

  @Column({ name: 'attributes', type: 'jsonb', default: {} })
  attributes!: Attributes;

  @Column({ name: 'recorded_at', type: 'timestamptz', precision: 3 })
  recordedAt!: Date;
}
