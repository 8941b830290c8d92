import * as fc from 'fast-check';
import { compareRuleSets } from '../../../src/core/comparison/compare-rule-sets';
import {
  Direction,
  PointsCounterexample,
  PointsEffect,
  RuleSetComparison,
  StandingCounterexample,
} from '../../../src/core/comparison/comparison.types';
import { comparisonMarkdown } from '../../../src/core/comparison/report-markdown';
import { comparisonText } from '../../../src/core/comparison/report-text';
import { nestFacts } from '../../../src/core/comparison/version';
import { putFact, NestedFacts } from '../../../src/core/facts/put-fact';
import { readHistory } from '../../../src/core/ledger/read-history';
import { foldHistory } from '../../../src/core/ledger/standing';
import { CompiledRuleSet } from '../../../src/core/rule-set/compile';
import { Condition, Leaf, RuleSet } from '../../../src/core/rule-set/rule-set.types';
import { scoreInspection } from '../../../src/core/scoring/score-inspection';
import { allChanges, changedFurnace, Draft, itemOf } from '../../support/comparison.builder';
import { runs } from '../../support/runs';
import { scoringRules } from '../../support/rule-set.arbitraries';

const effectsOf = ({ items, exclusions }: RuleSetComparison): readonly PointsEffect[] => [
  ...items.map(({ points }) => points),
  ...exclusions.map(({ effect }) => effect),
];

const examplesOf = ({ more, fewer, otherwise }: PointsEffect): readonly PointsCounterexample[] =>
  [more, fewer, otherwise].filter((one) => one !== null);

/** What scoring itself makes of a counterexample, for one of the versions. */
async function scored(rules: CompiledRuleSet, { facts }: PointsCounterexample, side: 'old' | 'new') {
  const known = facts.filter((fact) => fact[side]).map(({ path, value }) => [path, value] as const);
  return scoreInspection(rules, nestFacts(known));
}

async function expectTrue(old: CompiledRuleSet, fresh: CompiledRuleSet, effect: PointsEffect): Promise<void> {
  for (const example of examplesOf(effect)) {
    const [before, after] = [await scored(old, example, 'old'), await scored(fresh, example, 'new')];
    expect(example.total).toEqual({ old: before.points, new: after.points });
    for (const { old: was, new: is } of example.items) {
      const find = (score: typeof before, code: string | undefined) => score.items.find(({ item }) => item === code);
      if (was !== null)
        expect(find(before, was.item)).toMatchObject({
          outcome: was.outcome,
          ownPoints: was.points,
          points: was.counted,
        });
      if (is !== null)
        expect(find(after, is.item)).toMatchObject({ outcome: is.outcome, ownPoints: is.points, points: is.counted });
    }
    // Items that are exclusive are looked at for what the inspection comes to.
    const sum = (side: 'old' | 'new'): number =>
      example.items.length === 1 ? (example.items[0]?.[side]?.points ?? 0) : example.total[side];
    if (example === effect.more) expect(sum('new')).toBeGreaterThan(sum('old'));
    if (example === effect.fewer) expect(sum('new')).toBeLessThan(sum('old'));
    if (example === effect.otherwise) {
      if (example.items.length === 1) expect(sum('new')).toBe(sum('old'));
      expect(example.items.map(({ old: was }) => was?.outcome)).not.toEqual(
        example.items.map(({ new: is }) => is?.outcome),
      );
    }
  }
}

const MIRRORED: Readonly<Record<Direction, Direction>> = {
  stricter: 'milder',
  milder: 'stricter',
  mixed: 'mixed',
  none: 'none',
  undetermined: 'undetermined',
};

describe('comparing generated rule sets', () => {
  it('finds nothing between a rule set and itself', async () => {
    await fc.assert(
      fc.asyncProperty(scoringRules, async (rules) => {
        const found = await compareRuleSets(rules, rules);
        expect([...allChanges(found), ...effectsOf(found), ...found.settings]).toEqual([]);
        expect(found).toMatchObject({ equal: true, direction: { direction: 'none', proved: true } });
      }),
      { ...runs(30), endOnFailure: true },
    );
  });

  it('tells only what scoring itself finds different, and the reverse from the other side', async () => {
    let examples = 0;
    await fc.assert(
      fc.asyncProperty(scoringRules, scoringRules, async (a, b) => {
        const [there, back] = [await compareRuleSets(a, b), await compareRuleSets(b, a)];
        for (const effect of effectsOf(there)) {
          examples += examplesOf(effect).length;
          await expectTrue(a, b, effect);
        }
        for (const effect of effectsOf(back)) await expectTrue(b, a, effect);
        for (const item of there.items.filter(({ points }) => points.whole)) {
          const mirror = back.items.find(({ code }) => code === item.code);
          if (mirror?.points.whole !== true) continue;
          expect(mirror.points.direction).toBe(MIRRORED[item.points.direction]);
          expect(mirror.points.otherwise === null).toBe(item.points.otherwise === null);
        }
      }),
      { ...runs(15), endOnFailure: true },
    );
    expect(examples).toBeGreaterThan(20);
  });
});

/** One edit of the furnace rule set, and the path under which it has to be told. */
interface Mutation {
  readonly path: string;
  readonly apply: (draft: Draft<RuleSet>) => void;
  readonly fractional?: boolean;
}

