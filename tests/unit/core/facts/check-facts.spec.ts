import { checkFacts } from '../../../../src/core/facts/check-facts';
import { describeProblem } from '../../../../src/core/problems/problem';
import { everyKindOfFact } from '../../../support/facts.builder';

const catalogue = everyKindOfFact();

/** Each problem as `code path`. */
const refusals = (facts: unknown, ...rest: [] | [ReadonlySet<'inspector' | 'register' | 'calculation'>]): string[] =>
  checkFacts(catalogue, facts, ...rest).problems.map(({ code, path }) => `${code} ${path}`);

describe('checkFacts', () => {
  it('lays nested facts flat by their paths', () => {
    const { problems, values } = checkFacts(catalogue, {
      flag: false,
      furnaces: { total: 2, load: -0.25, depth: 1.125 },
      site: { name: '', plan: { day: '2024-02-29', kind: 'none', parts: ['c', 'a'] }, closed: true },
    });
    expect(problems).toEqual([]);
    expect(Object.fromEntries(values)).toEqual({
      flag: false,
      'furnaces.total': 2,
      'furnaces.load': -0.25,
      'furnaces.depth': 1.125,
      'site.name': '',
      'site.plan.day': '2024-02-29',
      'site.plan.kind': 'none',
      'site.plan.parts': ['c', 'a'],
      'site.closed': true,
    });
  });

  it.each([
    ['nothing at all', {}],
    ['a null fact', { flag: null }],
    ['a null inside a group', { furnaces: { total: null, load: null } }],
    ['a null deep inside', { site: { plan: { day: null, parts: null } } }],
    ['a null group', { furnaces: null, site: { plan: null } }],
    ['an empty group', { furnaces: {}, site: { plan: {} } }],
  ])('reads %s as not checked', (_, facts) => {
    expect(checkFacts(catalogue, facts)).toEqual({ problems: [], values: new Map() });
  });

  it('tells an empty list from one that was not checked', () => {
    expect(checkFacts(catalogue, { site: { plan: { parts: [] } } }).values.get('site.plan.parts')).toEqual([]);
  });

  it.each([[null], [undefined], [[]], ['{}'], [3], [true]])('refuses %p in place of the facts', (facts) => {
    expect(refusals(facts)).toEqual(['facts_not_an_object ']);
  });

  it.each([
    ['an unknown fact', { smoke: 1 }, 'unknown_fact /smoke'],
    ['an unknown fact of a group', { furnaces: { idle: 1 } }, 'unknown_fact /furnaces/idle'],
    ['an unknown fact that is null', { smoke: null }, 'unknown_fact /smoke'],
    ['a dotted path', { 'furnaces.total': 2 }, 'unknown_fact /furnaces.total'],
    ['a dotted path inside a group', { site: { 'plan.day': '2026-01-01' } }, 'unknown_fact /site/plan.day'],
    ['a fact under a fact', { flag: { on: true } }, 'fact_type /flag'],
    ['a group of the wrong kind', { furnaces: 2 }, 'facts_not_an_object /furnaces'],
    ['a group as a list', { furnaces: [{ total: 2 }] }, 'facts_not_an_object /furnaces'],
    ['a nested group as a text', { site: { plan: 'none' } }, 'facts_not_an_object /site/plan'],
    ['the prototype', JSON.parse('{"__proto__":{"flag":true}}'), 'unknown_fact /__proto__'],
    ['the prototype of a group', JSON.parse('{"site":{"__proto__":{"closed":true}}}'), 'unknown_fact /site/__proto__'],
    ['a constructor', { constructor: { prototype: {} } }, 'unknown_fact /constructor'],
    ['a method of every object', { toString: 1 }, 'unknown_fact /toString'],
    ['a key with a slash', { 'a/b~c': 1 }, 'unknown_fact /a~1b~0c'],
    ['an empty key', { '': 1 }, 'unknown_fact /'],
  ])('refuses %s', (_, facts: unknown, problem) => {
    expect(refusals(facts)).toEqual([problem]);
  });

  it('sees own properties only', () => {
    const inherited = Object.create({ flag: true, smoke: 1 }) as unknown;
    expect(checkFacts(catalogue, inherited)).toEqual({ problems: [], values: new Map() });
  });

  describe('of a wrong type', () => {
    it.each([
      ['flag', [0, 1, 'true', '', [], {}, [true]]],
      ['furnaces.total', ['2', 2.5, true, [2], {}, NaN, Infinity, 9_007_199_254_740_993]],
      ['furnaces.load', ['1', false, [1], NaN, -Infinity, 0.1 + 0.2]],
      ['site.name', [1, true, ['a'], {}, 'x'.repeat(1001)]],
      ['site.plan.day', ['2026-02-29', '2026-2-1', 20260201, '2026-02-01T00:00:00Z', '', true]],
    ])('is %s given as any of %j', (path, wrong) => {
      for (const value of wrong) {
        const at = `/${path.replaceAll('.', '/')}`;
        expect(refusals(nest(path, value))).toEqual([`fact_type ${at}`]);
      }
    });

    it('is a list with something twice, or no list', () => {
      for (const value of [['a', 'a'], 'a', { 0: 'a' }, true]) {
        expect(refusals(nest('site.plan.parts', value))).toEqual(['fact_type /site/plan/parts']);
      }
    });
  });

  it.each([
    ['site.plan.kind', 'Fixed'],
    ['site.plan.kind', 'toString'],
    ['site.plan.kind', 1],
    ['site.plan.kind', ['none']],
    ['site.plan.parts', ['a', 'd']],
    ['site.plan.parts', ['a', null]],
    ['site.plan.parts', [['a']]],
  ])('refuses for %s the value %p, which is not allowed', (path, value) => {
    expect(refusals(nest(path, value))).toEqual([`fact_value /${path.replaceAll('.', '/')}`]);
  });

  it.each([
    ['furnaces.total', -1, 0],
    ['furnaces.total', 101, 100],
    ['furnaces.load', -5.01, -5],
    ['furnaces.load', 5.51, 5.5],
  ])('holds %s within its bounds: not %p, but %p', (path, outside, inside) => {
    expect(refusals(nest(path, outside))).toEqual([`fact_range /${path.replaceAll('.', '/')}`]);
    expect(refusals(nest(path, inside))).toEqual([]);
  });

  it.each([
    ['furnaces.load', 0.125, 0.12],
    ['furnaces.depth', 0.0001, 0.001],
    ['furnaces.depth', 1e-9, 1],
  ])('holds %s to its decimal places: not %p, but %p', (path, tooMany, enough) => {
    expect(refusals(nest(path, tooMany))).toEqual([`fact_decimals /${path.replaceAll('.', '/')}`]);
    expect(refusals(nest(path, enough))).toEqual([]);
  });

  it('takes a text of a thousand characters', () => {
    expect(refusals(nest('site.name', 'x'.repeat(1000)))).toEqual([]);
  });

  it('refuses a calculated fact, even as null', () => {
    expect(refusals({ furnaces: { double: 4 } })).toEqual(['calculated_fact /furnaces/double']);
    expect(refusals({ furnaces: { double: null } })).toEqual(['calculated_fact /furnaces/double']);
    expect(refusals({ furnaces: { double: 4 } }, new Set())).toEqual(['calculated_fact /furnaces/double']);
  });

  it('refuses register facts where they come from the register', () => {
    expect(refusals({ site: { closed: true } }, new Set(['register']))).toEqual(['register_fact /site/closed']);
    expect(refusals({ site: { closed: true } })).toEqual([]);
  });

  it('names every problem, with its path from the given base', () => {
    const { problems } = checkFacts(catalogue, { flag: 1, smoke: 2, site: { name: 3 } }, undefined, '/records/0/facts');
    expect(problems.map(({ path }) => path)).toEqual([
      '/records/0/facts/flag',
      '/records/0/facts/smoke',
      '/records/0/facts/site/name',
    ]);
  });

  it('stops after a hundred problems', () => {
    const many = Object.fromEntries(Array.from({ length: 5000 }, (_, n) => [`x${n}`, n]));
    expect(refusals(many)).toHaveLength(100);
  });

  it('says what to mend, in both languages', () => {
    const [problem] = checkFacts(catalogue, { furnaces: { total: '2' } }).problems;
    expect(describeProblem(problem!, 'en').message).toContain('"furnaces.total" must be a whole number; received "2"');
    expect(describeProblem(problem!, 'zh-CN').message).toContain('furnaces.total');
  });
});

function nest(path: string, value: unknown): unknown {
  return path.split('.').reduceRight<unknown>((inner, name) => ({ [name]: inner }), value);
}
