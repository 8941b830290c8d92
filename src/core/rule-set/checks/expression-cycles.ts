import { expressionFacts } from '../../facts/expression';
import { pointer, Problem } from '../../problems/problem';
import { RuleSet } from '../rule-set.types';

/** No calculated fact may rest on itself. A cycle is reported at the first fact that leads into it. */
export function checkCycles({ facts }: RuleSet): Problem[] {
  const uses = new Map(
    facts.map(({ path, expression }) => [path, expression === undefined ? [] : [...expressionFacts(expression)]]),
  );
  const settled = new Set<string>();
  return facts.flatMap(({ path, expression }, index): Problem[] => {
    const cycle = findCycle(path, uses, settled);
    if (cycle === undefined) return [];
    const params = { cycle: cycle.join(' → ') };
    return [{ code: 'expression_cycle', path: pointer('/facts', index, 'expression'), value: expression, params }];
  });
}

/**
 * The first cycle reached from a fact, the repeated fact at both ends. Keeps its own stack: a chain of a thousand facts
 * is allowed. What it has looked at is settled and not looked at again.
 */
function findCycle(
  start: string,
  uses: ReadonlyMap<string, readonly string[]>,
  settled: Set<string>,
): readonly string[] | undefined {
  const trail: { readonly path: string; next: number }[] = [];
  let cycle: readonly string[] | undefined;
  if (!settled.has(start)) trail.push({ path: start, next: 0 });
  for (let top = trail.at(-1); top !== undefined; top = trail.at(-1)) {
    const used = uses.get(top.path)?.[top.next++];
    if (used === undefined) {
      settled.add(top.path);
      trail.pop();
    } else if (!settled.has(used)) {
      const seen = trail.findIndex(({ path }) => path === used);
      if (seen === -1) trail.push({ path: used, next: 0 });
      else cycle ??= [...trail.slice(seen).map(({ path }) => path), used];
    }
  }
  return cycle;
}
