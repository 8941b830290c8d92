import { pointer } from '../problems/problem';
import { factsNamedIn } from '../regime/needed-facts';
import { CompiledRuleSet } from '../rule-set/compile';
import { expressionFacts } from '../facts/expression';
import { Formula } from '../rule-set/regime.types';
import { AnalysisFinding } from './analysis.types';
import { finding } from './finding';

/** Facts that decide nothing: no item and no part of the regime reads them, be it by way of a calculation. */
export function unreadFacts({ ruleSet, items, catalogue }: CompiledRuleSet): readonly AnalysisFinding[] {
  const read = new Set(items.flatMap(({ appliesReads, reads }) => [...appliesReads, ...reads]));
  // Every part of a regime is a tree in which `fact` and `subject` name facts, and nothing else does.
  factsNamedIn((ruleSet.regime ?? 0) as Formula, read);
  // A set is walked in insertion order, entries added on the way included.
  for (const path of read) {
    const expression = catalogue.facts.get(path)?.expression;
    if (expression !== undefined) expressionFacts(expression, read);
  }
  return ruleSet.facts.flatMap(({ path }, index) =>
    read.has(path) ? [] : [finding('fact_never_read', pointer('/facts', index), { fact: path })],
  );
}
