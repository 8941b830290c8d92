import { Clock } from '../../src/common/clock';
import { KnownAt, parseKnownAt } from '../../src/core';

/** A clock that stands still until it is set. */
export class TestClock extends Clock {
  private instant: KnownAt;

  constructor(instant: string) {
    super();
    this.instant = read(instant);
  }

  now(): KnownAt {
    return this.instant;
  }

  /** Sets it to an instant with its offset, such as `2026-03-04T09:00:00+08:00`; backwards too. */
  set(instant: string): void {
    this.instant = read(instant);
  }

  advance(milliseconds: number): void {
    this.instant = (this.instant + milliseconds) as KnownAt;
  }
}

function read(text: string): KnownAt {
  const instant = parseKnownAt(text, 'UTC');
  if (instant === undefined) throw new Error(`no instant: ${text}`);
  return instant;
}
