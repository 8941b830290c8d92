import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** Who may inspect, by the certificate that an office had issued. It never changes: whoever moves has another. */
@Entity('inspector')
export class Inspector {
  @PrimaryGeneratedColumn('uuid', { name: 'id' })
  id!: string;

  @Column({ name: 'certificate_number', type: 'text', unique: true })
  certificateNumber!: string;

  @Column({ name: 'name', type: 'text' })
  name!: string;

  @Index('inspector_office_id')
  @Column({ name: 'office_id', type: 'uuid' })
  officeId!: string;

  @Column({ name: 'created_at', type: 'timestamptz', precision: 3 })
  createdAt!: Date;
}
