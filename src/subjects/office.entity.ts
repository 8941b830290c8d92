import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

export type OfficeLevel = 'jurisdiction' | 'bureau' | 'town' | 'street' | 'park';

/** An authority of the tree jurisdiction → bureau → town, street or park, on the days on which it exists. */
@Entity('office')
export class Office {
  @PrimaryGeneratedColumn('uuid', { name: 'id' })
  id!: string;

  @Column({ name: 'code', type: 'text', unique: true })
  code!: string;

  @Column({ name: 'level', type: 'text' })
  level!: OfficeLevel;

  @Index('office_parent_id')
  @Column({ name: 'parent_id', type: 'uuid', nullable: true })
  parentId!: string | null;

  @Column({ name: 'name', type: 'text' })
  name!: string;

  @Column({ name: 'name_en', type: 'text', nullable: true })
  nameEn!: string | null;

  @Column({ name: 'valid_from', type: 'date' })
  validFrom!: string;

  /** The first day on which it no longer exists. */
  @Column({ name: 'valid_to', type: 'date', nullable: true })
  validTo!: string | null;

  @Column({ name: 'created_at', type: 'timestamptz', precision: 3 })
  createdAt!: Date;
}
