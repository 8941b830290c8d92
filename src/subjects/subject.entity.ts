import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** An enterprise in the register. What is known of it stands in its entries. */
@Entity('subject')
export class Subject {
  @PrimaryGeneratedColumn('uuid', { name: 'id' })
  id!: string;

  @Column({ name: 'code', type: 'text', unique: true })
  code!: string;

  @Column({ name: 'created_at', type: 'timestamptz', precision: 3 })
  createdAt!: Date;
}
