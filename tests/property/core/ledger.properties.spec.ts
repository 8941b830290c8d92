import * as fc from 'fast-check';
import { civilDate, plusDays } from '../../../src/core/dates/civil-date';
import { endOfDay, KnownAt } from '../../../src/core/dates/instant';
import { checkHistory, checkNextRecord } from '../../../src/core/ledger/check-history';
import { HistoryRecord } from '../../../src/core/ledger/history.types';
import { foldHistory } from '../../../src/core/ledger/standing';
import { Standing } from '../../../src/core/ledger/standing.types';
import {
  anyRules,
  AskedHistory,
  askedHistories,
  defaultRules,
  ledgerSettings,
} from '../../support/history.arbitraries';
import { violationsIn } from '../../support/history.builder';
import { runs } from '../../support/runs';
import { LEDGER_ITEMS, ledgerRules, ledgerRuleSet } from '../../support/ledger-rules.builder';

const RUNS = runs(40);
const histories = askedHistories(anyRules, 25);

const bytes = (asked: AskedHistory): string => JSON.stringify(foldHistory(asked));
const add = (numbers: readonly number[]): number =>
  numbers.reduce((sum, one) => sum + Math.round(one * 1000), 0) / 1000;

function pointsIn(standing: Standing, ...states: readonly string[]): number {
  return add(standing.postings.filter(({ state }) => states.includes(state)).map(({ points }) => points));
}

describe('every combination of settings', () => {
  it('compiles', () => {
    fc.assert(
      fc.property(ledgerSettings, (settings) => {
        expect(ledgerRules(settings).ruleSet).toEqual(ledgerRuleSet(settings));
      }),
      runs(30),
    );
  });
});

describe('a standing', () => {
  it('is the same whatever the order of the records', () => {
    const shuffled = histories.chain((asked) =>
      fc.tuple(fc.constant(asked), fc.shuffledSubarray([...asked.records], { minLength: asked.records.length })),
    );
    fc.assert(
      fc.property(shuffled, ([asked, records]) => {
        expect(bytes({ ...asked, records })).toBe(bytes(asked));
        expect(checkHistory(records)).toEqual([]);
      }),
      RUNS,
    );
  });

  it('is the same bytes every time, and leaves the records as they were', () => {
    fc.assert(
      fc.property(histories, (asked) => {
        const before = JSON.stringify(asked.records);
        expect(bytes(asked)).toBe(bytes(asked));
        expect(JSON.stringify(asked.records)).toBe(before);
      }),
      RUNS,
    );
  });

  it('sums up: carried and current make the sum, and the ceiling the total', () => {
    fc.assert(
      fc.property(histories, (asked) => {
        const standing = foldHistory(asked);
        const { ceiling } = asked.rules.ruleSet.accumulation;
        expect(standing.carried).toBe(pointsIn(standing, 'carried'));
        expect(standing.current).toBe(pointsIn(standing, 'current'));
        expect(standing.sum).toBe(add([standing.carried, standing.current]));
        expect(standing.total).toBe(Math.min(standing.sum, ceiling ?? Infinity));
        expect(add([standing.next.clears, standing.next.carries])).toBe(standing.sum);
        expect(standing.next.clearing.length + standing.next.carrying.length).toBe(
          standing.postings.filter(({ state }) => state === 'carried' || state === 'current').length,
        );
      }),
      RUNS,
    );
  });

  it('holds each posting of an ended cycle as exactly one of cleared, carried and annulled', () => {
    fc.assert(
      fc.property(histories, (asked) => {
        const { cycle, postings } = foldHistory(asked);
        for (const { inspectedOn, state, clearedOn } of postings) {
          const states = ['cleared', 'carried', 'annulled', 'not_posted'];
          if (inspectedOn < cycle.from) expect(states).toContain(state);
          else expect(state).not.toBe('carried');
          expect(clearedOn !== undefined).toBe(state === 'cleared');
          if (clearedOn !== undefined) expect(clearedOn >= inspectedOn && clearedOn <= asked.asOf).toBe(true);
        }
      }),
      RUNS,
    );
  });

  it('names every finding once, and for one not posted another that is there', () => {
    fc.assert(
      fc.property(histories, (asked) => {
        const { postings } = foldHistory(asked);
        const names = postings.map(({ finding: { inspection, item } }) => `${inspection}/${item}`);
        expect(new Set(names).size).toBe(names.length);
        for (const { state, insteadOf, inspectedOn } of postings) {
          expect(insteadOf !== undefined).toBe(state === 'not_posted');
          if (insteadOf === undefined) continue;
          const other = postings[names.indexOf(`${insteadOf.inspection}/${insteadOf.item}`)]!;
          expect(other.state).not.toBe('annulled');
          expect(other.inspectedOn <= inspectedOn).toBe(true);
        }
      }),
      RUNS,
    );
  });

  it('tells the next cycle day as it comes when nothing else happens', () => {
    fc.assert(
      fc.property(histories, (asked) => {
        const { asOf, records } = asked;
        const untilThen = { ...asked, records: records.filter(({ day }) => day <= asOf) };
        // An annulment works back, so what it strikes must not have been dropped with the later records.
        const { next } = foldHistory(untilThen);
        const then = foldHistory({ ...untilThen, asOf: next.day });
        const state = (reference: { readonly inspection: string; readonly item: string }): string | undefined =>
          then.postings.find(({ finding }) => JSON.stringify(finding) === JSON.stringify(reference))?.state;
        expect(next.clearing.map(state)).toEqual(next.clearing.map(() => 'cleared'));
        expect(next.carrying.map(state)).toEqual(next.carrying.map(() => 'carried'));
        expect(then).toMatchObject({ sum: next.carries, carried: next.carries, current: 0 });
      }),
      RUNS,
    );
  });
});

