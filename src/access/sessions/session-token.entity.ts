import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** An id that a session has, or had before it was replaced. The id itself is in the cookie alone. */
@Entity('session_token')
export class SessionToken {
  @PrimaryColumn({ name: 'hash', type: 'text' })
  hash!: string;

  @Index('session_token_session_id')
  @Column({ name: 'session_id', type: 'uuid' })
  sessionId!: string;

  @Column({ name: 'issued_at', type: 'timestamptz', precision: 3 })
  issuedAt!: Date;

  @Column({ name: 'replaced_at', type: 'timestamptz', precision: 3, nullable: true })
  replacedAt!: Date | null;
}
