/** What can be wrong with a chain, with a published version or with what was recorded. */
export type BreakCode =
  | 'number_missing'
  | 'event_missing'
  | 'text_not_canonical'
  | 'column_differs'
  | 'link_hash_differs'
  | 'head_differs'
  | 'noted_head_differs'
  | 'noted_head_missing'
  | 'event_unlinked'
  | 'event_linked_twice'
  | 'version_text_not_canonical'
  | 'version_hash_differs'
  | 'version_name_differs'
  | 'version_not_valid'
  | 'record_without_event'
  | 'record_missing'
  | 'record_differs'
  | 'inspection_version_differs';

/** One place at which what is stored is not what was stored. */
export interface AuditBreak {
  readonly code: BreakCode;
  /** The chain it is in; absent where it is about something else. */
  readonly jurisdiction?: string;
  /** Of the link. */
  readonly number?: number;
  readonly eventId?: number;
  /** What else names the place: the version of a rule set, the id of a record. */
  readonly entity?: string;
  /** What differs: a column, a property. */
  readonly what?: string;
  readonly expected?: string;
  readonly found?: string;
}

/** One chain that was looked at; whole unless a break names it. */
export interface CheckedChain {
  readonly jurisdiction: string;
  readonly events: number;
  /** Hash of the last link; null where there is none. */
  readonly head: string | null;
}

export interface AuditReport {
  readonly chains: readonly CheckedChain[];
  readonly versions: number;
  readonly records: number;
  /** The first break of each chain, of the versions and of the records; none where everything is as it was stored. */
  readonly breaks: readonly AuditBreak[];
}
