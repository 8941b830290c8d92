import { conditionFacts } from '../conditions/condition-facts';
import { buildCatalogue, FactCatalogue } from '../facts/fact-catalogue';
import { Points, toPoints } from '../numbers/points';
import { RuleSetError } from '../problems/problem';
import { CompiledRegime, compileRegime } from '../regime/compile-regime';
import { checkRuleSet } from './check-rule-set';
import { contentHash } from './identity';
import { Condition, Item, RuleSet, Text } from './rule-set.types';

/** What names the content of a rule set beyond doubt. `hash` is the SHA-256 of its canonical JSON (RFC 8785). */
export interface RuleSetIdentity {
  readonly id: string;
  readonly version: string;
  readonly hash: string;
}

export interface CompiledVariant {
  readonly points: Points;
  readonly when: Condition;
}

/** An item with all that scoring needs looked up beforehand. */
export interface CompiledItem {
  readonly item: Item;
  readonly index: number;
  readonly points: Points;
  readonly variants: readonly CompiledVariant[];
  /** Facts of `appliesWhen`, by path. */
  readonly appliesReads: readonly string[];
  /** Facts of condition and variants, by path. */
  readonly reads: readonly string[];
  /** Indices of the items that must not be counted beside this one. */
  readonly exclusiveWith: readonly number[];
  /** The provisions it rests on, by the title of their source. */
  readonly provisions: readonly { readonly source: Text; readonly article: Text }[];
}

/** A rule set whose static faults have all been looked for; ready to score with. */
export interface CompiledRuleSet {
  readonly identity: RuleSetIdentity;
  readonly ruleSet: RuleSet;
  readonly catalogue: FactCatalogue;
  readonly items: readonly CompiledItem[];
  readonly itemIndex: ReadonlyMap<string, number>;
  /** Present where the rule set goes beyond the simple form. */
  readonly regime?: CompiledRegime;
}

/**
 * Checks a parsed JSON document and prepares it for scoring, once.
 * @throws RuleSetError naming everything found wrong with its shape or its meaning.
 */
export function compileRuleSet(document: unknown): CompiledRuleSet {
  const { problems, ruleSet } = checkRuleSet(document);
  if (ruleSet === undefined) throw new RuleSetError(problems);
  const itemIndex = new Map(ruleSet.items.map(({ code }, index) => [code, index]));
  const regime = compileRegime(ruleSet);
  return {
    identity: { id: ruleSet.id, version: ruleSet.version, hash: contentHash(ruleSet) },
    ruleSet,
    catalogue: buildCatalogue(ruleSet.facts),
    items: ruleSet.items.map((item, index) => compileItem(ruleSet, item, index, itemIndex)),
    itemIndex,
    ...(regime === undefined ? {} : { regime }),
  };
}

function compileItem(
  ruleSet: RuleSet,
  item: Item,
  index: number,
  itemIndex: ReadonlyMap<string, number>,
): CompiledItem {
  const variants = (item.variants ?? []).map(({ points, when }) => ({ points: toPoints(points), when }));
  const reads = conditionFacts(item.condition);
  variants.forEach(({ when }) => conditionFacts(when, reads));
  return {
    item,
    index,
    points: toPoints(item.points),
    variants,
    appliesReads: item.appliesWhen === undefined ? [] : [...conditionFacts(item.appliesWhen)],
    reads: [...reads],
    exclusiveWith: (item.exclusiveWith ?? []).map((code) => itemIndex.get(code) as number),
    provisions: item.legalBasis.map(({ source, article }) => ({
      source: ruleSet.sources.find(({ code }) => code === source)?.title as Text,
      article,
    })),
  };
}
