const KINDS = ['case', 'milestone', 'credit', 'measure', 'subject'] as const;

/** The kinds of records that only a regime knows. */
export type RegimeKind = (typeof KINDS)[number];

const NAMES: ReadonlySet<string> = new Set(KINDS);

/** Whether a record, or the document of one, is of a kind that only a regime knows. */
export function isOfRegime<R extends { readonly type: string }>(
  record: R,
): record is Extract<R, { readonly type: RegimeKind }> {
  return NAMES.has(record.type);
}
