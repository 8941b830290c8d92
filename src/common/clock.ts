import { Injectable } from '@nestjs/common';
import { CivilDate, dayOf, KnownAt } from '../core';

/** The one source of the present. Injected by this class; tests put a settable one in its place. */
export abstract class Clock {
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  abstract now(): KnownAt;

  /** The day it is in a time zone: that of a rule set, or of the jurisdiction. */
  today(timeZone: string): CivilDate {
    return dayOf(this.now(), timeZone);
  }
}

/** The clock of the machine. */
@Injectable()
export class SystemClock extends Clock {
  now(): KnownAt {
    return Date.now() as KnownAt;
  }
}
