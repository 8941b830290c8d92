import { pointer, Problem, ProblemCode } from '../../problems/problem';
import { Citation, RuleSet } from '../rule-set.types';

/** Every code that an item, a rung or a citation refers to is declared. */
export function checkReferences(ruleSet: RuleSet): Problem[] {
  const categories = codesOf(ruleSet.categories);
  const roles = codesOf(ruleSet.roles);
  const authorities = codesOf(ruleSet.authorities);
  const sources = codesOf(ruleSet.sources);
  const cited = (citations: readonly Citation[], path: string): Problem[] =>
    citations.flatMap(({ source }, index) =>
      checkReference('unknown_source', source, sources, pointer(path, index, 'source')),
    );
  return [
    ...cited(ruleSet.legalBasis, '/legalBasis'),
    ...ruleSet.items.flatMap((item, index) => {
      const path = pointer('/items', index);
      const { responsible, involved } = item.roles;
      return [
        ...checkReference('unknown_category', item.category, categories, pointer(path, 'category')),
        ...checkReference('unknown_role', responsible, roles, pointer(path, 'roles', 'responsible')),
        ...(involved ?? []).flatMap((role, n) =>
          checkReference('unknown_role', role, roles, pointer(path, 'roles', 'involved', n)),
        ),
        ...cited(item.legalBasis, pointer(path, 'legalBasis')),
      ];
    }),
    ...ruleSet.ladder.rungs.flatMap(({ authority }, index) =>
      checkReference('unknown_authority', authority, authorities, pointer('/ladder/rungs', index, 'authority')),
    ),
  ];
}

/** A code must be among the declared ones. */
export function checkReference(code: ProblemCode, value: string, known: ReadonlySet<string>, path: string): Problem[] {
  return known.has(value) ? [] : [{ code, path, value }];
}

export function codesOf(named: readonly { readonly code: string }[]): ReadonlySet<string> {
  return new Set(named.map(({ code }) => code));
}
