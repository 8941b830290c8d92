import { CertifiedInspector, InspectionKind } from './inspection.entity';

/** An inspection as it is kept, and the version that scored it. */
export interface KeptInspectionRow {
  readonly id: string;
  readonly subject: string;
  readonly inspectedOn: string;
  readonly kind: InspectionKind;
  readonly office: string;
  readonly inspectors: readonly string[];
  readonly certifiedInspectors: readonly CertifiedInspector[];
  readonly assistedBy: readonly string[];
  readonly facts: Readonly<Record<string, unknown>>;
  readonly knownAt: Date;
  readonly recordedAt: Date;
  readonly versionId: string;
}

/** The columns of a `KeptInspectionRow`, of the tables below. */
export const KEPT_INSPECTION_COLUMNS = `r.id, s.code AS subject, r.day AS "inspectedOn", i.kind, o.code AS office, i.inspectors,
  i.certified_inspectors AS "certifiedInspectors", i.assisted_by AS "assistedBy", i.facts,
  r.known_at AS "knownAt", r.recorded_at AS "recordedAt", r.version_id AS "versionId"`;

export const KEPT_INSPECTION_TABLES = `inspection i JOIN record r ON r.id = i.id JOIN subject s ON s.id = r.subject_id
  JOIN office o ON o.id = i.office_id`;
