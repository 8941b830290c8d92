import * as fc from 'fast-check';
import { civilDate, epochDayOf, plusDays } from '../../../src/core/dates/civil-date';
import { endOfDay } from '../../../src/core/dates/instant';
import { PopulationImpact } from '../../../src/core/impact/population-impact';
import { RecordedHistory, RecordedInspection } from '../../../src/core/impact/replay';
import { impactOnSubject, ReplayedStanding, SubjectImpact } from '../../../src/core/impact/subject-impact';
import { fromPoints } from '../../../src/core/numbers/points';
import { compileRuleSet, CompiledRuleSet } from '../../../src/core/rule-set/compile';
import { compileScorer } from '../../../src/core/scoring/compiled-scorer';
import { aRuleSet } from '../../support/rule-set.builder';

const RUNS = { numRuns: Math.ceil(Number(process.env['DIFFERENTIAL_RUNS'] ?? 5000) / 50) };

/** As if written so: `readonly` ends where a test writes a version. */
type Edited = {
  items: Record<string, unknown>[];
  facts: Record<string, unknown>[];
  accumulation: Record<string, unknown>;
};

type Edit = (edited: Edited) => void;

/** What an amendment can change, each by itself a kind of its own. */
const EDITS: Readonly<Record<string, Edit>> = {
  condition: ({ items: [a1] }) => (a1!['condition'] = { fact: 'furnaces.busy', operator: 'greaterThan', value: 1 }),
  milder: ({ items: [a1] }) => (a1!['condition'] = { fact: 'furnaces.busy', operator: 'greaterThan', value: 4 }),
  always: ({ items: [a1] }) => delete a1!['appliesWhen'],
  points: ({ items: [, a2] }) => (a2!['points'] = 4),
  deadline: ({ items: [a1] }) => (a1!['rectification'] = { deadline: { days: 3 } }),
  newFact: ({ items: [, a2], facts }) => {
    const text = { 'zh-CN': '声光', en: 'Loud' };
    facts.push({ path: 'alarm.loud', type: 'boolean', text, suppliedBy: 'inspector' });
    a2!['condition'] = { any: [a2!['condition'], { fact: 'alarm.loud', operator: 'equal', value: false }] };
  },
  narrowerFact: ({ facts: [total] }) => (total!['max'] = 4),
  calculation: ({ facts }) =>
    (facts.find(({ path }) => path === 'furnaces.busy')!['expression'] = { fact: 'furnaces.total' }),
  onlyTexts: ({ items: [a1] }) => (a1!['title'] = { 'zh-CN': '其他', en: 'Other' }),
  added: ({ items }) => {
    const { variants, ...rest } = items[0]!;
    if (variants !== undefined) items.push({ ...rest, code: 'A3', points: 2 });
  },
  removed: ({ items }) => items.pop(),
  ceiling: ({ accumulation }) => (accumulation['ceiling'] = 4),
};

function version(number: string, edits: readonly string[]): CompiledRuleSet {
  const document = aRuleSet({ version: number }) as unknown as Edited & { scenarios?: unknown };
  // Removing goes last: the others name items by place.
  for (const edit of [...edits].sort((a, b) => Number(a === 'removed') - Number(b === 'removed'))) {
    EDITS[edit]!(document);
  }
  delete document.scenarios;
  return compileRuleSet(document);
}

const FACTS = fc.record(
  {
    'furnaces.total': fc.nat(8),
    'furnaces.idle': fc.nat(1),
    'alarm.kind': fc.constantFrom('none', 'fixed'),
    'alarm.tested': fc.constantFrom('2024-06-01', '2026-01-05'),
    'site.closed': fc.constantFrom(true, false, false),
  },
  { requiredKeys: [] },
);

type Values = Readonly<Record<string, unknown>>;

const TAKE = fc.record({
  facts: FACTS,
  gap: fc.integer({ min: 0, max: 150 }),
  done: fc.option(fc.integer({ min: 0, max: 30 })),
  passed: fc.boolean(),
  annulled: fc.constantFrom('nothing', 'nothing', 'nothing', 'finding', 'inspection'),
});

interface Taken extends RecordedInspection {
  readonly values: Values;
  readonly violations: readonly { readonly item: string; readonly points: number }[];
}

