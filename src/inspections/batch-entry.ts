import { KnownAt, parseKnownAt } from '../core';
import { NewEntry, NewRecord } from './new-record';

/** An entry of a batch of the right form. */
export type BatchEntry = NewRecord & {
  readonly key: string;
  readonly subject: string;
  readonly ruleSet: string;
  readonly knownAt?: string;
};

/** An entry with its place in the request. */
export interface Placed {
  readonly place: number;
  readonly entry: BatchEntry;
}

/**
 * The entries by when they became known, then by day. Those that agree in both stand together in the order of the
 * request, which may be any: nothing else says which of them comes first.
 */
export function inOrder(
  placed: readonly Placed[],
  { timeZone, now }: { readonly timeZone: string; readonly now: KnownAt },
): readonly (readonly Placed[])[] {
  const groups = new Map<string, { readonly knownAt: KnownAt; readonly day: string; readonly placed: Placed[] }>();
  for (const one of placed) {
    const stated = one.entry.knownAt;
    const knownAt = (stated === undefined ? undefined : parseKnownAt(stated, timeZone)) ?? now;
    const day = dayOfEntry(one.entry);
    const group = groups.get(`${knownAt} ${day}`) ?? { knownAt, day, placed: [] };
    groups.set(`${knownAt} ${day}`, group);
    group.placed.push(one);
  }
  return [...groups.values()]
    .sort((a, b) => a.knownAt - b.knownAt || (a.day < b.day ? -1 : 1))
    .map((group) => group.placed);
}

function dayOfEntry(entry: BatchEntry): string {
  return 'inspectedOn' in entry ? entry.inspectedOn : 'completedOn' in entry ? entry.completedOn : entry.decidedOn;
}

export function toNewEntry(entry: BatchEntry): NewEntry {
  const { key, subject: _subject, ruleSet: _ruleSet, knownAt, ...record } = entry;
  return { key, record, ...(knownAt === undefined ? {} : { knownAt }) };
}