describe('an inspection dated after every other record', () => {
  it('never lowers the total of its day', () => {
    const items = fc.subarray(LEDGER_ITEMS.map(({ code }) => code));
    fc.assert(
      fc.property(histories, items, fc.nat(400), ({ rules, records }, violated, days) => {
        const last = records.map(({ day }) => day).reduce((a, b) => (a > b ? a : b), civilDate('2025-01-01'));
        const day = plusDays(last, days + 1);
        const knownAt = (endOfDay(day, 'Asia/Shanghai') + 1) as KnownAt;
        const inspection: HistoryRecord = {
          type: 'inspection',
          number: 999_999,
          key: 'last',
          day,
          knownAt,
          rules,
          violations: violationsIn(rules, violated, day),
        };
        const before = foldHistory({ records, rules, asOf: day });
        const after = foldHistory({ records: [...records, inspection], rules, asOf: day });
        expect(after.total).toBeGreaterThanOrEqual(before.total);
        expect(after.carried).toBe(before.carried);
      }),
      RUNS,
    );
  });
});

describe('a later correction', () => {
  it('never changes an earlier answer as known then', () => {
    fc.assert(
      fc.property(histories, fc.nat(1000), ({ rules, records, asOf }, pick) => {
        const knownAt = records[pick % Math.max(1, records.length)]?.knownAt ?? (0 as KnownAt);
        const known = records.filter((record) => record.knownAt <= knownAt);
        const { knownAt: _, ...then } = foldHistory({ records: known, rules, asOf });
        expect(foldHistory({ records, rules, asOf, knownAt })).toMatchObject(then);
      }),
      RUNS,
    );
  });
});

describe('the check of a history', () => {
  it('accepts record by record what it accepts as a whole', () => {
    fc.assert(
      fc.property(histories, ({ records }) => {
        expect(checkHistory(records)).toEqual([]);
      }),
      RUNS,
    );
  });

  it('refuses the next record on the ground on which it refuses the whole with it', () => {
    const split = askedHistories(defaultRules, 25).chain((asked) =>
      fc.tuple(fc.constant(asked), fc.nat(Math.max(0, asked.records.length - 1))),
    );
    fc.assert(
      fc.property(split, fc.nat(30), ([{ records }, gone], shift) => {
        // Without one record, those that rest on it lose their ground.
        const rest = records.filter((_, place) => place !== gone);
        const refused = checkHistory(rest);
        const taken = rest.filter((record) => refused.every((one) => one.record !== record));
        expect(checkHistory(taken)).toEqual([]);
        const next = taken.at(-1 - (shift % Math.max(1, taken.length)));
        if (next === undefined) return;
        const latest = (Math.max(...taken.map(({ knownAt }) => knownAt)) + 1) as KnownAt;
        const again = { ...next, key: 'again', number: 999_999, knownAt: latest };
        const whole = checkHistory([...taken, again]);
        expect(whole.length).toBeLessThanOrEqual(1);
        const reason = checkNextRecord(taken, again);
        expect(whole[0]?.reason).toBe(reason);
      }),
      RUNS,
    );
  });
});
