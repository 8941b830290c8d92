import { Column, Entity, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { AccountRole } from '../account-roles';
import { Reach } from '../principal';

/** A person who may sign in. */
@Entity('account')
@Unique('account_open_id', ['oidcIssuer', 'oidcSubject'])
export class Account {
  @PrimaryGeneratedColumn('uuid', { name: 'id' })
  id!: string;

  @Column({ name: 'name', type: 'text', unique: true })
  name!: string;

  @Column({ name: 'display_name', type: 'text' })
  displayName!: string;

  @Column({ name: 'roles', type: 'text', array: true })
  roles!: AccountRole[];

  @Column({ name: 'reach', type: 'text' })
  reach!: Reach['kind'];

  @Column({ name: 'office_ids', type: 'uuid', array: true })
  officeIds!: string[];

  @Index('account_subject_code')
  @Column({ name: 'subject_code', type: 'text', nullable: true })
  subjectCode!: string | null;

  /** Null where the account is used by OpenID Connect alone. */
  @Column({ name: 'password_hash', type: 'text', nullable: true })
  passwordHash!: string | null;

  /** Until when a one-time password counts; null for a password that the person chose. */
  @Column({ name: 'one_time_until', type: 'timestamptz', precision: 3, nullable: true })
  oneTimeUntil!: Date | null;

  @Column({ name: 'password_changed_at', type: 'timestamptz', precision: 3, nullable: true })
  passwordChangedAt!: Date | null;

  @Column({ name: 'oidc_issuer', type: 'text', nullable: true })
  oidcIssuer!: string | null;

  @Column({ name: 'oidc_subject', type: 'text', nullable: true })
  oidcSubject!: string | null;

  @Column({ name: 'disabled_at', type: 'timestamptz', precision: 3, nullable: true })
  disabledAt!: Date | null;

  @Column({ name: 'created_at', type: 'timestamptz', precision: 3 })
  createdAt!: Date;
}
