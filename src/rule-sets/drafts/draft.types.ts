import { DraftStatus } from '../life/life-of-a-version';

/** Where the content of a draft came from at first. */
export type DraftOrigin =
  | { readonly kind: 'empty' | 'import' }
  /** A file of the rules folder, by the hash that it had. */
  | { readonly kind: 'product'; readonly hash: string }
  | { readonly kind: 'template'; readonly template: string }
  | { readonly kind: 'version'; readonly ruleSet: string; readonly version: string; readonly hash: string };

/** What names a draft and tells how far it has come. */
export interface DraftHead {
  readonly id: string;
  readonly ruleSet: string;
  readonly version: string;
  readonly status: DraftStatus;
  readonly revision: number;
  readonly round: number;
  readonly hash: string;
  readonly authors: readonly string[];
  readonly origin: DraftOrigin;
  readonly createdAt: Date;
  readonly changedAt: Date;
}

export interface StoredDraft extends DraftHead {
  readonly canonical: string;
}

/** One decision of one person. */
export interface Review {
  readonly round: number;
  readonly hash: string;
  readonly verdict: 'approved' | 'rejected';
  readonly reviewer: string;
  readonly comment: string | null;
  readonly reportHash: string | null;
  readonly reviewedAt: Date;
}
