import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Somebody who was sent to the identity provider and has not come back. */
@Entity('open_id_sign_in')
export class OpenIdSignIn {
  /** Of the text in the cookie. */
  @PrimaryColumn({ name: 'hash', type: 'text' })
  hash!: string;

  /** Where in this service they wanted to be. */
  @Column({ name: 'return_to', type: 'text' })
  returnTo!: string;

  @Index('open_id_sign_in_expires_at')
  @Column({ name: 'expires_at', type: 'timestamptz', precision: 3 })
  expiresAt!: Date;
}
