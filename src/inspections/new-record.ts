import { FindingReference } from '../core';
import { InspectionKind } from './inspection.entity';

export interface NewInspection {
  readonly type: 'inspection';
  readonly inspectedOn: string;
  readonly kind: InspectionKind;
  /** Code of the office that inspected. */
  readonly office: string;
  /** Certificate numbers, or names where the rule set does not require certificates. */
  readonly inspectors: readonly string[];
  /** Names of experts. */
  readonly assistedBy?: readonly string[];
  /** Nested facts without those that the register supplies. */
  readonly facts: Readonly<Record<string, unknown>>;
}

export interface NewRectification {
  readonly type: 'rectification';
  readonly finding: FindingReference;
  readonly completedOn: string;
}

export interface NewReInspection {
  readonly type: 're_inspection';
  readonly finding: FindingReference;
  readonly inspectedOn: string;
  readonly passed: boolean;
  readonly note?: string;
}

export interface NewExtension {
  readonly type: 'extension';
  readonly finding: FindingReference;
  readonly decidedOn: string;
  readonly newDeadline: string;
  readonly reason: string;
}

export interface NewAnnulment {
  readonly type: 'annulment';
  readonly annuls: { readonly finding: FindingReference } | { readonly record: string };
  readonly decidedOn: string;
  readonly reason: string;
  readonly replacedBy?: string;
}

/** A record to be taken into a history. Other records are named by their key or by their id. */
export type NewRecord = NewInspection | NewRectification | NewReInspection | NewExtension | NewAnnulment;

/** A record with what an import may state of it. */
export interface NewEntry {
  readonly record: NewRecord;
  /** Its name in the history; absent: its id. */
  readonly key?: string;
  /** When it became known, as a day or an instant; absent: now. */
  readonly knownAt?: string;
}
