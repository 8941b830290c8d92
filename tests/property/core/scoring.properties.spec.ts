import * as fc from 'fast-check';
import { decideConditions } from '../../../src/core/conditions/rules-engine.adapter';
import { Trace, traceCondition } from '../../../src/core/conditions/trace';
import { readFacts } from '../../../src/core/facts/read-facts';
import { InspectionScore } from '../../../src/core/scoring/score.types';
import { scoreInspection } from '../../../src/core/scoring/score-inspection';
import {
  BASE_FACTS,
  completeFacts,
  condition,
  FlatFacts,
  nested,
  partialFacts,
  scoringRules,
} from '../../support/rule-set.arbitraries';
import { runs } from '../../support/runs';

const RUNS = runs(40);
const sum = (points: readonly number[]): number => points.reduce((all, one) => all + Math.round(one * 1000), 0) / 1000;

/** Every object with its keys in the reverse order. */
function reversed(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const entries = Object.entries(value).reverse();
  return Object.fromEntries(entries.map(([key, inner]) => [key, reversed(inner)]));
}

/** The whole number of thousandths that a trace says an item costs by itself. */
function told({ items }: InspectionScore, points: readonly number[]): readonly number[] {
  return items.map(({ trace }, place) => {
    if (trace.appliesWhen?.result === false || trace.condition?.result !== true) return 0;
    const holding = (trace.variants ?? []).filter(({ when }) => when.result === true).map((one) => one.points);
    return holding.length === 0 ? points[place]! : Math.max(...holding);
  });
}

function leaves(trace: Trace): readonly Extract<Trace, { fact: string }>[] {
  if ('all' in trace) return trace.all.flatMap(leaves);
  if ('any' in trace) return trace.any.flatMap(leaves);
  return 'not' in trace ? leaves(trace.not) : [trace];
}

describe('a score', () => {
  it('is the same bytes for the same facts, in whatever order their keys come', async () => {
    await fc.assert(
      fc.asyncProperty(scoringRules, partialFacts, async (rules, facts) => {
        const once = JSON.stringify(await scoreInspection(rules, nested(facts)));
        expect(JSON.stringify(await scoreInspection(rules, nested(facts)))).toBe(once);
        expect(JSON.stringify(await scoreInspection(rules, reversed(nested(facts))))).toBe(once);
      }),
      RUNS,
    );
  });

  it('takes null for absent', async () => {
    await fc.assert(
      fc.asyncProperty(scoringRules, partialFacts, async (rules, facts) => {
        const nulls: FlatFacts = { ...Object.fromEntries(BASE_FACTS.map((path) => [path, null])), ...facts };
        expect(await scoreInspection(rules, nested(nulls))).toEqual(await scoreInspection(rules, nested(facts)));
      }),
      RUNS,
    );
  });

  it('is what its traces sum up to', async () => {
    await fc.assert(
      fc.asyncProperty(scoringRules, completeFacts, async (rules, facts) => {
        const score = await scoreInspection(rules, nested(facts));
        const points = told(
          score,
          rules.ruleSet.items.map((item) => item.points),
        );
        expect(score.points).toBe(sum(score.items.map((item) => item.points)));
        score.items.forEach((item, place) => {
          const checked = item.outcome === 'violated' ? points[place] : 0;
          expect(item.ownPoints).toBe(checked);
          expect(item.points).toBe(item.replacedBy === undefined ? checked : 0);
        });
      }),
      RUNS,
    );
  });

  it('tells at every leaf what was found, what was wanted and what came of it', async () => {
    await fc.assert(
      fc.asyncProperty(scoringRules, partialFacts, async (rules, facts) => {
        const known = readFacts(rules.catalogue, nested(facts));
        for (const { trace } of (await scoreInspection(rules, nested(facts))).items) {
          const parts = [trace.appliesWhen, trace.condition, ...(trace.variants ?? []).map(({ when }) => when)];
          for (const leaf of parts.flatMap((part) => (part === undefined ? [] : leaves(part)))) {
            const { wanted } = leaf;
            const other = typeof wanted === 'object' && 'fact' in wanted ? wanted.fact : undefined;
            expect(leaf.found).toEqual(known.get(leaf.fact) ?? null);
            const checked = known.has(leaf.fact) && (other === undefined || known.has(other));
            expect(leaf.result === null).toBe(!checked);
          }
        }
      }),
      RUNS,
    );
  });

  it('leaves an item not checked exactly where a fact it reads is absent, and names the base facts', async () => {
    await fc.assert(
      fc.asyncProperty(scoringRules, partialFacts, async (rules, facts) => {
        const known = readFacts(rules.catalogue, nested(facts));
        const score = await scoreInspection(rules, nested(facts));
        score.items.forEach(({ outcome, missingFacts, points, trace }, place) => {
          const { appliesReads, reads } = rules.items[place]!;
          const has = (paths: readonly string[]): boolean => paths.every((path) => known.has(path));
          const applicable = has(appliesReads) && trace.appliesWhen?.result === false ? 'not_applicable' : 'checked';
          const expected = !has(appliesReads) || (applicable === 'checked' && !has(reads)) ? 'not_checked' : applicable;
          expect(['violated', 'compliant'].includes(outcome) ? 'checked' : outcome).toBe(expected);
          if (outcome !== 'not_checked') expect(missingFacts).toEqual([]);
          else expect(points).toBe(0);
          for (const path of missingFacts) expect(BASE_FACTS.includes(path) && !known.has(path)).toBe(true);
        });
        expect(score.complete).toBe(score.items.every(({ outcome }) => outcome !== 'not_checked'));
      }),
      RUNS,
    );
  });
});

