import { createHash } from 'node:crypto';

/** The chain of the events that belong to no jurisdiction. */
export const NO_JURISDICTION = '*';

/** What the hash of a link is taken over. */
export interface LinkedEvent {
  /** The text of the event: canonical JSON. */
  readonly content: string;
  readonly jurisdiction: string;
  readonly number: number;
  /** The hash of the link before; null where it is the first. */
  readonly previous: string | null;
}

/**
 * The hash of a link: SHA-256 of the canonical JSON of `{event, jurisdiction, number, previous}`, put together as the
 * database does. The event is taken as the text that it is, so that no other text can stand for it.
 */
export function linkHash({ content, jurisdiction, number, previous }: LinkedEvent): string {
  const [chain, before] = [JSON.stringify(jurisdiction), JSON.stringify(previous)];
  const text = `{"event":${content},"jurisdiction":${chain},"number":${number},"previous":${before}}`;
  return `sha256:${createHash('sha256').update(text, 'utf8').digest('hex')}`;
}
