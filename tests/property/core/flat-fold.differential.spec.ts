import * as fc from 'fast-check';
import { CivilDate, civilDate, epochDayOf, plusDays } from '../../../src/core/dates/civil-date';
import { applyToFinding, Finding } from '../../../src/core/ledger/finding';
import { FlatStep, flattenHistory } from '../../../src/core/ledger/flat-history';
import { foldFlat } from '../../../src/core/ledger/flat-fold';
import { cycleOf } from '../../../src/core/ledger/cycle';
import { applyStep, FlatRectification } from '../../../src/core/ledger/flat-life';
import { compileFlatRules, FlatRules } from '../../../src/core/ledger/flat-rules';
import { FindingRecord, HistoryRecord } from '../../../src/core/ledger/history.types';
import { foldHistory } from '../../../src/core/ledger/standing';
import { StandingQuestion } from '../../../src/core/ledger/standing-question';
import { fromPoints } from '../../../src/core/numbers/points';
import { CompiledRuleSet } from '../../../src/core/rule-set/compile';
import { ledgerRules } from '../../support/ledger-rules.builder';
import { runs } from '../../support/runs';
import { anyRules, AskedHistory, askedHistories, defaultRules } from '../../support/history.arbitraries';

const RUNS = runs(40);

/** Days each of them is asked about, besides its own. */
const MORE_DAYS = 12;

/** What the test has met: it proves nothing about what it never meets. */
const met = new Set<string>();

/** What a population is asked, of either fold. */
interface Answer {
  readonly sums: readonly number[];
  readonly rungs: readonly string[];
  readonly postings: readonly string[];
}

function byHistory(asked: StandingQuestion): Answer {
  const { total, sum, carried, current, rungs, postings } = foldHistory(asked);
  postings.forEach(({ state, reason }) => met.add(`${state} ${reason}`));
  return {
    sums: [total, sum, carried, current],
    rungs: rungs.filter(({ reached }) => reached).map(({ code }) => code),
    postings: postings
      .filter(({ state }) => state === 'current' || state === 'carried')
      .map(
        ({ inspectedOn, finding, points, state }) => `${epochDayOf(inspectedOn)} ${finding.item} ${points} ${state}`,
      ),
  };
}

function byFlat({ records, rules, asOf, knownAt }: StandingQuestion): Answer {
  const compiled = new Map<CompiledRuleSet, FlatRules>();
  const flatRules = (of: CompiledRuleSet): FlatRules => {
    const flat = compiled.get(of) ?? compileFlatRules(of);
    compiled.set(of, flat);
    return flat;
  };
  const known = records.filter((record) => knownAt === undefined || record.knownAt <= knownAt);
  const history = flattenHistory(known, flatRules);
  const flat = flatRules(rules);
  const { total, carried, current, rungs, postings } = foldFlat(history, flat, epochDayOf(asOf));
  return {
    sums: [total, carried + current, carried, current].map((points) => points / 1000),
    rungs: flat.rungs.slice(0, rungs).map(({ code }) => code),
    postings: postings.map(({ inspection, violation, carried: isCarried }) => {
      const { day, rules: of } = history[inspection]!;
      const state = isCarried ? 'carried' : 'current';
      return `${day} ${of.items[violation.item]} ${fromPoints(violation.points)} ${state}`;
    }),
  };
}

/** Asks both about the day, and about some days of records and cycle days: a history costs more than an answer. */
function agree(asked: AskedHistory): void {
  const { records, rules } = asked;
  const days = records.flatMap(({ day }) => [day, cycleOf(day, rules.ruleSet.accumulation.cycle).to]);
  const stride = Math.ceil(days.length / MORE_DAYS);
  for (const asOf of [asked.asOf, ...days.filter((_, place) => place % stride === 0)]) {
    expect(byFlat({ ...asked, asOf })).toEqual(byHistory({ ...asked, asOf }));
  }
}

