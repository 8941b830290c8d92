import { strict as assert } from 'node:assert';
import { compileScorer, FactRow, scoreInspection } from '../../src/core';
import { scoreByHand } from './support/furnace-by-hand';
import { engineByManual } from './support/furnace-by-manual';
import { FurnaceFacts } from './support/furnace-facts';
import { furnaceRules, inspections } from './support/furnace-work';
import { measure, seeded } from './support/measure';

/**
 * One decision of 22 items: ours, with ranges and traces, beside a plain function and beside the library's manual; and
 * the compiled closures that decide a population.
 */
async function main(): Promise<void> {
  const rules = furnaceRules();
  const work = inspections(rules, 500, seeded(20211001));
  const manual = engineByManual(rules.ruleSet);
  const scorer = compileScorer(rules);
  // As they come out of the database: parsed, not cloned, which makes other objects of them.
  const parsed = work.map((facts) => JSON.parse(JSON.stringify(facts)) as unknown);
  const rows = parsed.map((facts) => scorer.fromNested(facts));
  await proveEqual(work);
  const each = (times: number, act: (facts: FurnaceFacts) => Promise<unknown>): Promise<void> => loop(work, times, act);
  const timings = await measure(
    [
      { name: 'plain hand-written function, points only', run: (times) => plain(work, times) },
      { name: 'json-rules-engine as its manual shows, events only', run: (times) => each(times, manual) },
      {
        name: 'scoreInspection: outcomes, range, missing facts, full trace',
        run: (times) => each(times, (facts) => scoreInspection(rules, facts)),
      },
      {
        name: 'compiled closures: outcomes and points of facts already read',
        run: (times) => repeat(times, (n) => scorer.decide(rows[n % rows.length] as FactRow)),
      },
      {
        name: 'compiled closures: facts read and checked, outcomes and points',
        run: (times) => repeat(times, (n) => scorer.decide(scorer.fromNested(parsed[n % parsed.length]))),
      },
      {
        name: 'compiled closures: facts read and checked, whole score without trace',
        run: (times) => repeat(times, (n) => scorer.score(scorer.fromNested(parsed[n % parsed.length]))),
      },
    ],
    [100_000, 500, 500, 100_000, 50_000, 20_000],
  );
  const [hand, library, ours, decided, read] = timings.map(({ microseconds }) => microseconds) as [
    ...[number, number, number, number, number],
  ];
  console.table(
    timings.map(({ name, microseconds }) => ({ way: name, 'µs, median of 9': Number(microseconds.toFixed(3)) })),
  );
  console.log(`ours / manual: ${(ours / library).toFixed(2)}   ours / plain function: ${(ours / hand).toFixed(0)}`);
  console.log(
    `scoreInspection / compiled: ${(ours / decided).toFixed(0)}, with reading ${(ours / read).toFixed(0)}   ` +
      `manual / compiled: ${(library / decided).toFixed(0)}, with reading ${(library / read).toFixed(0)}   ` +
      `compiled / plain function: ${(decided / hand).toFixed(1)}, with reading ${(read / hand).toFixed(1)}`,
  );

  async function proveEqual(all: readonly FurnaceFacts[]): Promise<void> {
    let violated = 0;
    for (const facts of all) {
      const score = await scoreInspection(rules, facts);
      assert.equal(score.points, scoreByHand(facts));
      const own = score.items
        .filter(({ outcome }) => outcome === 'violated')
        .map(({ item, ownPoints }) => [item, ownPoints]);
      assert.deepEqual(Object.fromEntries(await manual(facts)), Object.fromEntries(own));
      const { items: _items, ruleSet: _ruleSet, ...sums } = score;
      const compiled = scorer.score(scorer.fromNested(facts));
      assert.deepEqual({ ...compiled, items: [] }, { ...sums, items: [] });
      assert.deepEqual(
        compiled.items,
        score.items.map(({ trace: _trace, ...item }) => item),
      );
      violated += own.length;
    }
    console.log(`${all.length} inspections, ${violated} violations: points of all ways are equal`);
  }
}

function plain(work: readonly FurnaceFacts[], times: number): void {
  let sum = 0;
  for (let n = 0; n < times; n += 1) sum += scoreByHand(work[n % work.length] as FurnaceFacts);
  if (sum < 0) throw new Error('never: keeps the sum alive');
}

let kept: unknown;

/** Keeps each result, so that none is optimised away. */
function repeat(times: number, act: (n: number) => unknown): void {
  for (let n = 0; n < times; n += 1) kept = act(n);
  if (kept === undefined) throw new Error('never: keeps the results alive');
}

async function loop(
  work: readonly FurnaceFacts[],
  times: number,
  act: (facts: FurnaceFacts) => Promise<unknown>,
): Promise<void> {
  for (let n = 0; n < times; n += 1) await act(work[n % work.length] as FurnaceFacts);
}

void main();
