import * as fc from 'fast-check';
import { truthOf } from '../../../src/core/conditions/truth';
import { traceCondition } from '../../../src/core/conditions/trace';
import { factDomain } from '../../../src/core/domain-search/fact-domain';
import { calculator, Reading } from '../../../src/core/domain-search/reading';
import { searchDomain } from '../../../src/core/domain-search/search-domain';
import { smallestFacts } from '../../../src/core/domain-search/smallest-facts';
import { buildCatalogue } from '../../../src/core/facts/fact-catalogue';
import { Facts } from '../../../src/core/facts/read-facts';
import { FactDefinition, FactValue, Leaf } from '../../../src/core/rule-set/rule-set.types';
import { aCalculation, aFact } from '../../support/facts.builder';
import { BASE_FACTS, condition, nested, partialFacts, scoringRules } from '../../support/rule-set.arbitraries';
import { readFacts } from '../../../src/core/facts/read-facts';
import { runs } from '../../support/runs';

/** Facts without an upper bound are tried up to here; no constant, nor any sum that is asked for, lies near it. */
const FAR = 14;

interface Draft {
  readonly definition: FactDefinition;
  readonly every: readonly FactValue[];
}

const whole = (path: string): fc.Arbitrary<Draft> =>
  fc.record({ min: fc.constantFrom(-2, 0, 1), max: fc.constantFrom(3, 4, undefined) }).map(({ min, max }) => ({
    definition: aFact(path, 'integer', { min, ...(max === undefined ? {} : { max }) }),
    every: Array.from({ length: (max ?? FAR) - min + 1 }, (_, step) => min + step),
  }));

const decimal = (path: string): fc.Arbitrary<Draft> =>
  fc.constantFrom(0, 1).map((min) => ({
    definition: aFact(path, 'number', { min, max: 3, decimals: 1 }),
    every: Array.from({ length: (3 - min) * 10 + 1 }, (_, step) => (min * 10 + step) / 10),
  }));

const CALCULATED: readonly FactDefinition[] = [
  aCalculation('sum', { add: [{ fact: 'a' }, { fact: 'b' }] }, { type: 'integer' }),
  aCalculation('least', { min: [{ fact: 'a' }, { multiply: [2, { fact: 'b' }] }] }, { type: 'integer' }),
  aCalculation('half', { divide: [{ fact: 'sum' }, 2] }, { type: 'integer', rounding: 'half_even' }),
  aCalculation('difference', { subtract: [{ fact: 'a' }, { fact: 'b' }] }, { type: 'integer' }),
];

const comparison = fc.constantFrom(
  ...(['lessThan', 'lessThanInclusive', 'greaterThan', 'greaterThanInclusive', 'equal', 'notEqual'] as const),
);

const leaf: fc.Arbitrary<Leaf> = fc.oneof(
  fc.record<Leaf>({ fact: fc.constantFrom('a', 'b'), operator: comparison, value: fc.integer({ min: -3, max: 5 }) }),
  fc.record<Leaf>({ fact: fc.constant('c'), operator: comparison, value: fc.constantFrom(0, 0.25, 0.3, 1, 2.95, 3) }),
  fc.record<Leaf>({ fact: fc.constant('a'), operator: fc.constantFrom('in', 'notIn'), value: fc.constant([0, 3]) }),
  fc
    .tuple(fc.shuffledSubarray(['a', 'b', 'c'], { minLength: 2, maxLength: 2 }), comparison)
    .map(([[fact = '', other = ''], operator]): Leaf => ({ fact, operator, value: { fact: other } })),
  fc.record<Leaf>({
    fact: fc.constantFrom('sum', 'least', 'half', 'difference'),
    operator: comparison,
    value: fc.integer({ min: -2, max: 3 }),
  }),
  fc.record<Leaf>({ fact: fc.constant('c'), operator: comparison, value: fc.constant({ fact: 'half' }) }),
);

/** What all comparisons come to, as one text. */
function pattern(leaves: readonly Leaf[], facts: Facts | undefined): string {
  return facts === undefined ? '' : leaves.map((one) => String(truthOf(one, facts))).join(' ');
}

function everyPattern(drafts: readonly Draft[], leaves: readonly Leaf[], reading: Reading): ReadonlySet<string> {
  const calculate = calculator(reading);
  const patterns = new Set<string>();
  const choose = (chosen: ReadonlyMap<string, FactValue>, rest: readonly Draft[]): void => {
    const [next, ...after] = rest;
    if (next === undefined) patterns.add(pattern(leaves, calculate(chosen)));
    else next.every.forEach((value) => choose(new Map(chosen).set(next.definition.path, value), after));
  };
  choose(new Map(), drafts);
  return patterns;
}

describe('the values of a domain', () => {
  it('decide every comparison as all values there can be do, wherever it says so', () => {
    let decisive = 0;
    fc.assert(
      fc.property(
        fc.tuple(whole('a'), whole('b'), decimal('c')),
        fc.array(leaf, { minLength: 1, maxLength: 4 }),
        (drafts, leaves) => {
          const catalogue = buildCatalogue([...drafts.map(({ definition }) => definition), ...CALCULATED]);
          const reading: Reading = { catalogue, conditions: leaves };
          const domain = factDomain([reading]);
          fc.pre(domain.decisive);
          decisive++;
          const calculate = calculator(reading);
          const found = new Set<string>();
          searchDomain(domain, (facts) => {
            found.add(pattern(leaves, calculate(facts)));
            return false;
          });
          expect([...found].sort()).toEqual([...everyPattern(drafts, leaves, reading)].sort());
        },
      ),
      runs(25),
    );
    expect(decisive).toBeGreaterThan(0);
  });
});

describe('truth', () => {
  it('is the result of the trace, whatever facts are absent', () => {
    fc.assert(
      fc.property(scoringRules, condition, partialFacts, (compiled, node, given) => {
        const facts = readFacts(compiled.catalogue, nested(given));
        expect(truthOf(node, facts)).toBe(traceCondition(node, facts).result);
      }),
      runs(125),
    );
  });
});

describe('the fewest facts', () => {
  it('are enough by themselves, and one fewer of them is not', () => {
    fc.assert(
      fc.property(scoringRules, condition, (compiled, node) => {
        const reading: Reading = { catalogue: compiled.catalogue, conditions: [node] };
        const calculate = calculator(reading);
        const holds = (facts: Facts): boolean => {
          const all = calculate(facts);
          return all !== undefined && truthOf(node, all) === true;
        };
        const domain = factDomain([reading]);
        const { facts } = smallestFacts(domain, holds);
        let exists = false;
        searchDomain(domain, (all) => (exists = holds(all)));
        expect(facts !== undefined).toBe(exists);
        if (facts === undefined) return;
        expect(holds(facts)).toBe(true);
        expect(BASE_FACTS).toEqual(expect.arrayContaining([...facts.keys()]));
        for (const path of facts.keys()) {
          expect(holds(new Map([...facts].filter(([other]) => other !== path)))).toBe(false);
        }
      }),
      runs(40),
    );
  });
});
