import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  CivilDate,
  compileRuleSet,
  DocumentRecord,
  foldHistory,
  parseKnownAt,
  readHistory,
  RuleSet,
  Standing,
} from '../../../src/core';

// The examples of settings A1 to A12 in docs/rule-set-reference.md, sections 10 and 11, in its own rule set.

type History = readonly DocumentRecord<Readonly<Record<string, unknown>>>[];
type Settings = Partial<RuleSet['accumulation'] & RuleSet['ladder']>;

const page = readFileSync(join(__dirname, '../../../docs/rule-set-reference.md'), 'utf8');
const { scenarios: _scenarios, ...example } = JSON.parse(
  /^```json rule set\n([\s\S]+?)^```$/m.exec(page)?.[1] ?? '',
) as RuleSet;

const IN_ORDER = {
  spaces: { total: 4, signed: 4, toxicGas: true },
  entry: { underway: false },
  detector: { working: true },
};
const UNTESTED = { underway: true, gasTested: false };
const FACTS = {
  S01: { ...IN_ORDER, spaces: { total: 4, signed: 3, toxicGas: true } },
  S02: { ...IN_ORDER, spaces: { total: 4, signed: 4, toxicGas: false }, entry: UNTESTED },
  S02toxic: { ...IN_ORDER, entry: UNTESTED },
  S02toxicAndS01: { ...IN_ORDER, spaces: { total: 4, signed: 3, toxicGas: true }, entry: UNTESTED },
  S03: { ...IN_ORDER, detector: { working: false } },
};

/** An inspection of the day, whose key is the day. */
const found = (inspectedOn: string, facts: keyof typeof FACTS): History[number] => ({
  type: 'inspection',
  key: inspectedOn,
  inspectedOn,
  facts: FACTS[facts],
});
/** Item S01 of the inspection of a day put right and passed. */
const mended = (inspection: string, completedOn: string, inspectedOn: string): History => [
  { type: 'rectification', finding: { inspection, item: 'S01' }, completedOn },
  { type: 're_inspection', finding: { inspection, item: 'S01' }, inspectedOn, passed: true },
];

async function standing(settings: Settings, history: History, asOf: string, known?: string): Promise<Standing> {
  const { reaching, jump, carriedAlone, ...accumulation } = settings;
  const ladder = JSON.parse(JSON.stringify({ reaching, jump, carriedAlone })) as Settings;
  const rules = compileRuleSet({
    ...example,
    accumulation: { ...example.accumulation, ...accumulation },
    ladder: { ...example.ladder, ...ladder },
  });
  const { timeZone } = rules.ruleSet;
  const records = await readHistory(history, () => rules, timeZone);
  const knownAt = known === undefined ? undefined : parseKnownAt(known, timeZone);
  return foldHistory({ records, rules, asOf: asOf as CivilDate, ...(knownAt === undefined ? {} : { knownAt }) });
}

const reached = ({ rungs }: Standing): readonly string[] =>
  rungs.flatMap(({ code, reached: isReached }) => (isReached ? [code] : []));
const due = ({ measures }: Standing): readonly string[] => measures.map(({ rung, dueOn }) => `${rung} ${dueOn}`);

const inTime = [found('2026-03-02', 'S01'), ...mended('2026-03-02', '2026-03-05', '2026-03-06')];
const putRightNextYear = [found('2026-03-02', 'S01'), ...mended('2026-03-02', '2027-02-01', '2027-02-03')];
const passedLate = [found('2026-03-02', 'S01'), ...mended('2026-03-02', '2026-03-20', '2026-03-23')];
const dueNextYear = [found('2026-12-28', 'S01'), ...mended('2026-12-28', '2027-01-05', '2027-01-06')];
const lateReInspection = [found('2026-12-01', 'S01'), ...mended('2026-12-01', '2026-12-10', '2027-01-05')];
const againOpen = [found('2026-03-02', 'S01'), found('2026-03-10', 'S01')];
const againPassed = [...inTime, found('2026-06-01', 'S01')];

const when = (value: 'cycle_day' | 'pass_day'): Settings => ({ clearing: { when: value } });
const late = (value: 'carry' | 'clear_if_met'): Settings => ({ clearing: { deadlineAfterCycleDay: value } });
const clears = (value: 'next_cycle_day' | 'pass_day' | 'never'): Settings => ({ carryOver: { clears: value } });
const latePass = (value: 'works_back' | 'carry'): Settings => ({ clearing: { latePass: value } });