describe('the range of points', () => {
  it('holds the points whatever is found for the facts that are missing', async () => {
    await fc.assert(
      fc.asyncProperty(
        scoringRules,
        partialFacts,
        fc.array(partialFacts, { minLength: 3, maxLength: 3 }),
        async (rules, facts, others) => {
          const { points, pointsRange } = await scoreInspection(rules, nested(facts));
          expect(pointsRange.min).toBe(points);
          expect(pointsRange.max).toBeGreaterThanOrEqual(points);
          for (const other of others) {
            const later = await scoreInspection(rules, nested({ ...other, ...facts }));
            expect(later.points).toBeGreaterThanOrEqual(pointsRange.min);
            expect(later.points).toBeLessThanOrEqual(pointsRange.max);
            expect(later.pointsRange.max).toBeLessThanOrEqual(pointsRange.max);
          }
        },
      ),
      RUNS,
    );
  });

  it('is widened, and never narrowed, by the loss of a fact', async () => {
    await fc.assert(
      fc.asyncProperty(scoringRules, completeFacts, fc.shuffledSubarray(BASE_FACTS), async (rules, facts, gone) => {
        let left: FlatFacts = facts;
        let range = (await scoreInspection(rules, nested(left))).pointsRange;
        for (const path of gone) {
          left = Object.fromEntries(Object.entries(left).filter(([key]) => key !== path));
          const wider = (await scoreInspection(rules, nested(left))).pointsRange;
          expect(wider.min).toBeLessThanOrEqual(range.min);
          expect(wider.max).toBeGreaterThanOrEqual(range.max);
          range = wider;
        }
      }),
      runs(40),
    );
  });

  it('is a single number where every item was checked', async () => {
    await fc.assert(
      fc.asyncProperty(scoringRules, completeFacts, async (rules, facts) => {
        const { complete, points, pointsRange } = await scoreInspection(rules, nested(facts));
        if (complete) expect(pointsRange).toEqual({ min: points, max: points });
      }),
      RUNS,
    );
  });
});

describe('the rules engine', () => {
  const asked = fc
    .tuple(scoringRules, completeFacts, fc.array(condition, { minLength: 1, maxLength: 8 }))
    .map(([{ catalogue }, flat, conditions]) => {
      const facts = readFacts(catalogue, nested(flat));
      const known = conditions.map((one, place) => ({ name: `c${place}`, condition: one }));
      // Only what needs no absent fact may be put to it: here the share of no idle furnaces.
      return { facts, conditions: known.filter((one) => traceCondition(one.condition, facts).result !== null) };
    })
    .map(({ facts, conditions }) => {
      const share = (one: unknown): boolean =>
        JSON.stringify(one).includes('furnaces.share') && !facts.has('furnaces.share');
      return { facts, conditions: conditions.filter((one) => !share(one)) };
    });

  it('decides the same whatever the order of the rules in it', async () => {
    await fc.assert(
      fc.asyncProperty(asked, fc.infiniteStream(fc.nat()), async ({ facts, conditions }, keys) => {
        const shuffled = conditions
          .map((one) => ({ one, key: keys.next().value as number }))
          .sort((a, b) => a.key - b.key)
          .map(({ one }) => one);
        const decided = await decideConditions(conditions, facts);
        const again = await decideConditions(shuffled, facts);
        expect([...again].sort()).toEqual([...decided].sort());
      }),
      RUNS,
    );
  });

  it('decides as the explanation says', async () => {
    await fc.assert(
      fc.asyncProperty(asked, async ({ facts, conditions }) => {
        const decided = await decideConditions(conditions, facts);
        for (const one of conditions) expect(decided.get(one.name)).toBe(traceCondition(one.condition, facts).result);
      }),
      RUNS,
    );
  });
});
