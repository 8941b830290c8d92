import { Regime, RegimeRung } from '../../src/core/rule-set/regime.types';

/**
 * A second fold of a regime, written from the scoring model to hold the first against. It is slow on purpose: it walks
 * every day of the calendar, keeps no agenda and no running sum, and asks of each case on each day whether it counts.
 * It knows the parts that the generator makes: one score, one ladder, cases of fixed points.
 */
export interface NaiveCase {
  readonly key: string;
  readonly points: number;
  readonly item: string;
  readonly on: string;
  readonly paid?: string;
  readonly visit?: string;
}

export interface NaiveAnswer {
  readonly total: number;
  readonly called: readonly string[];
  readonly points: Readonly<Record<string, number>>;
}

interface Posted {
  readonly from: NaiveCase;
  readonly on: string;
  made: number;
  points: number;
  /** Dead in the score, and in the window of each rung that has one. */
  readonly dead: Set<string>;
}

const SCORE = 'the score';

export function naiveRegime(
  regime: Regime,
  cases: readonly NaiveCase[],
  credits: readonly string[],
  asOf: string,
): NaiveAnswer {
  const score = regime.scores[0]!;
  const life = score.life ?? {};
  const ladder = regime.ladders?.[0];
  const posted: Posted[] = [];
  const balances: { on: string; points: number; dead: Set<string> }[] = [];
  const called: string[] = [];
  const up = new Map<string, number>();
  const calledIn = new Map<string, string>();
  const seenIn = new Map<string, string | undefined>();
  let restartedAfter = 0;
  const taken: { on: string; points: number }[] = [];
  const windowOf = (rung?: RegimeRung) => (rung?.window === undefined ? life.window : rung.window);

  const counting = (day: string, rung?: RegimeRung) => {
    const window = windowOf(rung);
    const name = rung?.window === undefined ? SCORE : rung.code;
    const last =
      posted
        .map(({ from }) => from.on)
        .sort()
        .at(-1) ?? day;
    const within = (on: string): boolean => {
      const edge = window?.ending === 'last_case' ? last : day;
      if (window !== undefined && !inside(on, edge, window)) return false;
      return life.validity === undefined || inside(on, day, life.validity);
    };
    const weight = (on: string): number =>
      life.weights === undefined
        ? 1
        : (life.weights.find(({ until }) => until === undefined || day < plus(on, until))?.factor ?? 0);
    return {
      cases: posted
        .filter(({ from, dead }) => !dead.has(name) && within(from.on))
        .map((one) => ({ one, worth: one.points * weight(one.from.on) })),
      balances: balances
        .filter(({ on, dead }) => !dead.has(name) && within(on))
        .map((one) => ({ one, worth: one.points })),
    };
  };
  const value = (day: string, rung?: RegimeRung): number => {
    const now = counting(day, rung);
    const sum = [...now.cases, ...now.balances].reduce((total, { worth }) => total + worth, 0);
    const raw = (score.start ?? 0) + (score.direction === 'down' ? -sum : sum);
    return Math.min(Math.max(raw, score.floor ?? -Infinity), score.ceiling ?? Infinity);
  };
  const names = [undefined, ...(ladder?.rungs ?? []).filter(({ window }) => window !== undefined)];

  const endCycle = (day: string): void => {
    const end = life.cycle?.end ?? { clears: 'all' as const };
    const eve = shift(day, -1);
    const paidBy = (one: Posted): boolean => one.from.paid !== undefined && one.from.paid <= eve;
    for (const rung of names) {
      const name = rung?.code ?? SCORE;
      const now = counting(day, rung);
      if (end.below !== undefined) {
        const reached = score.direction === 'down' ? value(day, rung) <= end.below : value(day, rung) >= end.below;
        if (reached) continue;
      }
      const each = typeof end.clears === 'object' && 'each' in end.clears;
      const all =
        end.clears === 'all' || (typeof end.clears === 'object' && !each && now.cases.every(({ one }) => paidBy(one)));
      for (const { one } of now.cases) if (all || (each && paidBy(one))) one.dead.add(name);
      for (const { one } of now.balances) if (all || each) one.dead.add(name);
    }
  };

  const post = (one: NaiveCase): void => {
    const repeat = regime.multipliers?.find((multiplier) => 'repeat' in multiplier);
    let factor = 1;
    if (repeat !== undefined && 'repeat' in repeat) {
      const { factors, within } = repeat.repeat;
      const before = posted
        .slice(restartedAfter)
        .filter(
          ({ from }) => from.item === one.item && (within === undefined || inside(from.on, one.on, within)),
        ).length;
      factor = factors[Math.min(before, factors.length - 1)]!;
    }
    const entry: Posted = {
      from: one,
      on: one.on,
      made: one.points * factor,
      points: one.points * factor,
      dead: new Set(),
    };
    const rule = regime.concurrency?.[0];
    if (rule !== undefined && one.visit !== undefined) {
      const group = posted.filter(({ from }) => from.visit === one.visit);
      if (rule.take === 'highest') {
        const best = group.find(({ points }) => points > 0) ?? group[0];
        if (best !== undefined && entry.made > best.made) best.points = 0;
        else if (best !== undefined) entry.points = 0;
      } else if (typeof rule.take === 'object') {
        const used = group.reduce((sum, { points }) => sum + points, 0);
        entry.points = Math.min(entry.made, rule.take.atMost - used);
      }
    }
    posted.push(entry);
  };

  const giveCredit = (day: string): void => {
    const kind = regime.credits?.kinds[0];
    if (kind === undefined) return;
    const cap = regime.credits?.cap;
    const from =
      cap?.per === 'cycle' ? cycleStart(day, life.cycle!.anchor as { month: number; day: number }) : undefined;
    const used = taken
      .filter(
        ({ on }) => cap === undefined || (cap.per === 'cycle' ? on >= from! : inside(on, day, { length: cap.per })),
      )
      .reduce((sum, { points }) => sum + points, 0);
    const left = cap === undefined ? Infinity : cap.points - used;
    const bound = score.direction === 'down' ? score.ceiling : score.floor;
    const room = bound === undefined ? Infinity : Math.abs(value(day) - bound);
    const points = Math.min(kind.points, left, room);
    if (points <= 0) return;
    taken.push({ on: day, points });
    balances.push({ on: day, points: -points, dead: new Set() });
  };

  const judge = (day: string): void => {
    const look = (): string[] => {
      const crossed: string[] = [];
      for (const rung of ladder?.rungs ?? []) {
        const now = value(day, rung);
        const times = reached(rung, now);
        const before = up.get(rung.code) ?? 0;
        up.set(rung.code, times);
        const cycle =
          life.cycle === undefined ? '' : cycleStart(day, life.cycle.anchor as { month: number; day: number });
        const anew = rung.calls === 'once_per_cycle' && times > 0 && seenIn.get(rung.code) !== cycle;
        seenIn.set(rung.code, times > 0 ? cycle : undefined);
        if (times > before || anew)
          crossed.push(...Array.from({ length: Math.max(1, times - before) }, () => rung.code));
      }
      return crossed;
    };
    const crossed = look();
    const gravest = crossed.at(-1);
    const calling = ladder?.jump === 'highest_rung' ? crossed.filter((code) => code === gravest) : crossed;
    for (const rung of ladder?.rungs ?? []) {
      const times = calling.filter((code) => code === rung.code).length;
      if (times === 0) continue;
      if (rung.calls === 'once_per_cycle') {
        const cycle = cycleStart(day, life.cycle!.anchor as { month: number; day: number });
        if (calledIn.get(rung.code) === cycle) continue;
        calledIn.set(rung.code, cycle);
      }
      for (let n = 0; n < times; n += 1) for (const measure of rung.measures ?? []) callFor(measure, rung, day);
    }
    if (calling.length > 0) look();
  };

  const callFor = (code: string, rung: RegimeRung, day: string): void => {
    called.push(`${code} ${rung.code} ${day}`);
    const effect = regime.measures?.find((measure) => measure.code === code)?.effects?.[0];
    if (effect === undefined) return;
    for (const other of names) {
      const now = counting(day, other);
      const name = other?.code ?? SCORE;
      const caught = effect.clear === 'triggering' ? new Set(counting(day).cases.map(({ one }) => one)) : undefined;
      if (effect.clear === 'all') for (const { one } of [...now.cases, ...now.balances]) one.dead.add(name);
      else if (caught !== undefined && other === undefined) {
        for (const { one } of now.balances) one.dead.add(name);
        for (const one of caught) for (const each of names) one.dead.add(each?.code ?? SCORE);
      }
    }
    if (effect.set !== undefined) {
      // Every window that is looked at is set to the value by itself.
      const others = names.map((other) => other?.code ?? SCORE);
      for (const other of names) {
        const name = other?.code ?? SCORE;
        const now = counting(day, other);
        for (const { one } of [...now.cases, ...now.balances]) one.dead.add(name);
        const missing = score.direction === 'down' ? (score.start ?? 0) - effect.set : effect.set - (score.start ?? 0);
        if (missing !== 0) {
          balances.push({ on: day, points: missing, dead: new Set(others.filter((one) => one !== name)) });
        }
      }
    }
    if (effect.restarts !== undefined) restartedAfter = posted.length;
  };

  const days = [...cases.map(({ on }) => on), ...credits].sort();
  for (let day = days[0] ?? asOf; day <= asOf; day = shift(day, 1)) {
    if (
      life.cycle !== undefined &&
      posted.length + balances.length > 0 &&
      isCycleDay(day, life.cycle.anchor as { month: number; day: number })
    ) {
      endCycle(day);
    }
    for (const one of cases) if (one.on === day) post(one);
    for (const credit of credits) if (credit === day) giveCredit(day);
    judge(day);
  }
  return {
    total: value(asOf),
    called,
    points: Object.fromEntries(posted.map(({ from, points }) => [from.key, points])),
  };
}

