import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { InspectionResult } from './inspection-result';

export type InspectionKind = 'routine' | 'spot_check' | 'enforcement';

/** An inspector who held a valid certificate on the day of the inspection, as the register then had it. */
export interface CertifiedInspector {
  readonly certificateNumber: string;
  readonly name: string;
  /** Code of the office. */
  readonly office: string;
}

/** What an inspection found and what it came to, with the version that scored it. Append-only. */
@Entity('inspection')
export class Inspection {
  /** Id of its record. */
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id!: string;

  @Column({ name: 'version_hash', type: 'text' })
  versionHash!: string;

  @Column({ name: 'kind', type: 'text' })
  kind!: InspectionKind;

  @Index('inspection_office_id')
  @Column({ name: 'office_id', type: 'uuid' })
  officeId!: string;

  @Column({ name: 'inspectors', type: 'jsonb' })
  inspectors!: readonly string[];

  @Column({ name: 'certified_inspectors', type: 'jsonb', default: [] })
  certifiedInspectors!: readonly CertifiedInspector[];

  /** Names of experts, who do not inspect. */
  @Column({ name: 'assisted_by', type: 'jsonb', default: [] })
  assistedBy!: readonly string[];

  /** Every fact it was scored on, nested, those that the register supplied included. */
  @Column({ name: 'facts', type: 'jsonb' })
  facts!: Readonly<Record<string, unknown>>;

  @Column({ name: 'points', type: 'numeric', precision: 9, scale: 3 })
  points!: string;

  @Column({ name: 'result', type: 'jsonb' })
  result!: InspectionResult;
}
