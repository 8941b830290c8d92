import { canonicalJson } from '../../core';
import { AuditContent } from '../audit-content';
import { linkHash } from '../link-hash';
import { AuditBreak, BreakCode, CheckedChain } from './audit-break';
import { columnsOf, EventColumns } from './event-columns';

/** A link with the event it names; without one where that is gone. */
export interface StoredLink {
  readonly jurisdiction: string;
  readonly number: number;
  readonly eventId: number;
  readonly hash: string;
  readonly event: (EventColumns & { readonly content: string }) | undefined;
}

/** Where a chain was at some time: the number of its last link, and its hash. */
export interface Head {
  readonly number: number;
  readonly hash: string | null;
}

/** Goes along one chain from its first link, and stops at the first break. */
export class ChainCheck {
  private last: Head = { number: 0, hash: null };
  private firstBreak: AuditBreak | undefined;

  /** @param noted where the chain was when somebody looked, kept outside; absent where nobody did */
  constructor(
    private readonly jurisdiction: string,
    private readonly noted?: Head,
  ) {}

  /** Takes the next link in the order of the numbers. */
  link(link: StoredLink): void {
    if (this.firstBreak !== undefined) return;
    this.firstBreak = this.breakAt(link);
    this.last = { number: link.number, hash: link.hash };
  }

  /** Holds the end of the chain against its head. */
  end(head: Head | undefined): { readonly chain: CheckedChain; readonly found: AuditBreak | undefined } {
    const { number, hash } = this.last;
    return {
      chain: { jurisdiction: this.jurisdiction, events: number, head: hash },
      found: this.firstBreak ?? this.breakAtEnd(head),
    };
  }

  private breakAt({ number, eventId, hash, event }: StoredLink): AuditBreak | undefined {
    const place = { jurisdiction: this.jurisdiction, number, eventId };
    const expected = this.last.number + 1;
    if (number !== expected) return { ...place, code: 'number_missing', expected: String(expected) };
    if (event === undefined) return { ...place, code: 'event_missing' };
    const content = readCanonical(event.content);
    if (content === undefined) return { ...place, code: 'text_not_canonical' };
    const { jurisdiction } = this;
    const recomputed = linkHash({ content: event.content, jurisdiction, number, previous: this.last.hash });
    if (recomputed !== hash) return { ...place, code: 'link_hash_differs', expected: hash, found: recomputed };
    const told = columnsOf(content);
    const stored: Readonly<Record<string, unknown>> = { ...event };
    for (const [what, value] of Object.entries(told)) {
      const [wanted, found] = [shown(value), shown(stored[what])];
      if (wanted !== found) return { ...place, code: 'column_differs', what, expected: wanted, found };
    }
    if (this.noted?.number !== number || this.noted.hash === hash) return undefined;
    return { ...place, code: 'noted_head_differs', expected: this.noted.hash ?? '', found: hash };
  }

  private breakAtEnd(head: Head | undefined): AuditBreak | undefined {
    const { number, hash } = this.last;
    const at = (code: BreakCode, expected: Head): AuditBreak => {
      const place = { jurisdiction: this.jurisdiction, number };
      return { ...place, code, expected: showHead(expected), found: showHead(this.last) };
    };
    const wanted = head ?? { number: 0, hash: null };
    if (wanted.number !== number || wanted.hash !== hash) return at('head_differs', wanted);
    return this.noted !== undefined && this.noted.number > number ? at('noted_head_missing', this.noted) : undefined;
  }
}

function readCanonical(text: string): AuditContent | undefined {
  try {
    const content: unknown = JSON.parse(text);
    return canonicalJson(content) === text ? (content as AuditContent) : undefined;
  } catch {
    return undefined;
  }
}

const shown = (value: unknown): string => canonicalJson(value instanceof Date ? value.toISOString() : (value ?? null));

const showHead = ({ number, hash }: Head): string => `${number} ${hash ?? '–'}`;
