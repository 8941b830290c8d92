import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The identity of a rule set; its content stands in its versions. */
@Entity('rule_set')
export class RuleSetIdentityRow {
  @PrimaryColumn({ name: 'id', type: 'text' })
  id!: string;

  @Column({ name: 'created_at', type: 'timestamptz', precision: 3 })
  createdAt!: Date;
}
