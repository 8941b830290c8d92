import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** What a content would change for enterprises on record against a baseline. Append-only. */
@Entity('impact_report')
@Index('impact_report_hashes', ['hash', 'baselineHash'])
export class ImpactReport {
  @PrimaryGeneratedColumn('uuid', { name: 'id' })
  id!: string;

  @Column({ name: 'hash', type: 'text' })
  hash!: string;

  @Column({ name: 'baseline_hash', type: 'text' })
  baselineHash!: string;

  @Column({ name: 'report', type: 'jsonb' })
  report!: unknown;

  /** Over the canonical JSON of the report: what an approval names. */
  @Column({ name: 'report_hash', type: 'text' })
  reportHash!: string;

  @Column({ name: 'stored_at', type: 'timestamptz', precision: 3 })
  storedAt!: Date;
}
