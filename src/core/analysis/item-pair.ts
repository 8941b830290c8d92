import { Side } from '../comparison/points-question';
import { Verdict } from '../comparison/verdict';
import { Version } from '../comparison/version';
import { FactDomain, factDomain } from '../domain-search/fact-domain';
import { SearchExtent, searchDomain, SearchLimits } from '../domain-search/search-domain';
import { Facts } from '../facts/read-facts';
import { pointer } from '../problems/problem';
import { CompiledItem } from '../rule-set/compile';
import { AnalysisFinding, ExampleFacts } from './analysis.types';
import { finding } from './finding';
import { sharedFaults } from './shared-faults';

/** A few tries at random refute most implications; only the others are searched whole. */
const QUICK: SearchLimits = { whole: 0, tries: 400, seed: 1 };
const THOROUGH: SearchLimits = { whole: 30_000, tries: 4_000, seed: 2 };

/** Most facts violating both items that are looked at for a single fault behind them. */
const MOST_EXAMPLES = 100;

export interface PairSearch {
  readonly tried: number;
  readonly findings: readonly AnalysisFinding[];
}

/** Two items that read a fact in common: whether one implies the other, and whether one fault counts under both. */
export class ItemPair {
  private readonly sides: readonly Side[];
  private readonly domain: FactDomain;
  private readonly shared: readonly string[];
  /** Facts under which only the first, and only the second, of the two is violated. */
  private readonly alone: [Facts | undefined, Facts | undefined] = [undefined, undefined];
  private together: Facts | undefined;
  private twice: { readonly facts: Facts; readonly fact: string } | undefined;
  private examples = 0;

  constructor(
    version: Version,
    private readonly first: CompiledItem,
    private readonly second: CompiledItem,
  ) {
    this.sides = [first, second].map((item) => new Side(version, [item]));
    const conditions = this.sides.flatMap(({ reading }) => reading.conditions);
    this.domain = factDomain([{ catalogue: version.compiled.catalogue, conditions }]);
    this.shared = sharedFaults(version.compiled.catalogue, first, second);
  }

  search(): PairSearch {
    const quick = searchDomain(this.domain, this.visit, QUICK);
    const thorough = this.isSettled() ? quick : searchDomain(this.domain, this.visit, THOROUGH);
    const tried = thorough === quick ? quick.tried : quick.tried + thorough.tried;
    return { tried, findings: this.findings({ ...thorough, tried: thorough.whole ? thorough.tried : tried }) };
  }

  private readonly visit = (facts: Facts): boolean => {
    const [first, second] = this.outcomes(facts).map((outcome) => outcome === 'violated');
    if (first && second) this.keepTogether(facts);
    else if (first) this.alone[0] ??= new Map(facts);
    else if (second) this.alone[1] ??= new Map(facts);
    return this.isSettled();
  };

  private isSettled(): boolean {
    const sought = this.areExclusive || this.twice !== undefined || this.examples >= MOST_EXAMPLES;
    return this.alone.every((one) => one !== undefined) && this.together !== undefined && sought;
  }

  private get areExclusive(): boolean {
    return this.first.exclusiveWith.includes(this.second.index) || this.second.exclusiveWith.includes(this.first.index);
  }

  private keepTogether(facts: Facts): void {
    this.together ??= new Map(facts);
    if (this.areExclusive || this.twice !== undefined || this.examples >= MOST_EXAMPLES) return;
    this.examples++;
    const fact = this.shared.find((path) => this.mendsBoth(facts, path));
    if (fact !== undefined) this.twice = { facts: new Map(facts), fact };
  }

  /** Whether another value of one fact, all others being as they are, has both items compliant. */
  private mendsBoth(facts: Facts, path: string): boolean {
    const values = this.domain.facts.find((fact) => fact.path === path)?.values ?? [];
    return values.some((value) => {
      if (value === undefined) return false;
      return this.outcomes(new Map([...facts, [path, value]])).every((outcome) => outcome === 'compliant');
    });
  }

  /** Undefined where an item is not checked, since a calculation that it reads has no value. */
  private outcomes(facts: Facts): readonly (Verdict['outcome'] | undefined)[] {
    return this.sides.map((side) => side.verdicts(facts)?.[0]?.outcome);
  }

  private findings(extent: SearchExtent): readonly AnalysisFinding[] {
    const { together, twice } = this;
    if (together === undefined) return [];
    const [alone, otherAlone] = this.alone;
    const found: AnalysisFinding[] = [];
    const both = Object.fromEntries(together);
    if (extent.whole && alone === undefined && otherAlone === undefined) {
      return [this.tell('items_imply_each_other', this.first, this.second, extent, both)];
    }
    if (alone === undefined) found.push(this.implication(this.first, this.second, extent, both));
    if (otherAlone === undefined) found.push(this.implication(this.second, this.first, extent, both));
    // That a fault counts twice is told by the implication where there is one.
    if (found.some(({ code }) => code === 'item_implies_other') || twice === undefined) return found;
    const params = { item: this.first.item.code, other: this.second.item.code, fact: twice.fact };
    const path = pointer('/items', this.second.index);
    return [...found, finding('fault_counted_twice', path, params, Object.fromEntries(twice.facts))];
  }

  private implication(from: CompiledItem, to: CompiledItem, extent: SearchExtent, facts: ExampleFacts) {
    if (!extent.whole) return this.tell('implication_not_refuted', from, to, extent, facts);
    return this.tell(this.areExclusive ? 'item_implies_exclusive' : 'item_implies_other', from, to, extent, facts);
  }

  private tell(
    code: AnalysisFinding['code'],
    from: CompiledItem,
    to: CompiledItem,
    { tried }: SearchExtent,
    facts: ExampleFacts,
  ): AnalysisFinding {
    return finding(code, pointer('/items', from.index), { item: from.item.code, other: to.item.code, tried }, facts);
  }
}