/** Inspections as the version would have recorded them, with what came of them. */
function recorded(rules: CompiledRuleSet, takes: readonly (typeof TAKE extends fc.Arbitrary<infer T> ? T : never)[]) {
  const scorer = compileScorer(rules);
  const inspections: Taken[] = [];
  const others: RecordedHistory['others'][number][] = [];
  let [day, number] = [civilDate('2025-03-01'), 0];
  const head = (on: typeof day) => ({
    number: (number += 1),
    key: `k${number}`,
    day: on,
    knownAt: endOfDay(on, 'Asia/Shanghai'),
  });
  for (const { facts, gap, done, passed, annulled } of takes) {
    day = plusDays(day, gap);
    const values: Values = facts;
    const row = scorer.fromValues(scorer.reads.map((path) => values[path] ?? null));
    // Refused when it was to be recorded.
    if (row.problems.length > 0) continue;
    const violations = scorer.decide(row).flatMap(({ outcome, points }, place) => {
      return outcome === 'violated' ? [{ item: scorer.items[place]!.item.item.code, points: fromPoints(points) }] : [];
    });
    const found = new Set(violations.map(({ item }) => item));
    const inspection = { ...head(day), factAt: (path: string) => values[path], found, values, violations };
    inspections.push(inspection);
    const [first] = violations;
    if (first === undefined) continue;
    const finding = { inspection: inspection.key, item: first.item };
    if (done !== null) {
      others.push({ ...head(plusDays(day, done)), type: 'rectification', finding });
      others.push({ ...head(plusDays(day, done + 1)), type: 're_inspection', finding, passed });
    }
    const at = head(plusDays(day, 40));
    if (annulled === 'finding') others.push({ ...at, type: 'annulment', annuls: { finding } });
    if (annulled === 'inspection') others.push({ ...at, type: 'annulment', annuls: { record: inspection.key } });
  }
  return { inspections, others };
}

/** Of what cannot be decided, what both tell: the items decided anew, of inspections that are not annulled. */
function comparable(
  { before, after, direction, shifts }: SubjectImpact,
  quick: SubjectImpact,
  annulled: ReadonlySet<string>,
) {
  const side = (
    { pointsByItem, undecided, unreadable, hypothetical, ...rest }: ReplayedStanding,
    told: ReplayedStanding,
  ) => ({
    ...rest,
    unreadable: unreadable.filter((inspection) => !annulled.has(inspection)),
    points: [...pointsByItem].sort(),
    hypothetical: hypothetical.map((one) => JSON.stringify(one)).sort(),
    undecided: undecided.filter(
      (one) => !annulled.has(one.inspection) && told.undecided.some(({ item }) => item === one.item),
    ),
  });
  return { before: side(before, quick.before), after: side(after, quick.after), direction, shifts };
}

const EDITED = fc.subarray(Object.keys(EDITS));

describe('the impact on a population', () => {
  it('is, subject by subject, what replaying everything comes to', () => {
    const met = { up: 0, down: 0, same: 0, hypothetical: 0, undecided: 0, unreadable: 0 };
    fc.assert(
      fc.property(
        EDITED,
        EDITED,
        fc.array(TAKE, { minLength: 1, maxLength: 8 }),
        fc.boolean(),
        (one, other, takes, known) => {
          const [from, to] = [version('1.0.0', one), version('1.1.0', other)];
          const scoredBy = known ? from : version('0.9.0', []);
          const { inspections, others } = recorded(scoredBy, takes);
          const population = new PopulationImpact(from, to, [scoredBy]);
          const flat = inspections.map(({ number, key, day, knownAt, values, violations }) => ({
            ...{ number, key, knownAt, violations, day: epochDayOf(day), scoredBy: scoredBy.identity.hash },
            values: population.reads.map((path) => values[path] ?? null),
          }));
          const annulled = new Set(
            others.flatMap((one) => ('annuls' in one && 'record' in one.annuls ? one.annuls.record : [])),
          );
          for (const asOf of ['2025-08-01', '2026-06-01', '2027-12-01'].map(civilDate)) {
            const quick = population.of({ inspections: flat, others }, epochDayOf(asOf));
            const whole = impactOnSubject(
              { from: compileScorer(from), to: compileScorer(to) },
              { inspections, others },
              asOf,
            );
            expect(comparable(quick, quick, annulled)).toEqual(comparable(whole, quick, annulled));
            met[quick.direction] += 1;
            met.hypothetical += quick.after.hypothetical.length;
            met.undecided += quick.after.undecided.length;
            met.unreadable += quick.after.unreadable.length;
          }
        },
      ),
      RUNS,
    );
    expect(Object.entries(met).filter(([, count]) => count === 0)).toEqual([]);
  });

  it('moves no fact where only texts differ, and those of the items that differ otherwise', () => {
    const [plain, texts, cond] = [version('1.0.0', []), version('1.1.0', ['onlyTexts']), version('1.2.0', ['points'])];
    expect(new PopulationImpact(plain, texts, [plain]).reads).toEqual([]);
    expect(new PopulationImpact(plain, cond, [plain]).reads).toEqual(['alarm.kind', 'alarm.tested']);
  });
});
