import { Column, Entity, Exclusion, Index, PrimaryGeneratedColumn } from 'typeorm';

/** Days on which a version is in force, half-open. The database lets no two of a rule set share a day. */
@Entity('rule_set_period')
@Exclusion('rule_set_period_no_two_in_force', 'USING gist (rule_set_id WITH =, days WITH &&)')
export class RuleSetPeriod {
  @PrimaryGeneratedColumn('uuid', { name: 'id' })
  id!: string;

  @Column({ name: 'rule_set_id', type: 'text' })
  ruleSetId!: string;

  @Index('rule_set_period_version_id')
  @Column({ name: 'version_id', type: 'uuid' })
  versionId!: string;

  @Column({ name: 'days', type: 'daterange' })
  days!: string;
}
