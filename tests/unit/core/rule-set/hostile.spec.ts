import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkRuleSet } from '../../../../src/core/rule-set/check-rule-set';

const read = (name: string): string => readFileSync(join(__dirname, '../../../../rules', name), 'utf8');
const FURNACE = read('taizhou-hailing-furnace/1.0.0.json');

type Editable = Record<string, never> & { items: Record<string, unknown>[]; facts: Record<string, unknown>[] };

/** Codes of the problems of the furnace rule set with one thing changed. */
function problemsWith(change: (ruleSet: Editable) => void): readonly string[] {
  const ruleSet = JSON.parse(FURNACE) as Editable;
  change(ruleSet);
  return checkRuleSet(ruleSet).problems.map(({ code }) => code);
}

const LEAF = { fact: 'furnaces.total', operator: 'greaterThan', value: 1 };

describe('a rule set that tries more than rules are for is refused before anything of it is evaluated', () => {
  it('is otherwise right', () => expect(problemsWith(() => undefined)).toEqual([]));

  it.each<[string, object]>([
    ['a JSONPath', { ...LEAF, path: '$..secret' }],
    ['a reference by $data', { ...LEAF, value: { $data: '/facts' } }],
    ['a remote $ref', { $ref: 'http://127.0.0.1/rules.json' }],
    ['a regular expression', { ...LEAF, operator: 'matches', value: '(a+)+$' }],
    ['a pattern', { ...LEAF, pattern: '(a+)+$' }],
    ['an operator that every object has', { ...LEAF, operator: 'constructor' }],
    ['a named condition of the engine', { condition: 'other' }],
    ['a fact that every object has', { ...LEAF, fact: 'constructor' }],
  ])('with %s', (_, condition) => {
    expect(problemsWith(({ items }) => (items[0]!['condition'] = condition)).length).toBeGreaterThan(0);
  });

  it.each([
    ['$schema', 'http://127.0.0.1/x'],
    ['$defs', {}],
    ['$id', 'http://127.0.0.1/y'],
    ['$ref', '#'],
  ])('with a %s beside its items', (name, value) => {
    expect(problemsWith((ruleSet) => Object.assign(ruleSet.items[0]!, { [name]: value })).length).toBeGreaterThan(0);
  });

  it('with more items than a rule set may have', () => {
    const many = problemsWith((ruleSet) => {
      ruleSet.items = Array.from({ length: 3000 }, (_, n) => ({ ...ruleSet.items[0], code: `X${n}` }));
    });
    expect(many.some((code) => code.startsWith('limit_') || code === 'list_too_long')).toBe(true);
  });
});
