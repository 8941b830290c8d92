import { putFact, NestedFacts } from '../facts/put-fact';
import { Facts } from '../facts/read-facts';
import { CompiledRuleSet } from '../rule-set/compile';
import { FactValue, Locale } from '../rule-set/rule-set.types';
import { Wording } from '../wording/wording';

/** One of the two versions compared. */
export class Version {
  private readonly wordings: Readonly<Record<Locale, Wording>>;

  constructor(readonly compiled: CompiledRuleSet) {
    const { catalogue } = compiled;
    this.wordings = { 'zh-CN': new Wording('zh-CN', catalogue), en: new Wording('en', catalogue) };
  }

  words(locale: Locale): Wording {
    return this.wordings[locale];
  }

  /** Whether a fact may be given to it. */
  knows(path: string): boolean {
    const fact = this.compiled.catalogue.facts.get(path);
    return fact !== undefined && fact.expression === undefined;
  }

  /** Those of the facts that it knows, as an inspection sends them. */
  inspection(facts: Facts): Readonly<NestedFacts> {
    return nestFacts([...facts].filter(([path]) => this.knows(path)));
  }
}

/** Facts as an inspection sends them. */
export function nestFacts(facts: Iterable<readonly [string, FactValue]>): Readonly<NestedFacts> {
  const nested: NestedFacts = {};
  for (const [path, value] of facts) putFact(nested, path, value);
  return nested;
}

/** Both versions: the old one is the baseline. */
export interface Versions {
  readonly old: Version;
  readonly new: Version;
}
