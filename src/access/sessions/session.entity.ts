import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A person who is signed in, from one browser. */
@Entity('session')
export class Session {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id!: string;

  @Index('session_account_id')
  @Column({ name: 'account_id', type: 'uuid' })
  accountId!: string;

  @Column({ name: 'created_at', type: 'timestamptz', precision: 3 })
  createdAt!: Date;

  /** To the minute. */
  @Column({ name: 'last_seen_at', type: 'timestamptz', precision: 3 })
  lastSeenAt!: Date;

  @Index('session_expires_at')
  @Column({ name: 'expires_at', type: 'timestamptz', precision: 3 })
  expiresAt!: Date;

  @Column({ name: 'ended_at', type: 'timestamptz', precision: 3, nullable: true })
  endedAt!: Date | null;
}
