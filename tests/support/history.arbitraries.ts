import * as fc from 'fast-check';
import { CivilDate, civilDate, plusDays } from '../../src/core/dates/civil-date';
import { endOfDay, KnownAt } from '../../src/core/dates/instant';
import { checkNextRecord } from '../../src/core/ledger/check-history';
import { cycleOf } from '../../src/core/ledger/cycle';
import { HistoryRecord, InspectionRecord } from '../../src/core/ledger/history.types';
import { CompiledRuleSet } from '../../src/core/rule-set/compile';
import { FindingReference } from '../../src/core/rule-set/rule-set.types';
import { violationsIn } from './history.builder';
import { LEDGER_ITEMS, ledgerRules, ledgerRuleSet, LedgerSettings } from './ledger-rules.builder';

const ITEM_CODES = LEDGER_ITEMS.map(({ code }) => code);

/** A valid history under some rules, with a day and an instant to ask about. */
export interface AskedHistory {
  readonly rules: CompiledRuleSet;
  readonly records: readonly HistoryRecord[];
  readonly asOf: CivilDate;
  /** Absent: with every record. */
  readonly knownAt?: KnownAt;
}

/** Omits a property now and then, so that defaults are met as often as what they stand for. */
const some = <T>(...values: readonly T[]): fc.Arbitrary<T | undefined> =>
  fc.option(fc.constantFrom(...values), { nil: undefined });

/** Every setting of accumulation and ladder, most of them absent most of the time. */
export const ledgerSettings: fc.Arbitrary<LedgerSettings> = fc
  .record({
    months: fc.constantFrom(12, 12, 12, 1, 3, 6, 24, 36),
    anchor: fc.constantFrom({ month: 10, day: 1 }, { month: 10, day: 1 }, { month: 2, day: 28 }),
    when: some('cycle_day', 'pass_day'),
    deadlineAfterCycleDay: some('carry', 'clear_if_met'),
    latePass: some('works_back', 'carry'),
    countsTowardsLadder: some(true, false),
    clears: some('next_cycle_day', 'pass_day', 'never'),
    whileOpen: some('not_posted', 'posted'),
    afterPass: some('posted', 'not_posted'),
    ceiling: some(9.5, 12),
    reaching: some('at_least', 'more_than'),
    jump: some('every_rung', 'highest_rung'),
    carriedAlone: some('measure', 'none'),
  })
  .map(({ months, anchor, when, deadlineAfterCycleDay, latePass, ceiling, ...rest }) => {
    const { countsTowardsLadder, clears, whileOpen, afterPass, ...ladder } = rest;
    const settings = {
      months,
      anchor,
      clearing: { when, deadlineAfterCycleDay, latePass },
      carryOver: { countsTowardsLadder, clears },
      repeat: { whileOpen, afterPass },
      ceiling,
      ladder,
    };
    // Through JSON: what is undefined is absent, as in a file.
    return JSON.parse(JSON.stringify(settings)) as LedgerSettings;
  });

const furnaceLike = ledgerRules();

/** Only accumulation and ladder differ, so compiling once is enough; that the settings compile is a test of its own. */
function rulesOf(settings: LedgerSettings): CompiledRuleSet {
  return { ...furnaceLike, ruleSet: ledgerRuleSet(settings) };
}

export const anyRules: fc.Arbitrary<CompiledRuleSet> = ledgerSettings.map(rulesOf);
export const defaultRules: fc.Arbitrary<CompiledRuleSet> = fc.constant(furnaceLike);

/** A record to be tried: what kind, about what, on which day, and how long after that it became known. */
interface Proposal {
  readonly kind: 'inspection' | 'rectification' | 'pass' | 'fail' | 'extension' | 'annul_finding' | 'annul_record';
  readonly items: readonly string[];
  /** Which of the findings or records, from the latest. */
  readonly target: number;
  /** Days that the clock moves on before the record becomes known. */
  readonly step: number;
  readonly day: 'today' | 'same_day' | 'deadline' | 'after_deadline' | 'cycle_day' | 'before_cycle_day' | 'back';
  readonly lag: number;
  readonly number: number;
  /** What a rectification is followed by, and after how many days. */
  readonly then: 'pass' | 'fail' | 'nothing';
  readonly gap: number;
}

const proposal: fc.Arbitrary<Proposal> = fc.record({
  kind: fc.constantFrom(
    ...(['inspection', 'inspection', 'inspection', 'inspection', 'rectification', 'rectification'] as const),
    ...(['rectification', 'rectification', 'pass', 'fail', 'extension', 'annul_finding', 'annul_record'] as const),
  ),
  items: fc.subarray(ITEM_CODES, { maxLength: 4 }),
  target: fc.nat(3),
  step: fc.constantFrom(0, 0, 0, 1, 5, 10, 30, 60, 120, 200),
  day: fc.constantFrom(
    ...([
      'today',
      'today',
      'today',
      'same_day',
      'deadline',
      'after_deadline',
      'cycle_day',
      'before_cycle_day',
      'back',
    ] as const),
  ),
  lag: fc.nat(40),
  number: fc.nat(9),
  then: fc.constantFrom('pass', 'pass', 'pass', 'fail', 'nothing'),
  gap: fc.constantFrom(0, 0, 1, 10, 60, 200, 400),
});

