import * as fc from 'fast-check';
import { describeProblem } from '../../../src/core/problems/problem';
import { checkRuleSet } from '../../../src/core/rule-set/check-rule-set';
import { checkStructure } from '../../../src/core/rule-set/check-structure';
import { contentHash } from '../../../src/core/rule-set/identity';
import { checkLimits, RULE_SET_CAPS } from '../../../src/core/rule-set/limits';
import { RULE_SET_SCHEMA } from '../../../src/core/rule-set/schemas';
import { contractOf } from '../../support/contract';
import { edited } from '../../support/edit-json';
import { aRuleSet } from '../../support/rule-set.builder';
import { runs } from '../../support/runs';

const contract = contractOf(RULE_SET_SCHEMA);

/** The pointers of every value of a document but itself. */
function pointers(value: unknown, base = ''): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, child]: [string, unknown]) => {
    const at = `${base}/${key}`;
    return [at, ...pointers(child, at)];
  });
}

const PLACES = pointers(aRuleSet());
const FRAGMENTS: readonly unknown[] = [
  ...[null, true, 0, -1, 2.5, 1e300, '', 'A1', 'furnaces.busy', '2026-02-29', [], {}, [null], { fact: 'alarm.kind' }],
  ...[{ all: [] }, { all: [{ not: {} }], any: [] }, { not: { fact: 'site.closed', operator: 'equal', value: true } }],
  ...['in', 'contains', 'calculation', 'enum_list', 'date', 'number', { divide: [1, { fact: 'furnaces.busy' }] }],
];
const KEYS = [
  'all',
  'any',
  'not',
  'fact',
  'value',
  'expression',
  'values',
  'exclusiveWith',
  'toString',
  '__proto__',
  '-',
];

const fragment = fc.oneof(
  fc.constantFrom(...FRAGMENTS),
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom(...PLACES).map(valueAt),
);

function valueAt(at: string): unknown {
  return at
    .split('/')
    .slice(1)
    .reduce<unknown>((node, token) => (node as Record<string, unknown>)[token], aRuleSet());
}

const mutation = fc.oneof(
  fc.record({ at: fc.constantFrom(...PLACES) }),
  fc.record({ at: fc.constantFrom(...PLACES), to: fragment }),
  fc.record({
    at: fc.tuple(fc.constantFrom(...PLACES), fc.constantFrom(...KEYS)).map((parts) => parts.join('/')),
    to: fragment,
  }),
);

/** Applies what still can be: an earlier change may have removed the place of a later one. */
function mutated(mutations: readonly { readonly at: string; readonly to?: unknown }[]): unknown {
  return mutations.reduce<unknown>((document, change) => {
    try {
      return edited(document, [change]);
    } catch {
      return document;
    }
  }, aRuleSet());
}

/** What must be true of every answer. */
function expectSound(document: unknown): void {
  const before = JSON.stringify(document);
  const { problems, ruleSet } = checkRuleSet(document);
  expect(JSON.stringify(document)).toBe(before);
  expect(ruleSet !== undefined).toBe(problems.length === 0);
  for (const problem of problems) {
    for (const locale of ['zh-CN', 'en'] as const) expect(describeProblem(problem, locale).message).not.toBe('');
    expect(problem.path === '' || problem.path.startsWith('/')).toBe(true);
  }
  if (ruleSet === undefined) return;
  expect(contract(ruleSet)).toBe(true);
  expect(contentHash(JSON.parse(JSON.stringify(ruleSet)))).toBe(contentHash(ruleSet));
}

describe('checkRuleSet', () => {
  describe('when given any JSON', () => {
    it('answers and never throws', () => {
      fc.assert(fc.property(fc.jsonValue(), expectSound), runs(50));
    });
  });

  describe('when a valid rule set is changed at random', () => {
    it('answers, never throws and passes only what is well-formed', () => {
      fc.assert(
        fc.property(fc.array(mutation, { minLength: 1, maxLength: 4 }), (mutations) => expectSound(mutated(mutations))),
        runs(100),
      );
    });

    it('finds every single removal wrong exactly when the published schema does', () => {
      const told = (document: unknown): boolean => checkStructure(document).length === 0;
      const documents = PLACES.map((at) => ({ at, document: mutated([{ at }]) }));
      expect(documents.filter(({ document }) => told(document) !== contract(document)).map(({ at }) => at)).toEqual([]);
    });

    it('finds the shape right exactly when the published schema does', () => {
      fc.assert(
        fc.property(fc.array(mutation, { minLength: 1, maxLength: 2 }), (mutations) => {
          const document = mutated(mutations);
          fc.pre(checkLimits(document, RULE_SET_CAPS).length === 0);
          expect(checkStructure(document).length === 0).toBe(contract(document));
        }),
        runs(100),
      );
    });
  });
});