const leavesIn = (condition: Draft<Condition>): readonly Draft<Leaf>[] => {
  if ('all' in condition) return condition.all.flatMap(leavesIn);
  if ('any' in condition) return condition.any.flatMap(leavesIn);
  return 'not' in condition ? leavesIn(condition.not) : [condition];
};

const ITEMS = changedFurnace().ruleSet.items;
const anItem = fc.constantFrom(...ITEMS.map(({ code }) => code));
const OPPOSITE = { lessThan: 'lessThanInclusive', greaterThan: 'greaterThanInclusive', equal: 'notEqual' } as const;

const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  fc.record({ code: anItem, points: fc.constantFrom(0.5, 4, 5) }).map(({ code, points }) => ({
    path: `/items/${code}/points`,
    apply: (draft: Draft<RuleSet>) => (itemOf(draft, code).points = points),
  })),
  fc.record({ code: anItem, days: fc.constantFrom(1, 20, 400) }).map(({ code, days }) => ({
    path: `/items/${code}/rectification/deadline`,
    apply: (draft: Draft<RuleSet>) => (itemOf(draft, code).rectification.deadline = { days }),
  })),
  fc.record({ code: anItem, place: fc.nat(8) }).map(({ code, place }) => ({
    path: `/items/${code}/condition`,
    apply: (draft: Draft<RuleSet>) => {
      const leaves = leavesIn(itemOf(draft, code).condition);
      const leaf = leaves[place % leaves.length]!;
      leaf.operator = OPPOSITE[leaf.operator as keyof typeof OPPOSITE];
    },
  })),
  fc.record({ code: anItem, place: fc.nat(8), by: fc.constantFrom(1, 5) }).map(({ code, place, by }) => ({
    path: `/items/${code}/condition`,
    apply: (draft: Draft<RuleSet>) => {
      const leaves = leavesIn(itemOf(draft, code).condition);
      const leaf = leaves[place % leaves.length]!;
      if (typeof leaf.value === 'number') leaf.value += by;
      else if (typeof leaf.value === 'boolean') leaf.value = !leaf.value;
      else leaf.operator = 'notEqual';
    },
  })),
  fc.record({ place: fc.nat(2), by: fc.constantFrom(-1, -0.5, 1, 2) }).map(({ place, by }) => ({
    path: `/ladder/rungs/${['R3', 'R6', 'R10'][place]}/points`,
    fractional: !Number.isInteger(by),
    apply: (draft: Draft<RuleSet>) => (draft.ladder.rungs[place]!.points += by),
  })),
);

/** The standing that each version comes to by itself, from the records as they are told. */
async function standings(rules: CompiledRuleSet, { records, asOf }: StandingCounterexample) {
  const known = records.map((record) =>
    record.type === 'inspection' ? { ...record, facts: factsOf(rules, record.facts) } : record,
  );
  const history = await readHistory(known, () => rules, rules.ruleSet.timeZone);
  return foldHistory({ records: history, rules, asOf });
}

function factsOf({ catalogue }: CompiledRuleSet, facts: Readonly<Record<string, unknown>>): Readonly<NestedFacts> {
  const nested: NestedFacts = {};
  for (const path of catalogue.facts.keys()) {
    const value = path.split('.').reduce<unknown>((node, name) => (node as NestedFacts | undefined)?.[name], facts);
    if (value !== undefined) putFact(nested, path, value);
  }
  return nested;
}

describe('one change of the furnace rule set', () => {
  const furnace = changedFurnace();

  it('is told under its path, with a counterexample that is true or with none', async () => {
    await fc.assert(
      fc.asyncProperty(mutation, async ({ path, apply, fractional }) => {
        const changed = changedFurnace(apply);
        fc.pre(changed.identity.hash !== furnace.identity.hash);
        const found = await compareRuleSets(furnace, changed);
        expect(found.equal).toBe(false);
        expect(allChanges(found).map((change) => change.path)).toEqual([path]);
        for (const effect of effectsOf(found)) {
          await expectTrue(furnace, changed, effect);
          expect(effect.whole).toBe(true);
        }
        const effects = [...found.items.map(({ deadline }) => deadline), ...found.settings.map(({ effect }) => effect)];
        for (const effect of effects.filter((one) => one !== null)) {
          const examples = [effect.more, effect.fewer, effect.otherwise].filter((one) => one !== null);
          // Nothing costs half a point, so half a point more or less at a rung is not seen.
          if (!fractional) expect(examples).not.toEqual([]);
          for (const example of examples) {
            const [old, fresh] = [await standings(furnace, example), await standings(changed, example)];
            expect(old).toMatchObject({ total: example.results.old.total, carried: example.results.old.carried });
            expect(fresh).toMatchObject({ total: example.results.new.total, carried: example.results.new.carried });
            const told = ({ total, rungs, measures }: typeof old) => [
              total,
              rungs.map(({ reached }) => reached),
              measures,
            ];
            expect(told(old)).not.toEqual(told(fresh));
          }
        }
        for (const locale of ['zh-CN', 'en'] as const) {
          for (const text of [comparisonText(found, locale), comparisonMarkdown(found, locale)]) {
            expect(text).not.toMatch(/\{\w+\}|undefined|\[object/);
          }
        }
      }),
      { ...runs(15), endOnFailure: true },
    );
  });
});
