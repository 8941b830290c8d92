import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The public half of a key that signs certificates, or once did. Append-only. */
@Entity('signing_key')
export class SigningKeyRow {
  /** SHA-256 of the public key in DER. */
  @PrimaryColumn({ name: 'id', type: 'text' })
  id!: string;

  @Column({ name: 'algorithm', type: 'text' })
  algorithm!: 'Ed25519';

  /** In PEM. */
  @Column({ name: 'public_key', type: 'text' })
  publicKey!: string;

  @Column({ name: 'published_at', type: 'timestamptz', precision: 3 })
  publishedAt!: Date;
}
