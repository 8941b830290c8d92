import { decideConditions, NamedCondition } from '../conditions/rules-engine.adapter';
import { Facts } from '../facts/read-facts';
import { NO_POINTS, Points } from '../numbers/points';
import { CompiledItem } from '../rule-set/compile';
import { Outcome } from '../rule-set/rule-set.types';

/** What the conditions of an item come to, before exclusive items are weighed against each other. */
export interface Decision {
  readonly outcome: Outcome;
  readonly points: Points;
}

export const NOT_CHECKED: Decision = { outcome: 'not_checked', points: NO_POINTS };
export const NOT_APPLICABLE: Decision = { outcome: 'not_applicable', points: NO_POINTS };
export const COMPLIANT: Decision = { outcome: 'compliant', points: NO_POINTS };

const appliesName = ({ index }: CompiledItem): string => `${index}:applies`;
const conditionName = ({ index }: CompiledItem): string => `${index}:condition`;
const variantName = ({ index }: CompiledItem, place: number): string => `${index}:variant:${place}`;

/**
 * Decides every item with json-rules-engine. Only conditions whose facts are all present are put to it: absent facts
 * are `not_checked`, never "not violated".
 */
export async function decideItems(items: readonly CompiledItem[], facts: Facts): Promise<readonly Decision[]> {
  const decided = await decideConditions(
    items.flatMap((item) => askable(item, facts)),
    facts,
  );
  return items.map((item) => decideItem(item, facts, decided));
}

const present = (paths: readonly string[], facts: Facts): boolean => paths.every((path) => facts.has(path));

function askable(compiled: CompiledItem, facts: Facts): NamedCondition[] {
  const { item, appliesReads, reads, variants } = compiled;
  if (!present(appliesReads, facts)) return [];
  const asked = item.appliesWhen === undefined ? [] : [{ name: appliesName(compiled), condition: item.appliesWhen }];
  if (!present(reads, facts)) return asked;
  return [
    ...asked,
    { name: conditionName(compiled), condition: item.condition },
    ...variants.map(({ when }, place) => ({ name: variantName(compiled, place), condition: when })),
  ];
}

function decideItem(compiled: CompiledItem, facts: Facts, decided: ReadonlyMap<string, boolean>): Decision {
  if (!present(compiled.appliesReads, facts)) return NOT_CHECKED;
  if (decided.get(appliesName(compiled)) === false) return NOT_APPLICABLE;
  if (!present(compiled.reads, facts)) return NOT_CHECKED;
  if (decided.get(conditionName(compiled)) !== true) return COMPLIANT;
  const holding = compiled.variants.filter((_, place) => decided.get(variantName(compiled, place)) === true);
  const points = holding.length === 0 ? compiled.points : Math.max(...holding.map((variant) => variant.points));
  return { outcome: 'violated', points: points as Points };
}