describe('applyStep', () => {
  const step = fc.record({ day: fc.nat(6), to: fc.nat(9), kind: fc.nat(3) }).map(({ day, to, kind }): FlatStep => {
    const place = { day, number: 0 };
    if (kind === 0) return { ...place, type: 'rectification' };
    if (kind === 1) return { ...place, type: 'extension', newDeadline: to };
    return { ...place, type: 're_inspection', passed: kind === 2 };
  });
  const civil = (day: number): CivilDate => plusDays(civilDate('2026-01-01'), day);

  it('does to a finding what applyToFinding does', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 8 }), (steps) => {
        const flat = { deadline: 3, completedOn: undefined, passedOn: undefined, passedAt: 0 } as FlatRectification;
        const finding = { rectification: { deadline: civil(3) } } as Finding;
        for (const one of steps) {
          applyStep(flat, one);
          const newDeadline = 'newDeadline' in one ? { newDeadline: civil(one.newDeadline) } : {};
          applyToFinding(finding, { ...one, ...newDeadline, day: civil(one.day) } as unknown as FindingRecord);
        }
        const { deadline, completedOn, passedOn } = finding.rectification;
        const days = [flat.deadline, flat.completedOn, flat.passedOn];
        expect(days.map((day) => (day === undefined ? undefined : civil(day)))).toEqual([
          deadline,
          completedOn,
          passedOn,
        ]);
      }),
      runs(1000),
    );
  });
});

describe('the flat fold answers as foldHistory does', () => {
  it('under the settings of the furnace measures', () => {
    fc.assert(fc.property(askedHistories(defaultRules), agree), RUNS);
  }, 600_000);

  it('under every other settings', () => {
    fc.assert(fc.property(askedHistories(anyRules), agree), RUNS);
  }, 600_000);

  it('when the version changes in the middle of a history', () => {
    const change = (
      records: readonly HistoryRecord[],
      from: number,
      rules: CompiledRuleSet,
    ): readonly HistoryRecord[] =>
      records.map((record, place) => (record.type === 'inspection' && place >= from ? { ...record, rules } : record));
    fc.assert(
      fc.property(askedHistories(anyRules), anyRules, fc.nat(20), (asked, rules, from) => {
        const records = change(asked.records, from, rules);
        agree({ records, rules, asOf: asked.asOf });
      }),
      RUNS,
    );
  }, 600_000);

  it('even where the records cannot be: of days and numbers that no history has', () => {
    const shifts = fc.array(fc.record({ days: fc.integer({ min: -200, max: 200 }), number: fc.nat(5) }), {
      minLength: 100,
      maxLength: 100,
    });
    fc.assert(
      fc.property(askedHistories(anyRules), shifts, (asked, by) => {
        const records = asked.records.map((record, place): HistoryRecord => {
          const { days, number } = by[place % by.length]!;
          const moved = { ...record, day: plusDays(record.day, days), number: number * 1000 + place };
          return moved.type === 'extension' ? { ...moved, newDeadline: plusDays(moved.day, days % 20) } : moved;
        });
        agree({ records, rules: asked.rules, asOf: asked.asOf });
      }),
      RUNS,
    );
  }, 600_000);

  it('and is refused to a regime', () => {
    const rules = { ...ledgerRules(), regime: {} } as CompiledRuleSet;
    expect(() => compileFlatRules(rules)).toThrow('has a regime, which only foldHistory folds');
  });

  it('and meets every state and every reason', () => {
    met.clear();
    // Always the same histories: a few of any do not hold every reason.
    fc.assert(fc.property(askedHistories(anyRules), agree), { seed: 1, numRuns: 100 });
    expect([...met].sort()).toEqual([
      ...['annulled finding_annulled', 'annulled inspection_annulled', 'carried late_pass', 'carried not_passed'],
      ...['carried not_rectified', 'carried rectified_after_cycle', 'carried rectified_late'],
      ...['cleared carried_then_passed', 'cleared late_deadline_met', 'cleared late_pass_works_back'],
      ...['cleared rectified_in_time', 'current cycle_running', 'not_posted exclusive', 'not_posted open_finding'],
      ...['not_posted repeat_in_cycle'],
    ]);
  });
});
