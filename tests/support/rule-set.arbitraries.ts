import * as fc from 'fast-check';
import { CompiledRuleSet, compileRuleSet } from '../../src/core/rule-set/compile';
import { Condition, FactDefinition, Item, Leaf, RuleSet } from '../../src/core/rule-set/rule-set.types';
import { aCalculation, aFact, codes } from './facts.builder';
import { aRuleSet, aText } from './rule-set.builder';

const KINDS = ['none', 'fixed', 'mobile'] as const;
const DAYS = ['2025-09-30', '2025-10-01', '2025-10-08'] as const;

/** The facts of every random rule set: some of each type, and calculations that may have no value. */
const FACTS: readonly FactDefinition[] = [
  aFact('site.open', 'boolean'),
  aFact('site.tidy', 'boolean'),
  aFact('furnaces.total', 'integer', { min: 0, max: 3 }),
  aFact('furnaces.idle', 'integer', { min: 0, max: 3 }),
  aFact('furnaces.load', 'number', { min: 0, max: 2, decimals: 1 }),
  aFact('alarm.kind', 'enum', { values: codes(...KINDS) }),
  aFact('alarm.parts', 'enum_list', { values: codes('a', 'b') }),
  aFact('alarm.tested', 'date'),
  aCalculation(
    'furnaces.busy',
    { subtract: [{ fact: 'furnaces.total' }, { fact: 'furnaces.idle' }] },
    { type: 'integer' },
  ),
  aCalculation(
    'furnaces.share',
    { divide: [{ fact: 'furnaces.busy' }, { fact: 'furnaces.idle' }] },
    { rounding: 'half_even' },
  ),
];

/** What an inspector may enter for each base fact. */
const VALUES: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  'site.open': fc.boolean(),
  'site.tidy': fc.boolean(),
  'furnaces.total': fc.nat(3),
  'furnaces.idle': fc.nat(3),
  'furnaces.load': fc.constantFrom(0, 0.1, 0.2, 0.3, 2),
  'alarm.kind': fc.constantFrom(...KINDS),
  'alarm.parts': fc.subarray(['a', 'b']),
  'alarm.tested': fc.constantFrom(...DAYS),
};

export const BASE_FACTS = Object.keys(VALUES);

/** Facts by path; an absent one was not checked. */
export type FlatFacts = Readonly<Record<string, unknown>>;

export const completeFacts: fc.Arbitrary<FlatFacts> = fc.record(VALUES);
export const partialFacts: fc.Arbitrary<FlatFacts> = fc.record(VALUES, { requiredKeys: [] });

/** Flat facts as an inspector sends them: nested, in the order of the keys given. */
export function nested(facts: FlatFacts): Readonly<Record<string, Record<string, unknown>>> {
  const groups: Record<string, Record<string, unknown>> = {};
  for (const [path, value] of Object.entries(facts)) {
    const [group = '', name = ''] = path.split('.');
    groups[group] = { ...groups[group], [name]: value };
  }
  return groups;
}

const comparison = fc.constantFrom(
  ...(['lessThan', 'lessThanInclusive', 'greaterThan', 'greaterThanInclusive', 'equal', 'notEqual'] as const),
);
const NUMBERS = ['furnaces.total', 'furnaces.idle', 'furnaces.busy'];
const number = fc.constantFrom(...NUMBERS);

