import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CompiledRuleSet, compileRuleSet } from '../../src/core/rule-set/compile';
import { Item, RuleSet } from '../../src/core/rule-set/rule-set.types';
import { compareRuleSets } from '../../src/core/comparison/compare-rule-sets';
import { Change, ItemComparison, RuleSetComparison } from '../../src/core/comparison/comparison.types';

/** A rule set that may be written to, all the way down. */
export type Draft<T> = { -readonly [K in keyof T]: Draft<T[K]> };

const published = readFileSync(join(__dirname, '../../rules/taizhou-hailing-furnace/1.0.0.json'), 'utf8');

/** The furnace rule set, without its scenarios: they would fail under what is changed. */
export function furnaceDraft(): Draft<RuleSet> {
  const draft = JSON.parse(published) as Draft<RuleSet>;
  delete draft.scenarios;
  return draft;
}

/** It as version 1.1.0, in which F09 costs more and F03 may take another time. */
export function amendedDraft(): Draft<RuleSet> {
  const draft = furnaceDraft();
  draft.version = '1.1.0';
  itemOf(draft, 'F09').points = 6;
  itemOf(draft, 'F03').rectification.deadline = { days: 15 };
  return draft;
}

/** The furnace rule set with some changes, compiled. */
export function changedFurnace(change: (draft: Draft<RuleSet>) => void = () => undefined): CompiledRuleSet {
  const draft = furnaceDraft();
  change(draft);
  return compileRuleSet(draft);
}

export function itemOf(draft: Draft<RuleSet>, code: string): Draft<Item> {
  const item = draft.items.find((one) => one.code === code);
  if (item === undefined) throw new Error(`no such item: ${code}`);
  return item;
}

/** What lies between the furnace rule set and a changed copy of it. */
export function compareWithChanged(change: (draft: Draft<RuleSet>) => void): Promise<RuleSetComparison> {
  return compareRuleSets(changedFurnace(), changedFurnace(change));
}

/** Every change of a comparison, wherever it is told. */
export function allChanges({ items, settings, facts, others }: RuleSetComparison): readonly Change[] {
  return [
    ...items.flatMap((item) => item.changes),
    ...settings.flatMap((setting) => setting.changes),
    ...facts,
    ...others,
  ];
}

export function comparedItem({ items }: RuleSetComparison, code: string): ItemComparison {
  const found = items.find((item) => item.code === code);
  if (found === undefined) throw new Error(`nothing is told of ${code}`);
  return found;
}