/** Setting, history, as-of day, total and, where it matters, as known when. */
const TOTALS: readonly (readonly [string, Settings, History, string, number, string?])[] = [
  ['A2', when('cycle_day'), inTime, '2026-12-31', 2],
  ['A2', when('cycle_day'), inTime, '2027-01-01', 0],
  ['A2', when('pass_day'), inTime, '2026-03-05', 2],
  ['A2', when('pass_day'), inTime, '2026-03-06', 0],
  ['A2, late', when('pass_day'), passedLate, '2026-12-31', 2],
  ['A3', late('carry'), dueNextYear, '2027-12-31', 2],
  ['A3', late('carry'), dueNextYear, '2028-01-01', 0],
  ['A3', late('clear_if_met'), dueNextYear, '2027-01-01', 0, '2027-01-06'],
  ['A3', late('clear_if_met'), dueNextYear, '2027-01-01', 2, '2027-01-05'],
  ['A4', clears('next_cycle_day'), putRightNextYear, '2027-12-31', 2],
  ['A4', clears('next_cycle_day'), putRightNextYear, '2028-01-01', 0],
  ['A4', clears('pass_day'), putRightNextYear, '2027-02-02', 2],
  ['A4', clears('pass_day'), putRightNextYear, '2027-02-03', 0],
  ['A4', clears('never'), putRightNextYear, '2028-01-01', 2],
  ['A4, passed before', clears('pass_day'), passedLate, '2027-12-31', 2],
  ['A4, passed before', clears('pass_day'), passedLate, '2028-01-01', 0],
  ['A5', latePass('works_back'), lateReInspection, '2027-01-01', 0, '2027-01-05'],
  ['A5', latePass('works_back'), lateReInspection, '2027-01-01', 2, '2027-01-04'],
  ['A5', latePass('carry'), lateReInspection, '2027-12-31', 2],
  ['A5', latePass('carry'), lateReInspection, '2028-01-01', 0],
  ['A6', { repeat: { whileOpen: 'not_posted' } }, againOpen, '2026-03-10', 2],
  ['A6', { repeat: { whileOpen: 'posted' } }, againOpen, '2026-03-10', 4],
  ['A7', { repeat: { afterPass: 'posted' } }, againPassed, '2026-06-01', 4],
  ['A7', { repeat: { afterPass: 'not_posted' } }, againPassed, '2026-06-01', 2],
  ['A8', {}, [found('2026-03-02', 'S02toxicAndS01')], '2026-03-02', 8],
  ['A8', { ceiling: 5 }, [found('2026-03-02', 'S02toxicAndS01')], '2026-03-02', 5],
];

describe('the examples of settings A2 to A8', () => {
  for (const [name, settings, history, asOf, total, known] of TOTALS) {
    it(`${name} ${JSON.stringify(settings)} as of ${asOf}: ${total}`, async () => {
      expect((await standing(settings, history, asOf, known)).total).toBe(total);
    });
  }

  it('A8: rungs look at the total, and the true sum is kept', async () => {
    const capped = await standing({ ceiling: 5 }, [found('2026-03-02', 'S02toxicAndS01')], '2026-03-02');
    expect([capped.sum, reached(capped)]).toEqual([8, ['L3']]);
  });
});

describe('the examples of settings A1 and A9 to A12', () => {
  const entry = [found('2026-03-02', 'S02')];
  const jumped = [found('2026-03-02', 'S02toxic')];

  it.each([
    [true, ['L3']],
    [false, []],
  ])('A1 %j', async (countsTowardsLadder, rungs) => {
    const history = [found('2026-03-02', 'S01'), found('2027-02-01', 'S03')];
    const asked = await standing({ carryOver: { countsTowardsLadder } }, history, '2027-02-01');
    expect([asked.total, asked.carried, reached(asked)]).toEqual([3, 2, rungs]);
  });

  it.each([
    ['at_least', ['L3']],
    ['more_than', []],
  ] as const)('A9 %s', async (reaching, rungs) => {
    expect(reached(await standing({ reaching }, entry, '2026-03-02'))).toEqual(rungs);
  });

  it.each([
    ['every_rung', ['L3 2026-03-02', 'L6 2026-03-02']],
    ['highest_rung', ['L6 2026-03-02']],
  ] as const)('A10 %s', async (jump, measures) => {
    const asked = await standing({ jump }, jumped, '2026-03-02');
    expect([reached(asked), due(asked)]).toEqual([['L3', 'L6'], measures]);
  });

  it('A11: the total falls in any case', async () => {
    const annuls = { finding: { inspection: '2026-03-02', item: 'S02' } };
    const history: History = [...entry, { type: 'annulment', decidedOn: '2026-03-20', annuls }];
    expect((await standing({}, history, '2026-03-20')).total).toBe(0);
  });

  it.each([
    ['measure', ['L3 2027-01-01']],
    ['none', ['L3 2027-02-01']],
  ] as const)('A12 %s', async (carriedAlone, measures) => {
    const history = [...entry, found('2027-02-01', 'S03')];
    expect(due(await standing({ carriedAlone }, history, '2027-02-01'))).toEqual(measures);
    const onCycleDay = due(await standing({ carriedAlone }, history, '2027-01-01'));
    expect(onCycleDay).toEqual(carriedAlone === 'none' ? [] : measures);
  });
});