/** Tries the proposals in the order in which they become known and keeps the records that are accepted. */
function grow(rules: CompiledRuleSet, proposals: readonly Proposal[]): readonly HistoryRecord[] {
  const records: HistoryRecord[] = [];
  let today = civilDate('2025-08-20');
  const offer = (one: Proposal, finding?: FindingReference): HistoryRecord | undefined => {
    const taken = propose(rules, records, one, today, finding).find((record) => {
      return checkNextRecord(records, record) === undefined;
    });
    if (taken !== undefined) records.push(taken);
    return taken;
  };
  for (const one of proposals) {
    today = plusDays(today, one.step);
    const taken = offer(one);
    if (taken?.type !== 'rectification' || one.then === 'nothing') continue;
    today = plusDays(today, one.gap);
    offer({ ...one, kind: one.then, day: 'today' }, taken.finding);
  }
  return records;
}

/** Records that a proposal may mean, for as many findings as it may be about: the first acceptable one is taken. */
function propose(
  rules: CompiledRuleSet,
  records: readonly HistoryRecord[],
  one: Proposal,
  today: CivilDate,
  about?: FindingReference,
): readonly HistoryRecord[] {
  const place = records.length;
  // Numbers jump about, so that records of one day do not fold in the order in which they became known.
  const number = one.number * 1000 + place;
  const knownAt = (endOfDay(today, 'Asia/Shanghai') - 1000 + place) as KnownAt;
  const inspections = records.filter((record) => record.type === 'inspection');
  const all = inspections.flatMap(({ key, violations }) => violations.map(({ item }) => ({ inspection: key, item })));
  const head = (finding?: FindingReference) => {
    const inspection = inspections.find(({ key }) => key === finding?.inspection);
    return { number, key: `k${place}`, day: min(today, dayWished(rules, one, today, inspection, finding)), knownAt };
  };
  if (one.kind === 'inspection') {
    const { day } = head();
    return [{ ...head(), type: 'inspection', rules, violations: violationsIn(rules, one.items, day) }];
  }
  if (one.kind === 'annul_record') {
    const record = records.at(-1 - one.target);
    return record === undefined ? [] : [{ ...head(), type: 'annulment', annuls: { record: record.key } }];
  }
  const findings = about === undefined ? all.reverse().slice(one.target, one.target + 6) : [about];
  return findings.map((finding) => aboutFinding(one, head(finding), finding));
}

function aboutFinding(
  { kind, lag }: Proposal,
  head: Pick<HistoryRecord, 'number' | 'key' | 'day' | 'knownAt'>,
  finding: FindingReference,
): HistoryRecord {
  switch (kind) {
    case 'rectification':
      return { ...head, type: 'rectification', finding };
    case 'extension':
      return { ...head, type: 'extension', finding, newDeadline: plusDays(head.day, 10 + lag) };
    case 'annul_finding':
      return { ...head, type: 'annulment', annuls: { finding } };
    default:
      return { ...head, type: 're_inspection', finding, passed: kind === 'pass' };
  }
}

function dayWished(
  rules: CompiledRuleSet,
  { day: wish, lag }: Proposal,
  today: CivilDate,
  inspection: InspectionRecord | undefined,
  finding: FindingReference | undefined,
): CivilDate {
  const { cycle } = rules.ruleSet.accumulation;
  const deadline = inspection?.violations.find(({ item }) => item === finding?.item)?.deadline ?? today;
  switch (wish) {
    case 'today':
      return today;
    case 'same_day':
      return inspection?.day ?? today;
    case 'deadline':
      return deadline;
    case 'after_deadline':
      return plusDays(deadline, 1);
    case 'cycle_day':
      return cycleOf(today, cycle).from;
    case 'before_cycle_day':
      return plusDays(cycleOf(today, cycle).from, -1);
    case 'back':
      return plusDays(today, -lag);
  }
}

const min = (a: CivilDate, b: CivilDate): CivilDate => (a < b ? a : b);

/** Random valid histories, and days about every boundary of theirs. */
export function askedHistories(rules: fc.Arbitrary<CompiledRuleSet>, length = 40): fc.Arbitrary<AskedHistory> {
  return fc
    .record({
      rules,
      proposals: fc.array(proposal, { minLength: 1, maxLength: length, size: 'max' }),
      at: fc.nat(1000),
      shift: fc.constantFrom(-1, 0, 0, 1),
      known: fc.option(fc.nat(1000), { nil: undefined }),
    })
    .map(({ rules: of, proposals, at, shift, known }) => {
      const records = grow(of, proposals);
      const days = boundaries(of, records);
      const asOf = plusDays(days[at % days.length] ?? civilDate('2026-01-01'), shift);
      const knownAt = known === undefined ? undefined : records[known % Math.max(1, records.length)]?.knownAt;
      return shown({ rules: of, records, asOf, ...(knownAt === undefined ? {} : { knownAt }) });
    });
}

/** Tells a counterexample in a few lines: the rules by their settings, the records without them. */
function shown(asked: AskedHistory): AskedHistory {
  const { rules, records, asOf, knownAt } = asked;
  const { accumulation, ladder } = rules.ruleSet;
  const settings = JSON.stringify({ ...accumulation, ladder: { ...ladder, rungs: undefined } });
  const lines = records.map((record) => JSON.stringify({ ...record, rules: undefined }));
  const text = [`asOf ${asOf}, known at ${knownAt ?? 'the end'}, ${settings}`, ...lines].join('\n');
  return Object.defineProperty(asked, fc.toStringMethod, { value: () => text, enumerable: false });
}

/** Days on which something may change: of records, deadlines and cycles. */
function boundaries(rules: CompiledRuleSet, records: readonly HistoryRecord[]): readonly CivilDate[] {
  const { cycle } = rules.ruleSet.accumulation;
  return records.flatMap((record) => {
    const deadlines = record.type === 'inspection' ? record.violations.map(({ deadline }) => deadline) : [];
    const next = cycleOf(record.day, cycle).to;
    return [record.day, ...deadlines, next, cycleOf(next, cycle).to];
  });
}
