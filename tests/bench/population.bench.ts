import { strict as assert } from 'node:assert';
import {
  civilDate,
  CivilDate,
  compileFlatRules,
  compileScorer,
  CompiledRuleSet,
  deadlineOf,
  endOfDay,
  epochDayOf,
  FlatHistory,
  flattenHistory,
  foldFlat,
  foldHistory,
  HistoryRecord,
  plusDays,
} from '../../src/core';
import { furnaceRules, inspections } from './support/furnace-work';
import { measure, seeded } from './support/measure';

const SUBJECTS = 400;
const PER_SUBJECT = 100;
const SAMPLE = 20;

/**
 * What a population asks: one standing for each of many enterprises with 100 inspections, by `foldHistory` and by the flat
 * fold; and the decision of every inspection from the few facts that a change of three items touches.
 */
async function main(): Promise<void> {
  const rules = furnaceRules();
  const flatRules = compileFlatRules(rules);
  const random = seeded(20211001);
  const scorer = compileScorer(rules);
  const facts = inspections(rules, 500, random);
  const violated = facts.map((one) =>
    scorer.decide(scorer.fromNested(one)).map(({ outcome }) => outcome === 'violated'),
  );
  const histories = Array.from({ length: SUBJECTS }, () => history(rules, violated, random));
  const flat = histories.map((records) => flattenHistory(records, () => flatRules));
  const asOf = civilDate('2026-11-23');
  const day = epochDayOf(asOf);
  let violations = 0;
  flat.forEach((one, place) => {
    const standing = foldHistory({ records: histories[place] as readonly HistoryRecord[], rules, asOf });
    const answer = foldFlat(one, flatRules, day);
    assert.equal(answer.total / 1000, standing.total);
    assert.equal(answer.rungs, standing.rungs.filter(({ reached }) => reached).length);
    violations += one.reduce((sum, { violations: found }) => sum + found.length, 0);
  });
  console.log(
    `${SUBJECTS} subjects, ${SUBJECTS * PER_SUBJECT} inspections, ${violations} violations: both folds agree`,
  );
  const few = compileScorer(rules, { items: ['F03', 'F09', 'F14'] });
  const values = facts.map((one) => few.reads.map((path) => valueAt(one, path)));
  const timings = await measure(
    [
      {
        name: 'foldHistory, the whole standing',
        run: (times) => {
          for (let n = 0; n < times; n += 1) {
            foldHistory({ records: histories[n % SAMPLE] as readonly HistoryRecord[], rules, asOf });
          }
        },
      },
      {
        name: 'foldFlat: points, rungs and the postings that count',
        run: (times) => {
          for (let n = 0; n < times; n += 1) foldFlat(flat[n % SUBJECTS] as FlatHistory, flatRules, day);
        },
      },
      {
        name: `${few.reads.length} facts of 3 items read, checked and decided, 100 inspections`,
        run: (times) => {
          for (let n = 0; n < times * PER_SUBJECT; n += 1) {
            few.decide(few.fromValues(values[n % values.length] as readonly unknown[]));
          }
        },
      },
    ],
    [SAMPLE, 4_000, 2_000],
  );
  console.table(
    timings.map(({ name, microseconds }) => ({
      way: name,
      'µs a subject, median of 9': Number(microseconds.toFixed(1)),
      'µs an inspection': Number((microseconds / PER_SUBJECT).toFixed(3)),
      'seconds for 1,000,000 inspections': Number((microseconds / PER_SUBJECT).toFixed(2)),
    })),
  );
}

/** Quarterly inspections, found violations rectified and passed now in time, now late, now not at all. */
function history(
  rules: CompiledRuleSet,
  violated: readonly (readonly boolean[])[],
  random: () => number,
): readonly HistoryRecord[] {
  const records: HistoryRecord[] = [];
  const open = new Set<string>();
  let last = civilDate('2001-01-10');
  const head = (day: CivilDate): { number: number; key: string; day: CivilDate; knownAt: HistoryRecord['knownAt'] } => {
    const number = records.length + 1;
    return { number, key: `k${number}`, day, knownAt: endOfDay(day, 'Asia/Shanghai') };
  };
  for (let n = 0; n < PER_SUBJECT; n += 1) {
    last = plusDays(last, 92);
    const found = violated[Math.floor(random() * violated.length)] as readonly boolean[];
    const items = rules.items.filter(({ index }) => found[index] === true);
    const violations = items.map(({ item: { code, points, rectification } }) => {
      return { item: code, points, deadline: deadlineOf(rectification.deadline, last) };
    });
    const inspection = { ...head(last), type: 'inspection', rules, violations } as const;
    records.push(inspection);
    for (const { item } of violations) {
      if (open.has(item)) continue;
      const finding = { inspection: inspection.key, item };
      const chance = random();
      if (chance < 0.1) open.add(item);
      else {
        const done = plusDays(last, chance < 0.3 ? 40 : 0);
        records.push({ ...head(done), type: 'rectification', finding });
        records.push({ ...head(plusDays(done, 5)), type: 're_inspection', finding, passed: true });
      }
    }
  }
  return records;
}

const valueAt = (facts: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((group, name) => (group as Record<string, unknown>)[name], facts);

void main();
