import { compileScorer } from '../../../../src/core/scoring/compiled-scorer';
import { compileRuleSet } from '../../../../src/core/rule-set/compile';
import { aRuleSet } from '../../../support/rule-set.builder';
import { foundFacts, ledgerRules } from '../../../support/ledger-rules.builder';

const small = compileRuleSet(aRuleSet());

const IN_ORDER = {
  furnaces: { total: 2, idle: 0 },
  alarm: { kind: 'fixed', tested: '2026-01-05' },
  site: { closed: false },
};

describe('compileScorer', () => {
  it('says which facts it reads, those of a calculation in its place', () => {
    expect(compileScorer(small).reads).toEqual([
      ...['furnaces.total', 'furnaces.idle', 'alarm.kind', 'alarm.tested', 'site.closed'],
    ]);
    expect(compileScorer(small, { items: ['A1'] }).reads).toEqual(['furnaces.total', 'furnaces.idle', 'site.closed']);
    expect(compileScorer(small, { items: [] }).reads).toEqual([]);
  });

  it('keeps the order of the rule set, whatever the order asked for', () => {
    const { items } = compileScorer(small, { items: ['A2', 'A1', 'A2'] });
    expect(items.map(({ item }) => item.item.code)).toEqual(['A1', 'A2']);
  });

  it('refuses an item that the rule set does not have', () => {
    expect(() => compileScorer(small, { items: ['A1', 'A9'] })).toThrow('the rule set has no item A9');
  });

  it('decides by nested facts and by their values in the order it reads them', () => {
    const scorer = compileScorer(small);
    const nested = scorer.fromNested({ ...IN_ORDER, furnaces: { total: 6, idle: 0 } });
    expect(scorer.decide(nested)).toEqual([
      { outcome: 'violated', points: 6000 },
      { outcome: 'compliant', points: 0 },
    ]);
    expect(scorer.fromValues([6, 0, 'fixed', '2026-01-05', false])).toEqual(nested);
  });

  it('tells what an inspection can still come to where a fact is absent', () => {
    const scorer = compileScorer(small);
    const score = scorer.score(scorer.fromValues([6, null, 'none', undefined, false]));
    expect(score).toEqual({
      points: 0,
      pointsRange: { min: 0, max: 6.5 },
      complete: false,
      items: [
        { item: 'A1', outcome: 'not_checked', points: 0, ownPoints: 0, missingFacts: ['furnaces.idle'] },
        { item: 'A2', outcome: 'not_checked', points: 0, ownPoints: 0, missingFacts: ['alarm.tested'] },
      ],
    });
  });

  it('decides nothing by facts that do not fit the catalogue, and names them', () => {
    const scorer = compileScorer(small);
    const row = scorer.fromNested({ ...IN_ORDER, furnaces: { total: '6', idle: 0 }, alarm: 3 });
    expect(row.problems.map(({ code, path }) => `${code} ${path}`)).toEqual([
      'facts_not_an_object /alarm',
      'fact_type /furnaces/total',
    ]);
    expect(() => scorer.decide(row)).toThrow('facts that do not fit the catalogue decide nothing');
  });

  it('does not look at facts that it does not read', () => {
    const scorer = compileScorer(small, { items: ['A2'] });
    const row = scorer.fromNested({ ...IN_ORDER, furnaces: { total: 'six' }, nobody: 1 });
    expect(scorer.decide(row)).toEqual([{ outcome: 'compliant', points: 0 }]);
  });

  it('weighs exclusive items among those it was compiled for', () => {
    const rules = ledgerRules();
    const facts = foundFacts(['X4', 'Y5', 'Z3']);
    const pointsOf = (items?: readonly string[]): number => {
      const scorer = compileScorer(rules, items === undefined ? {} : { items });
      return scorer.score(scorer.fromNested(facts)).points;
    };
    expect(pointsOf()).toBe(7);
    expect(pointsOf(['X4', 'Y5'])).toBe(5);
  });
});
