import {
  civilDate,
  compileRuleSet,
  compileScorer,
  cycleOf,
  foldHistory,
  readHistory,
  RuleSet,
} from '../../../src/core';
import ruleSet from '../../../rules/taizhou-hailing-furnace/1.0.0.json';
import { cyclesUpTo, quartersOf } from '../../../src/demo/district/calendar';
import { compliantFacts, nested } from '../../../src/demo/district/compliant-facts';
import { Draw } from '../../../src/demo/district/draw';
import { creditCode, enterprise, ENTERPRISES, STORY } from '../../../src/demo/district/enterprises';
import { FAULTS, goesWith, overdue } from '../../../src/demo/district/faults';
import { PlannedEnterprise } from '../../../src/demo/district/plan.types';
import { generateDistrict } from '../../../src/demo/generate-district';
import { isCreditCode } from '../../../src/subjects/credit-code';

const rules = compileRuleSet(ruleSet);
const plan = (today: string, seed = 321202) =>
  generateDistrict({ seed, today: civilDate(today), rulesOn: () => rules });

const today = '2026-11-23';
const district = plan(today);

type Documents = Parameters<typeof readHistory>[0];

/** The records of an enterprise as a history document has them, with the facts of the register. */
function documentsOf({ register, entries }: PlannedEnterprise): Documents {
  const { 'enterprise.employees': employees, 'enterprise.isMetalSmelting': isMetalSmelting } =
    register.attributes ?? {};
  return entries.map((entry, place): Documents[number] => {
    const { subject: _subject, ruleSet: _ruleSet, ...record } = entry;
    if (record.type !== 'inspection') return { ...record, number: place + 1 };
    const { office: _office, inspectors: _inspectors, ...inspection } = record;
    const facts = { ...inspection.facts, enterprise: { employees, isMetalSmelting, trade: register.trade } };
    return { ...inspection, facts, number: place + 1 };
  });
}

async function standingsOn(day: string): Promise<number[]> {
  const totals: number[] = [];
  for (const one of district.enterprises) {
    const records = await readHistory(documentsOf(one), () => rules, 'Asia/Shanghai');
    totals.push(foldHistory({ records, rules, asOf: civilDate(day) }).total);
  }
  return totals;
}

describe('the plan of the district', () => {
  it('has 58 enterprises with valid codes of a region that is none', () => {
    const codes = district.enterprises.map(({ register }) => register.code);
    expect(new Set(codes).size).toBe(ENTERPRISES);
    expect(ENTERPRISES).toBe(58);
    expect(codes.every((code) => isCreditCode(code) && code.slice(2, 8) === '000000')).toBe(true);
    expect(codes.at(-1)).toBe('91000000MA0000001R');
  });

  it('names nobody that could be real', () => {
    const { enterprises, offices } = district;
    expect(enterprises.every(({ register }) => /^示例-海陵.+（虚构）$/.test(register.name))).toBe(true);
    expect(new Set(enterprises.map(({ register }) => register.name)).size).toBe(58);
    expect(offices.every(({ name }) => name.endsWith('（示例数据）'))).toBe(true);
  });

  it('is the same, byte for byte, for the same seed and day', () => {
    expect(JSON.stringify(plan(today))).toBe(JSON.stringify(district));
    expect(JSON.stringify(plan(today, 1))).not.toBe(JSON.stringify(district));
  });

  it('goes on where that of an earlier day ended', () => {
    const before = plan('2026-10-20');
    district.enterprises.forEach(({ entries }, place) => {
      const earlier = before.enterprises[place]?.entries ?? [];
      expect(entries.slice(0, earlier.length)).toEqual(earlier);
    });
  });

  it.each(['2026-10-01', '2026-11-23', '2026-06-15', '2024-02-29', '2031-09-30'])(
    'has only what happened before the day %s, in order',
    (day) => {
      for (const { register, changes, entries } of plan(day).enterprises) {
        const days = entries.map(({ knownAt }) => knownAt);
        expect(days).toEqual([...days].sort());
        expect([register, ...changes].every(({ validFrom }) => validFrom < day)).toBe(true);
        expect(days.every((one) => register.validFrom <= one && one < day)).toBe(true);
        expect(new Set(entries.map(({ key }) => key)).size).toBe(entries.length);
      }
    },
  );

  it('has every enterprise inspected in each quarter of the two cycles in which it was there', () => {
    const [first, last] = cyclesUpTo(civilDate(today), rules.ruleSet.accumulation);
    for (const { register, changes, entries } of district.enterprises) {
      const closed = changes.find(({ state }) => state === 'closed')?.validFrom ?? '9999-12-31';
      const routine = entries.flatMap((entry) =>
        entry.type === 'inspection' && entry.kind === 'routine' ? [entry.knownAt] : [],
      );
      expect(routine.every((day) => day < closed)).toBe(true);
      const quarters = [first, last].flatMap(quartersOf);
      const present = quarters.filter(({ from, to }) => register.validFrom < to && from < closed);
      const inspected = present.map(({ from, to }) => routine.filter((day) => from <= day && day < to).length);
      expect(inspected).toEqual(present.map(() => 1));
    }
  });

  it('has one that moves, one that stops, one that closes and one that enters', () => {
    const changes = district.enterprises.flatMap((one) => one.changes.map(({ validFrom: _, ...change }) => change));
    expect(changes).toHaveLength(3);
    expect(changes).toEqual(
      expect.arrayContaining([{ office: '321202-sc' }, { state: 'stopped' }, { state: 'closed' }]),
    );
    const entered = district.enterprises.filter(({ register }) => register.validFrom > '2025-10-01');
    expect(entered).toHaveLength(1);
  });

  it('spreads them over towns, trades and sizes', () => {
    const registers = district.enterprises.map(({ register }) => register);
    expect(new Set(registers.map(({ office }) => office)).size).toBe(11);
    expect(new Set(registers.map(({ trade }) => trade)).size).toBe(4);
    const smelting = registers.filter(({ attributes }) => attributes?.['enterprise.isMetalSmelting'] === true);
    expect(smelting.length).toBeGreaterThan(29);
    expect(smelting.length).toBeLessThan(56);
  });

  it('has every kind of record', () => {
    const kinds = district.enterprises.flatMap(({ entries }) =>
      entries.map((entry) =>
        entry.type === 'inspection'
          ? entry.kind
          : entry.type === 're_inspection'
            ? `passed ${entry.passed}`
            : entry.type,
      ),
    );
    const wanted = ['routine', 'spot_check', 'enforcement', 'rectification', 'extension', 'annulment'];
    expect(new Set(kinds)).toEqual(new Set([...wanted, 'passed true', 'passed false']));
    expect(kinds.filter((kind) => kind === 'annulment')).toHaveLength(2);
  });

  it('reaches every rung with some, and none with most', async () => {
    const totals = await standingsOn('2026-09-30');
    const reaching = (from: number, to: number) => totals.filter((total) => from <= total && total < to).length;
    expect(reaching(0, 5)).toBeGreaterThan(29);
    for (const [from, to] of [
      [3, 6],
      [6, 10],
      [10, 99],
    ] as const)
      expect(reaching(from, to)).toBeGreaterThan(1);
  });
});

