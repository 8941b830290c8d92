import { FindingReference } from '../core';

/** A violation as the ledger folds it. */
export interface ViolationContent {
  readonly item: string;
  readonly points: number;
  readonly deadline: string;
  /** Id of the finding. */
  readonly finding: string;
}

/**
 * What the ledger needs of a record besides its head. Findings are named by the id of their inspection's record and
 * their item, annulled records by their id.
 */
export type RecordContent =
  | { readonly violations: readonly ViolationContent[] }
  | { readonly finding: FindingReference }
  | { readonly finding: FindingReference; readonly passed: boolean; readonly note?: string }
  | { readonly finding: FindingReference; readonly newDeadline: string; readonly reason: string }
  | {
      readonly annuls: { readonly finding: FindingReference } | { readonly record: string };
      readonly reason: string;
      readonly replacedBy?: string;
    };
