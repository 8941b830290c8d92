import { CivilDate } from '../dates/civil-date';
import { Gate } from '../rule-set/regime.types';
import { Context } from './context.types';
import { Entry, regimeOf } from './entry.types';
import { isFor, kinOf } from './kinship';
import { isWithin } from './length';
import { Occurrences } from './occurrences';
import { dateOf, holds } from './test';

/** A gate that keeps a case from being posted, and the case that stands in its way where there is one. */
export interface Stopped {
  readonly gate: string;
  readonly by?: string;
}

interface Last {
  readonly day: CivilDate;
  readonly key: string;
}

/**
 * The gates of a regime, with what they must remember of the cases before (P4). A case goes by the gates of the version
 * that makes it a posting; what is remembered goes by their codes.
 */
export class Gates {
  private readonly warned = new Map<string, Occurrences>();
  private readonly lastPosted = new Map<string, Last>();
  private readonly open = new Map<string, Entry[]>();

  /** The first gate that stops the case on its posting day; a warning given is remembered. */
  stop(entry: Entry, windowDay: CivilDate, context: Context): Stopped | undefined {
    for (const gate of gatesFor(entry)) {
      const stopped = this.stopsAt(gate, entry, windowDay, context);
      if (stopped !== undefined) return stopped;
    }
    return undefined;
  }

  /** The gate that lets the case count on some days only and does not on this one. */
  closedTo(entry: Entry, context: Context): string | undefined {
    return gatesFor(entry).find((gate) => 'countsWhen' in gate && !holds(gate.countsWhen, context))?.code;
  }

  /** Whether any gate lets the case count on some days only. */
  isTimed(entry: Entry): boolean {
    return gatesFor(entry).some((gate) => 'countsWhen' in gate);
  }

  /** Notes a posting that was made. */
  note(entry: Entry, windowDay: CivilDate): void {
    for (const gate of gatesFor(entry)) {
      if ('coolDown' in gate) {
        const name = nameOf(gate.code, entry, gate.coolDown.same ?? 'any');
        const last = this.lastPosted.get(name);
        if (last === undefined || last.day < windowDay) this.lastPosted.set(name, { day: windowDay, key: entry.key });
      }
      if ('whileOpen' in gate) {
        const name = nameOf(gate.code, entry, gate.whileOpen.same ?? 'item');
        this.open.set(name, [...(this.open.get(name) ?? []), entry]);
      }
    }
  }

  private stopsAt(gate: Gate, entry: Entry, windowDay: CivilDate, context: Context): Stopped | undefined {
    if ('exemptWhen' in gate) return holds(gate.exemptWhen, context) ? { gate: gate.code } : undefined;
    if ('warning' in gate) return this.warns(gate, entry, windowDay);
    if ('coolDown' in gate) {
      const last = this.lastPosted.get(nameOf(gate.code, entry, gate.coolDown.same ?? 'any'));
      if (last === undefined || last.day >= windowDay || !isWithin(last.day, windowDay, gate.coolDown))
        return undefined;
      return { gate: gate.code, by: last.key };
    }
    if (!('whileOpen' in gate)) return undefined;
    const name = nameOf(gate.code, entry, gate.whileOpen.same ?? 'item');
    const open = (this.open.get(name) ?? []).filter(
      (one) => !isClosed(one, gate.whileOpen.closedBy, windowDay, context),
    );
    this.open.set(name, open);
    const [first] = open;
    return first === undefined ? undefined : { gate: gate.code, by: first.key };
  }

  private warns(gate: Extract<Gate, { warning: unknown }>, entry: Entry, windowDay: CivilDate): Stopped | undefined {
    const { first, within, same = 'item' } = gate.warning;
    const name = nameOf(gate.code, entry, same);
    const before = this.warned.get(name) ?? new Occurrences();
    this.warned.set(name, before);
    const warns = before.countUpTo(windowDay, within, first) < first;
    before.add(windowDay);
    return warns ? { gate: gate.code } : undefined;
  }
}

const nameOf = (gate: string, entry: Entry, same: Parameters<typeof kinOf>[1]): string =>
  `${gate}/${kinOf(entry, same)}`;

const gatesFor = (entry: Entry): readonly Gate[] => (regimeOf(entry).gates ?? []).filter((gate) => isFor(gate, entry));

/** Closed by the day on which the next one happened. */
function isClosed(entry: Entry, closedBy: string, windowDay: CivilDate, context: Context): boolean {
  return dateOf(closedBy, { ...context, entry, today: windowDay }) !== undefined;
}
