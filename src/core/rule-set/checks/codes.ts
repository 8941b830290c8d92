import { pointer, Problem } from '../../problems/problem';
import { RuleSet } from '../rule-set.types';

type Coded = readonly { readonly code: string }[];

/** No two things of one list share a code, and no fact lies within another. */
export function checkCodes(ruleSet: RuleSet): Problem[] {
  const lists: readonly (readonly [Coded, string])[] = [
    [ruleSet.sources, '/sources'],
    [ruleSet.categories, '/categories'],
    [ruleSet.roles, '/roles'],
    [ruleSet.authorities, '/authorities'],
    [ruleSet.items, '/items'],
    [ruleSet.ladder.rungs, '/ladder/rungs'],
    [ruleSet.scenarios?.baseFacts ?? [], '/scenarios/baseFacts'],
    [ruleSet.scenarios?.cases ?? [], '/scenarios/cases'],
    ...ruleSet.facts.map(({ values }, index) => [values ?? [], pointer('/facts', index, 'values')] as const),
  ];
  return [
    ...lists.flatMap(([list, path]) =>
      repeated(
        list.map(({ code }) => code),
        (index) => pointer(path, index, 'code'),
      ),
    ),
    ...repeated(
      ruleSet.facts.map(({ path }) => path),
      (index) => pointer('/facts', index, 'path'),
    ),
    ...checkNesting(ruleSet),
  ];
}

/** The paths that lead to a fact: `a` and `a.b` for `a.b.c`. */
export function outerPaths(path: string): readonly string[] {
  const names = path.split('.');
  return names.slice(1).map((_, index) => names.slice(0, index + 1).join('.'));
}

export function repeated(codes: readonly string[], pathOf: (index: number) => string): Problem[] {
  const first = new Map<string, number>();
  return codes.flatMap((code, index): Problem[] => {
    const earlier = first.get(code);
    if (earlier !== undefined) {
      return [{ code: 'code_repeated', path: pathOf(index), value: code, params: { first: pathOf(earlier) } }];
    }
    first.set(code, index);
    return [];
  });
}

/** Facts are given as nested objects, so `a.b` cannot be a value and hold `a.b.c` too. */
function checkNesting({ facts }: RuleSet): Problem[] {
  const paths = new Set(facts.map(({ path }) => path));
  return facts.flatMap(({ path }, index) => {
    const outer = outerPaths(path).find((prefix) => paths.has(prefix));
    if (outer === undefined) return [];
    return [{ code: 'fact_within_fact', path: pointer('/facts', index, 'path'), value: path, params: { outer } }];
  });
}
