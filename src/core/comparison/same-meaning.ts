import { commonFact } from '../domain-search/common-fact';
import { Reading, readingBaseFacts, readingFacts } from '../domain-search/reading';
import { expressionFacts } from '../facts/expression';
import { FactCatalogue } from '../facts/fact-catalogue';
import { CompiledItem } from '../rule-set/compile';
import { sameJson } from './diff-trees';
import { conditionsOf, ItemPair } from './points-question';
import { Versions } from './version';

/** Whether nothing that the points of an item depend on has changed, so that there is nothing to search. */
export function sameMeaning(versions: Versions, { old, new: fresh }: ItemPair): boolean {
  if (old === undefined || fresh === undefined || !sameJson(decisiveParts(old), decisiveParts(fresh))) return false;
  const [before, after] = [versions.old.compiled.catalogue, versions.new.compiled.catalogue];
  const reading: Reading = { catalogue: before, conditions: conditionsOf(old) };
  const comparable = readingBaseFacts(reading).every(({ path }) => {
    const definitions = [before.facts.get(path), after.facts.get(path)].filter((fact) => fact !== undefined);
    return definitions.length === 2 && commonFact(definitions) !== undefined;
  });
  return comparable && [...readingFacts(reading)].every((path) => sameCalculation(before, after, path));
}

function decisiveParts({ item }: CompiledItem): object {
  const { appliesWhen, condition, points, variants } = item;
  return [appliesWhen ?? null, condition, points, (variants ?? []).map((one) => [one.points, one.when])];
}

/** Whether a fact is calculated in the same way, and so are those that it is calculated from. */
function sameCalculation(before: FactCatalogue, after: FactCatalogue, path: string): boolean {
  const [old, fresh] = [before.facts.get(path), after.facts.get(path)];
  if (old === undefined || fresh === undefined) return false;
  if (old.expression === undefined || fresh.expression === undefined) return old.expression === fresh.expression;
  const how = ({ type, decimals, rounding, expression }: typeof old): unknown => [
    type,
    decimals ?? null,
    rounding ?? null,
    expression,
  ];
  return (
    sameJson(how(old), how(fresh)) &&
    [...expressionFacts(old.expression)].every((operand) => sameCalculation(before, after, operand))
  );
}
