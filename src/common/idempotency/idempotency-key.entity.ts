import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The answer that an idempotency key stands for. Append-only. */
@Entity('idempotency_key')
export class IdempotencyKey {
  @PrimaryColumn({ name: 'operation', type: 'text' })
  operation!: string;

  @PrimaryColumn({ name: 'key', type: 'text' })
  key!: string;

  @Column({ name: 'body_hash', type: 'text' })
  bodyHash!: string;

  @Column({ name: 'status', type: 'integer' })
  status!: number;

  @Column({ name: 'answer', type: 'jsonb' })
  answer!: unknown;

  @Column({ name: 'created_at', type: 'timestamptz', precision: 3 })
  createdAt!: Date;
}
