import { selectFacts } from '../../../../src/core/scenarios/select-facts';
import { Scenarios } from '../../../../src/core/rule-set/rule-set.types';
import { aText } from '../../../support/rule-set.builder';

const scenarios: Scenarios = {
  baseFacts: [{ code: 'base', text: aText('Base'), facts: { a: { x: 1, y: 2 }, b: true, none: null } }],
  cases: [],
};

describe('selectFacts', () => {
  it.each([
    ['nothing', {}, {}],
    ['a base', { base: 'base' }, { a: { x: 1, y: 2 }, b: true, none: null }],
    ['a base that is not there', { base: 'other' }, {}],
    ['facts set without a base', { set: { 'a.x': 3, c: null } }, { a: { x: 3 }, c: null }],
    [
      'facts set over a base',
      { base: 'base', set: { 'a.x': 3, 'd.e.f': ['k'] } },
      { a: { x: 3, y: 2 }, b: true, none: null, d: { e: { f: ['k'] } } },
    ],
    [
      'a fact set below null',
      { base: 'base', set: { 'none.deep': 1 } },
      { a: { x: 1, y: 2 }, b: true, none: { deep: 1 } },
    ],
    ['facts removed', { base: 'base', unset: ['a.x', 'b', 'none', 'q.r'] }, { a: { y: 2 }, q: {} }],
    ['a fact set and removed', { base: 'base', set: { 'a.x': 9 }, unset: ['a.x', 'b', 'none'] }, { a: { y: 2 } }],
  ])('takes %s', (_, selection, facts) => {
    expect(selectFacts(scenarios, selection)).toEqual(facts);
  });

  it('leaves the base as it was', () => {
    const before = JSON.stringify(scenarios);
    selectFacts(scenarios, { base: 'base', set: { 'a.x': 3 }, unset: ['b'] });
    expect(JSON.stringify(scenarios)).toBe(before);
  });

  it('sets own properties only', () => {
    const facts = selectFacts(scenarios, { set: { 'constructor.prototype.polluted': true } });
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    expect(Object.keys(facts)).toEqual(['constructor']);
  });
});
