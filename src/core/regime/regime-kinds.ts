import { RegimeRecord } from './regime-records.types';

const KINDS: readonly string[] = ['case', 'milestone', 'credit', 'measure', 'subject'];

/** Whether a record, or the document of one, is of a kind that only a regime knows. */
export function isOfRegime<R extends { readonly type: string }>(
  record: R,
): record is Extract<R, { readonly type: RegimeRecord['type'] }> {
  return KINDS.includes(record.type);
}
