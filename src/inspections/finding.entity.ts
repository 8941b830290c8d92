import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** The violation of an item found by an inspection, posted or not. Append-only. */
@Entity('finding')
@Unique('finding_inspection_id_item_key', ['inspectionId', 'item'])
export class Finding {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id!: string;

  @Column({ name: 'inspection_id', type: 'uuid' })
  inspectionId!: string;

  @Column({ name: 'item', type: 'text' })
  item!: string;

  /** Points of the violation by itself, before exclusive items are weighed. */
  @Column({ name: 'points', type: 'numeric', precision: 9, scale: 3 })
  points!: string;

  /** The deadline as first set; extensions are records. */
  @Column({ name: 'deadline', type: 'date' })
  deadline!: string;
}
