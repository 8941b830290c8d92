import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

export type MeasureState = 'open' | 'completed' | 'withdrawn';

/** What an authority has to do because a rung was reached, and where it stands. */
@Entity('measure')
@Index('measure_once_per_cycle', ['subjectId', 'ruleSetId', 'cycleFrom', 'rung'], {
  unique: true,
  where: `state <> 'withdrawn'`,
})
@Index('measure_subject_id', ['subjectId', 'ruleSetId'])
@Index('measure_office_id', ['officeId', 'state'])
export class Measure {
  @PrimaryGeneratedColumn('uuid', { name: 'id' })
  id!: string;

  @Column({ name: 'subject_id', type: 'uuid' })
  subjectId!: string;

  @Index('measure_rule_set_id')
  @Column({ name: 'rule_set_id', type: 'text' })
  ruleSetId!: string;

  @Index('measure_version_id')
  @Column({ name: 'version_id', type: 'uuid' })
  versionId!: string;

  @Column({ name: 'rung', type: 'text' })
  rung!: string;

  @Column({ name: 'cycle_from', type: 'date' })
  cycleFrom!: string;

  @Column({ name: 'cycle_to', type: 'date' })
  cycleTo!: string;

  @Column({ name: 'due_on', type: 'date' })
  dueOn!: string;

  /** The office in charge; null where the register names none of the authority's level. */
  @Column({ name: 'office_id', type: 'uuid', nullable: true })
  officeId!: string | null;

  @Column({ name: 'state', type: 'text' })
  state!: MeasureState;

  /** Completed, and the points it rests on were annulled since. */
  @Column({ name: 'basis_changed', type: 'boolean', default: false })
  basisChanged!: boolean;

  @Column({ name: 'created_at', type: 'timestamptz', precision: 3 })
  createdAt!: Date;
}