const leaf: fc.Arbitrary<Leaf> = fc.oneof(
  fc.record<Leaf>({
    fact: fc.constantFrom('site.open', 'site.tidy'),
    operator: fc.constantFrom('equal', 'notEqual'),
    value: fc.boolean(),
  }),
  fc.record<Leaf>({ fact: number, operator: comparison, value: fc.nat(2) }),
  fc
    .tuple(fc.shuffledSubarray(NUMBERS, { minLength: 2, maxLength: 2 }), comparison)
    .map(([[fact = '', other = ''], operator]): Leaf => ({ fact, operator, value: { fact: other } })),
  fc.record<Leaf>({ fact: fc.constant('furnaces.share'), operator: comparison, value: fc.constantFrom(0, 0.5, 1) }),
  fc.record<Leaf>({ fact: fc.constant('furnaces.load'), operator: comparison, value: fc.constantFrom(0.1, 0.3) }),
  fc.record<Leaf>({
    fact: fc.constant('alarm.kind'),
    operator: fc.constantFrom('in', 'notIn'),
    value: fc.subarray([...KINDS], { minLength: 1, maxLength: 2 }),
  }),
  fc.record<Leaf>({
    fact: fc.constant('alarm.parts'),
    operator: fc.constantFrom('contains', 'doesNotContain'),
    value: fc.constantFrom('a', 'b'),
  }),
  fc.record<Leaf>({ fact: fc.constant('alarm.tested'), operator: comparison, value: fc.constantFrom(...DAYS) }),
);

/** Conditions of any shape over some leaves. */
export function conditionsOver(leaves: fc.Arbitrary<Leaf>): fc.Arbitrary<Condition> {
  return fc.letrec<{ node: Condition }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 2, depthIdentifier: 'condition' },
      leaves,
      fc.record({ all: fc.array(tie('node'), { minLength: 1, maxLength: 3 }) }),
      fc.record({ any: fc.array(tie('node'), { minLength: 1, maxLength: 3 }) }),
      fc.record({ not: tie('node') }),
    ),
  })).node;
}

export const condition: fc.Arbitrary<Condition> = conditionsOver(leaf);

const points = fc.constantFrom(0, 0.001, 0.1, 0.2, 1, 2, 3, 6);

interface Draft {
  readonly condition: Condition;
  readonly appliesWhen: Condition | undefined;
  readonly points: number;
  readonly variants: readonly { readonly points: number; readonly when: Condition }[];
}

/** Small valid rule sets: up to five items over some facts, some of the items exclusive. */
export function rulesOver(
  conditions: fc.Arbitrary<Condition>,
  facts: readonly FactDefinition[],
): fc.Arbitrary<CompiledRuleSet> {
  const draft: fc.Arbitrary<Draft> = fc.record({
    condition: conditions,
    appliesWhen: fc.option(conditions, { nil: undefined }),
    points,
    variants: fc.array(fc.record({ points, when: conditions }), { maxLength: 2 }),
  });
  return fc
    .record({
      drafts: fc.array(draft, { minLength: 1, maxLength: 5 }),
      links: fc.array(fc.tuple(fc.nat(4), fc.nat(4)), { maxLength: 5 }),
    })
    .map(({ drafts, links }) => compileRuleSet(ruleSetOf(drafts, links, facts)));
}

/** Small valid rule sets over the same facts. */
export const scoringRules: fc.Arbitrary<CompiledRuleSet> = rulesOver(condition, FACTS);

function ruleSetOf(
  drafts: readonly Draft[],
  links: readonly (readonly [number, number])[],
  facts: readonly FactDefinition[],
): RuleSet {
  const { scenarios: _, ...small } = aRuleSet();
  const { category, roles, rectification, majorHazard, legalBasis } = small.items[0]!;
  const items = drafts.map(({ appliesWhen, variants, ...rest }, place): Item => {
    const rivals = links
      .flatMap(([a, b]) => (a === place ? [b] : b === place ? [a] : []))
      .filter((other) => other !== place && other < drafts.length);
    const exclusiveWith = [...new Set(rivals)].map((other) => `I${other}`);
    return {
      code: `I${place}`,
      title: aText(`Item ${place}`),
      ...{ category, roles, rectification, majorHazard, legalBasis },
      ...rest,
      ...(appliesWhen === undefined ? {} : { appliesWhen }),
      ...(variants.length === 0 ? {} : { variants }),
      ...(exclusiveWith.length === 0 ? {} : { exclusiveWith }),
    };
  });
  return { ...small, facts, items };
}