describe('what is found', () => {
  const some = Array.from({ length: 40 }, (_, place) => enterprise(place + 1, new Draw(place)));

  const scorer = compileScorer(rules);

  function violated(one: (typeof some)[number], changes: object): readonly string[] {
    const facts = nested({ ...compliantFacts(one), ...changes });
    const { trade, employees, isMetalSmelting } = one;
    const row = scorer.fromNested({ ...facts, enterprise: { trade, employees, isMetalSmelting } });
    expect(row.problems).toEqual([]);
    const score = scorer.score(row);
    expect(score.complete).toBe(true);
    return score.items.filter(({ outcome }) => outcome === 'violated').map(({ item }) => item);
  }

  it('is nothing where all is in order, whatever the enterprise', () => {
    for (const one of some) expect(violated(one, {})).toEqual([]);
  });

  it.each([...FAULTS, overdue].map((fault) => [fault.item, fault] as const))(
    'is %s alone where it was planned',
    (item, { change, fits }) => {
      for (const one of some.filter((each) => fits?.(each) ?? true)) {
        expect(violated(one, change(one, compliantFacts(one)))).toEqual([item]);
      }
    },
  );

  it('has no two items of which only one counts', () => {
    expect(goesWith('F20', ['F09'])).toBe(false);
    expect(goesWith('F09', ['F20', 'F01'])).toBe(false);
    expect(goesWith('F09', ['F08'])).toBe(true);
    expect(goesWith('F09', ['F09'])).toBe(false);
  });
});

describe('the story', () => {
  it('is that of the scenario, with the facts of its enterprise', () => {
    const base = (ruleSet as unknown as RuleSet).scenarios?.baseFacts?.[0]?.facts;
    const { enterprise: _, ...facts } = base as Record<string, object>;
    expect(nested(compliantFacts(enterprise(STORY, new Draw(1))))).toEqual(facts);
    expect(creditCode(STORY)).toBe('91000000MA0000001R');
  });

  it('does not depend on the day, and is not told before it happens', () => {
    const eventsOf = (day: string) =>
      plan(day)
        .enterprises.at(-1)
        ?.entries.filter(({ type }) => type !== 'inspection')
        .map(({ key }) => key);
    expect(eventsOf('2025-11-12')).toEqual([]);
    expect(eventsOf('2029-01-01')).toHaveLength(6);
    expect(eventsOf('2025-12-04')).toEqual(['2025-11-12-routine.F03.done', '2025-11-12-routine.F03.passed']);
    expect(cycleOf(civilDate('2025-11-12'), rules.ruleSet.accumulation.cycle).from).toBe('2025-10-01');
  });
});
