import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { Permission } from '../permissions';
import { Reach } from '../principal';

/** A key by which a machine calls the service. The key itself was shown once. */
@Entity('api_key')
export class ApiKey {
  @PrimaryGeneratedColumn('uuid', { name: 'id' })
  id!: string;

  @Column({ name: 'name', type: 'text' })
  name!: string;

  /** Its first characters, by which people tell keys apart. */
  @Column({ name: 'start', type: 'text' })
  start!: string;

  @Column({ name: 'hash', type: 'text', unique: true })
  hash!: string;

  @Column({ name: 'scopes', type: 'text', array: true })
  scopes!: Permission[];

  @Column({ name: 'reach', type: 'text' })
  reach!: Reach['kind'];

  @Column({ name: 'office_ids', type: 'uuid', array: true })
  officeIds!: string[];

  @Index('api_key_subject_code')
  @Column({ name: 'subject_code', type: 'text', nullable: true })
  subjectCode!: string | null;

  /** As the audit names whoever issued it. */
  @Column({ name: 'created_by', type: 'text' })
  createdBy!: string;

  @Column({ name: 'created_at', type: 'timestamptz', precision: 3 })
  createdAt!: Date;

  @Column({ name: 'expires_at', type: 'timestamptz', precision: 3 })
  expiresAt!: Date;

  @Column({ name: 'revoked_at', type: 'timestamptz', precision: 3, nullable: true })
  revokedAt!: Date | null;

  /** To the minute, and only once what was used is written down. */
  @Column({ name: 'last_used_at', type: 'timestamptz', precision: 3, nullable: true })
  lastUsedAt!: Date | null;
}
