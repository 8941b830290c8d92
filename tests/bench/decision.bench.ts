import { strict as assert } from 'node:assert';
import { scoreInspection } from '../../src/core';
import { scoreByHand } from './support/furnace-by-hand';
import { engineByManual } from './support/furnace-by-manual';
import { FurnaceFacts } from './support/furnace-facts';
import { furnaceRules, inspections } from './support/furnace-work';
import { measure, seeded } from './support/measure';

/** One decision of 22 items: ours, with ranges and traces, beside a plain function and beside the library's manual. */
async function main(): Promise<void> {
  const rules = furnaceRules();
  const work = inspections(rules, 500, seeded(20211001));
  const manual = engineByManual(rules.ruleSet);
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
    ],
    [100_000, 500, 500],
  );
  const [hand, library, ours] = timings.map(({ microseconds }) => microseconds) as [number, number, number];
  console.table(
    timings.map(({ name, microseconds }) => ({ way: name, 'µs, median of 9': Number(microseconds.toFixed(3)) })),
  );
  console.log(`ours / manual: ${(ours / library).toFixed(2)}   ours / plain function: ${(ours / hand).toFixed(0)}`);

  async function proveEqual(all: readonly FurnaceFacts[]): Promise<void> {
    let violated = 0;
    for (const facts of all) {
      const score = await scoreInspection(rules, facts);
      assert.equal(score.points, scoreByHand(facts));
      const own = score.items
        .filter(({ outcome }) => outcome === 'violated')
        .map(({ item, ownPoints }) => [item, ownPoints]);
      assert.deepEqual(Object.fromEntries(await manual(facts)), Object.fromEntries(own));
      violated += own.length;
    }
    console.log(`${all.length} inspections, ${violated} violations: points of all three ways are equal`);
  }
}

function plain(work: readonly FurnaceFacts[], times: number): void {
  let sum = 0;
  for (let n = 0; n < times; n += 1) sum += scoreByHand(work[n % work.length] as FurnaceFacts);
  if (sum < 0) throw new Error('never: keeps the sum alive');
}

async function loop(
  work: readonly FurnaceFacts[],
  times: number,
  act: (facts: FurnaceFacts) => Promise<unknown>,
): Promise<void> {
  for (let n = 0; n < times; n += 1) await act(work[n % work.length] as FurnaceFacts);
}

void main();
