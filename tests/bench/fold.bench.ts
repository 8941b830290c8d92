import { strict as assert } from 'node:assert';
import { CivilDate, civilDate, CompiledRuleSet, endOfDay, foldHistory, HistoryRecord, plusDays } from '../../src/core';
import { furnaceRules } from './support/furnace-work';
import { measure } from './support/measure';
import { trailingHistory, trailingRules } from './support/regime-history';

const SIZES = [10, 100, 1_000, 10_000];
const PER_INSPECTION = 2;
const ITEMS = ['F01', 'F03', 'F05', 'F13', 'F16', 'F17', 'F19', 'F21'];

/** The fold of one subject's history over 10 to 10,000 postings: the cost of a posting must not grow with their number. */
async function main(): Promise<void> {
  const rules = furnaceRules();
  const histories = SIZES.map((postings) => history(rules, postings));
  const asOf = civilDate('2026-11-23');
  const shuffled = histories.map((records) => [...records].reverse());
  histories.forEach((records, place) => {
    const standing = foldHistory({ records, rules, asOf });
    assert.equal(standing.postings.length, SIZES[place]);
    assert.equal(standing.withoutEffect.length, 0);
    assert.deepEqual(foldHistory({ records: shuffled[place] ?? [], rules, asOf }), standing);
  });
  console.log('standings are equal whatever the order of the records, and every posting is in them');
  await show('furnace measures', histories, (records) => foldHistory({ records, rules, asOf }));
  await trailing(asOf);
}

/** A regime with a trailing window, repetition, concurrency and a ladder that clears. */
async function trailing(asOf: CivilDate): Promise<void> {
  const rules = trailingRules();
  const histories = SIZES.map((cases) => trailingHistory(rules, cases, civilDate('1995-01-01')));
  histories.forEach((records, place) => {
    const standing = foldHistory({ records, rules, asOf });
    assert.equal(standing.regime?.cases.length, SIZES[place]);
    assert.deepEqual(foldHistory({ records: [...records].reverse(), rules, asOf }), standing);
  });
  await show('trailing window', histories, (records) => foldHistory({ records, rules, asOf }));
}

async function show(
  regime: string,
  histories: readonly (readonly HistoryRecord[])[],
  fold: (records: readonly HistoryRecord[]) => unknown,
): Promise<void> {
  const timings = await measure(
    histories.map((records, place) => ({
      name: `${SIZES[place]} postings`,
      run: (times: number) => {
        for (let n = 0; n < times; n += 1) fold(records);
      },
    })),
    SIZES.map((postings) => 20_000 / postings),
  );
  const perPosting = timings.map(({ microseconds }, place) => microseconds / (SIZES[place] as number));
  console.log(regime);
  console.table(
    timings.map(({ name, microseconds }, place) => ({
      history: name,
      records: histories[place]?.length,
      'µs a fold, median of 9': Number(microseconds.toFixed(1)),
      'µs a posting': Number((perPosting[place] as number).toFixed(3)),
      'against 10 postings': Number(((perPosting[place] as number) / (perPosting[0] as number)).toFixed(2)),
    })),
  );
}

/** Inspections every day or so, two findings each, every one of them rectified and passed before the item comes again. */
function history(rules: CompiledRuleSet, postings: number): readonly HistoryRecord[] {
  const records: HistoryRecord[] = [];
  const count = postings / PER_INSPECTION;
  const first = civilDate('1995-01-01');
  for (let n = 0; n < count; n += 1) {
    const day = plusDays(first, 2 * n);
    const items = [ITEMS[(2 * n) % ITEMS.length], ITEMS[(2 * n + 1) % ITEMS.length]] as string[];
    const key = `i${n}`;
    const head = { day, knownAt: endOfDay(day, 'Asia/Shanghai') };
    const deadline = plusDays(day, n % 3 === 0 ? 0 : 10);
    const violations = items.map((item) => ({ item, points: 1, deadline }));
    records.push({ ...head, type: 'inspection', number: records.length + 1, key, rules, violations });
    for (const item of items) {
      const later = plusDays(day, 1);
      const then = { day: later, knownAt: endOfDay(later, 'Asia/Shanghai'), finding: { inspection: key, item } };
      const number = records.length + 1;
      records.push({ ...then, type: 'rectification', number, key: `r${number}` });
      records.push({ ...then, type: 're_inspection', number: number + 1, key: `r${number + 1}`, passed: true });
    }
  }
  return records;
}

void main();