function reached({ at, reaching = 'at_least', every }: RegimeRung, value: number): number {
  const beyond = reaching === 'at_most' || reaching === 'less_than' ? at - value : value - at;
  const strict = reaching === 'more_than' || reaching === 'less_than';
  if (strict ? beyond <= 0 : beyond < 0) return 0;
  if (every === undefined) return 1;
  let times = 0;
  for (let edge = 0; strict ? edge < beyond : edge <= beyond; edge += every) times += 1;
  return times;
}

type Unit = { readonly days?: number; readonly weeks?: number; readonly months?: number; readonly years?: number };

/** Whether `on` lies within the length before `day`. */
function inside(on: string, day: string, period: { readonly length: object; readonly bounds?: string }): boolean {
  const anniversary = plus(on, period.length);
  return period.bounds === '[]' ? day <= anniversary : day < anniversary;
}

function plus(day: string, length: object): string {
  const { days = 0, weeks = 0, months = 0, years = 0 } = length as Unit;
  if (months === 0 && years === 0) return shift(day, days + 7 * weeks);
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const first = new Date(Date.UTC(year + years, month - 1 + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(date, last));
  return first.toISOString().slice(0, 10);
}

function shift(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}

function isCycleDay(day: string, { month, day: date }: { readonly month: number; readonly day: number }): boolean {
  return Number(day.slice(5, 7)) === month && Number(day.slice(8)) === date;
}

/** Of cycles of a year. */
function cycleStart(day: string, anchor: { readonly month: number; readonly day: number }): string {
  const [month, date] = [anchor.month, anchor.day].map((part) => String(part).padStart(2, '0'));
  const year = Number(day.slice(0, 4));
  const own = `${year}-${month}-${date}`;
  return own <= day ? own : `${year - 1}-${month}-${date}`;
}
