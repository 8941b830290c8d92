import { FactDomain } from '../../../../src/core/domain-search/fact-domain';
import { SEARCH_LIMITS, searchDomain } from '../../../../src/core/domain-search/search-domain';
import { leaveOutIdle, smallestFacts } from '../../../../src/core/domain-search/smallest-facts';
import { Facts } from '../../../../src/core/facts/read-facts';
import { flat } from '../../../support/facts.builder';

function aDomain(
  choices: Readonly<Record<string, readonly (number | boolean | undefined)[]>>,
  decisive = true,
): FactDomain {
  const facts = Object.entries(choices).map(([path, values]) => ({ path, values }));
  return { facts, decisive, incomparable: [], size: facts.reduce((size, { values }) => size * values.length, 1) };
}

function visited(domain: FactDomain, limits = SEARCH_LIMITS) {
  const seen: string[] = [];
  const extent = searchDomain(
    domain,
    (facts) => {
      seen.push(JSON.stringify(Object.fromEntries(facts)));
      return false;
    },
    limits,
  );
  return { seen, extent };
}

describe('searching a domain', () => {
  it('tries every choice once, the last fact changing first', () => {
    const { seen, extent } = visited(aDomain({ open: [false, true], count: [0, undefined, 2] }));
    expect(seen).toEqual([
      '{"open":false,"count":0}',
      '{"open":false}',
      '{"open":false,"count":2}',
      '{"open":true,"count":0}',
      '{"open":true}',
      '{"open":true,"count":2}',
    ]);
    expect(extent).toEqual({ tried: 6, whole: true });
  });

  it('tries the one choice of no facts', () => {
    expect(visited(aDomain({}))).toEqual({ seen: ['{}'], extent: { tried: 1, whole: true } });
  });

  it('stops when the visitor has seen enough', () => {
    const extent = searchDomain(aDomain({ count: [1, 2, 3] }), (facts) => facts.get('count') === 2);
    expect(extent).toEqual({ tried: 2, whole: false });
  });

  it('is no proof where the values do not decide', () => {
    expect(visited(aDomain({ count: [1, 2] }, false)).extent).toEqual({ tried: 2, whole: false });
  });

  it('takes a sample that is the same every time where there are too many choices', () => {
    const domain = aDomain({ a: [1, 2, 3, 4], b: [1, 2, 3, 4], c: [1, 2, 3, 4] });
    const limits = { whole: 63, tries: 20, seed: 7 };
    const { seen, extent } = visited(domain, limits);
    expect(extent).toEqual({ tried: 20, whole: false });
    expect(visited(domain, limits).seen).toEqual(seen);
    expect(visited(domain, { ...limits, seed: 8 }).seen).not.toEqual(seen);
    expect(new Set(seen).size).toBeGreaterThan(10);
  });
});

describe('the smallest facts', () => {
  const sums = (facts: Facts): boolean => [...facts.values()].reduce<number>((sum, one) => sum + Number(one), 0) >= 5;

  it('are those of fewest facts, and among them the first', () => {
    const found = smallestFacts(aDomain({ a: [1, 2], b: [1, 3], c: [3, 4] }), sums);
    expect(Object.fromEntries(found.facts ?? [])).toEqual({ a: 1, c: 4 });
  });

  it('are none where the test never holds', () => {
    expect(smallestFacts(aDomain({ a: [1, 2], b: [1] }), sums)).toEqual({ tried: 6 });
  });

  it('are not looked for without end', () => {
    expect(smallestFacts(aDomain({ a: [1, 2], b: [4, 5] }), sums, 4)).toEqual({ tried: 4 });
  });

  it('leave out what the test can do without', () => {
    const left = leaveOutIdle(flat({ a: 1, b: 2, c: 4 }), sums);
    expect(Object.fromEntries(left)).toEqual({ b: 2, c: 4 });
  });
});
