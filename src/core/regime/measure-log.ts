import { CivilDate } from '../dates/civil-date';
import { NO_POINTS, Points } from '../numbers/points';
import { Length, Measure, MeasureFilter } from '../rule-set/regime.types';
import { firstDayBeyond, lastDayOf } from './length';
import { Slot } from './posting.types';

/** A measure that a rung called for, or that an authority imposed. */
export interface MeasureInstance {
  readonly measure: Measure;
  /** The ladder and the rung or pattern; absent where it was imposed. */
  readonly ladder?: string;
  readonly rung?: string;
  /** The score whose cycle and postings it goes by. */
  readonly score: string;
  readonly on: CivilDate;
  /** Value of the score when it was called for. */
  readonly points: Points;
  /** Window date of the case with which the rung was reached. */
  readonly lastCase: CivilDate;
  /** What counted then; kept only where an effect asks for it. */
  readonly triggering: readonly Slot[];
  /** How long it lasts, where the rules or a record say so. */
  readonly length?: Length;
  from?: CivilDate;
  to?: CivilDate;
  /** A completion was recorded; it may still have to wait for the cases. */
  reportedOn?: CivilDate;
  completedOn?: CivilDate;
  replacedOn?: CivilDate;
}

export type MeasureState = 'due' | 'running' | 'completed' | 'replaced';

/** How an instance stands on a day. */
export function stateOf({ from, to, completedOn, replacedOn }: MeasureInstance, day: CivilDate): MeasureState {
  if (replacedOn !== undefined && replacedOn <= day) return 'replaced';
  if (completedOn !== undefined && completedOn <= day) return 'completed';
  if (from === undefined || from > day) return 'due';
  return to !== undefined && to < day ? 'completed' : 'running';
}

/** As of when measures are counted. */
interface Asked {
  readonly today: CivilDate;
  readonly lastCase: CivilDate;
  /** First day of the cycles that are meant; undefined: all. */
  readonly since: CivilDate | undefined;
  readonly except: ReadonlySet<MeasureInstance>;
}

/** Every measure so far, in the order in which they came (P11). */
export class MeasureLog {
  readonly all: MeasureInstance[] = [];

  /** How many measures of a kind came before (P10), those recorded from outside included. */
  count({ measures, event = 'triggered', within, minLength }: MeasureFilter, asked: Asked): number {
    const { today, lastCase, since, except } = asked;
    const end = within?.of === 'last_case' ? lastCase : today;
    return this.all.filter((one) => {
      if (!measures.includes(one.measure.code) || except.has(one)) return false;
      const day = eventDay(one, event);
      if (day === undefined || day > today) return false;
      if (within !== undefined && end >= firstDayBeyond(day, within.length, within.bounds)) return false;
      if (since !== undefined && day < since) return false;
      return minLength === undefined || lastsAtLeast(one, minLength);
    }).length;
  }

  isRunning(code: string, today: CivilDate): boolean {
    return this.all.some((one) => one.measure.code === code && stateOf(one, today) === 'running');
  }

  totalAt(code: string): Points {
    return this.all.findLast(({ measure }) => measure.code === code)?.points ?? NO_POINTS;
  }

  /** The oldest of a kind that waits for something. */
  oldest(code: string, waits: (one: MeasureInstance) => boolean): MeasureInstance | undefined {
    return this.all.find((one) => one.measure.code === code && one.replacedOn === undefined && waits(one));
  }
}

export function eventDay(one: MeasureInstance, event: 'triggered' | 'started' | 'completed'): CivilDate | undefined {
  if (event === 'triggered') return one.on;
  return event === 'started' ? one.from : one.completedOn;
}

function lastsAtLeast({ on, from = on, to, length }: MeasureInstance, least: Length): boolean {
  const last = to ?? (length === undefined ? undefined : lastDayOf(from, length));
  return last !== undefined && last >= lastDayOf(from, least);
}
