import { Column, Entity, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';

/** One step in the life of a measure. Append-only. */
@Entity('measure_event')
@Unique('measure_event_measure_id_number_key', ['measureId', 'number'])
export class MeasureEvent {
  @PrimaryGeneratedColumn('uuid', { name: 'id' })
  id!: string;

  @Column({ name: 'measure_id', type: 'uuid' })
  measureId!: string;

  @Column({ name: 'number', type: 'integer' })
  number!: number;

  @Column({ name: 'type', type: 'text' })
  type!: 'created' | 'withdrawn' | 'completed' | 'basis_changed';

  @Column({ name: 'day', type: 'date' })
  day!: string;

  @Column({ name: 'note', type: 'text', nullable: true })
  note!: string | null;

  /** The record that brought it about; null where the calendar did. */
  @Index('measure_event_record_id')
  @Column({ name: 'record_id', type: 'uuid', nullable: true })
  recordId!: string | null;

  @Column({ name: 'recorded_at', type: 'timestamptz', precision: 3 })
  recordedAt!: Date;
}
