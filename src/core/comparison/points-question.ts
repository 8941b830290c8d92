import { FactDomain, factDomain } from '../domain-search/fact-domain';
import { calculator, Reading, readingFacts } from '../domain-search/reading';
import { Facts } from '../facts/read-facts';
import { addPoints, NO_POINTS, Points } from '../numbers/points';
import { CompiledItem } from '../rule-set/compile';
import { Condition } from '../rule-set/rule-set.types';
import { chooseExclusive } from '../scoring/exclusive-choice';
import { Verdict, verdictOf } from './verdict';
import { Version, Versions } from './version';

/** How the new version scores some facts beside the old one. */
export type Sign = 'more' | 'fewer' | 'otherwise' | 'same';

/** What two versions make of the same facts. */
export interface Verdicts {
  readonly old: readonly Verdict[];
  readonly new: readonly Verdict[];
  readonly sign: Sign;
}

/** The counterparts of one item; one of them is absent where only one version has it. */
export interface ItemPair {
  readonly old: CompiledItem | undefined;
  readonly new: CompiledItem | undefined;
}

/** The question how two versions score some items: one by itself, or several that are exclusive with each other. */
export class PointsQuestion {
  readonly domain: FactDomain;
  private readonly old: Side;
  private readonly new: Side;

  constructor(
    versions: Versions,
    readonly pairs: readonly ItemPair[],
  ) {
    this.old = new Side(
      versions.old,
      pairs.map((pair) => pair.old),
    );
    this.new = new Side(
      versions.new,
      pairs.map((pair) => pair.new),
    );
    this.domain = factDomain([this.old.reading, this.new.reading]);
  }

  /** Undefined where it depends on facts that are absent, or a calculated fact cannot be held. */
  compare(facts: Facts): Verdicts | undefined {
    const old = this.old.verdicts(facts);
    const fresh = old && this.new.verdicts(facts);
    return fresh && { old, new: fresh, sign: signOf(this.old.points(old), this.new.points(fresh), old, fresh) };
  }
}

/** What one version makes of facts: some of its items, and what they cost together. */
export class Side {
  readonly reading: Reading;
  private readonly calculate: (facts: Facts) => Facts | undefined;
  private readonly calculated: readonly { readonly path: string; readonly bases: readonly string[] }[];

  constructor(
    { compiled }: Version,
    private readonly items: readonly (CompiledItem | undefined)[],
  ) {
    this.reading = { catalogue: compiled.catalogue, conditions: items.flatMap(conditionsOf) };
    this.calculate = calculator(this.reading);
    const { facts, baseFacts } = compiled.catalogue;
    this.calculated = [...readingFacts(this.reading)]
      .filter((path) => facts.get(path)?.expression !== undefined)
      .map((path) => ({ path, bases: baseFacts.get(path) ?? [] }));
  }

  verdicts(base: Facts): readonly Verdict[] | undefined {
    const facts = this.calculate(base);
    if (facts === undefined || this.lacksCalculated(base, facts)) return undefined;
    const verdicts = this.items.map((item) => verdictOf(item, facts));
    return verdicts.every((verdict) => verdict !== undefined) ? verdicts : undefined;
  }

  /** Whether a calculation has no value though all it rests on is there: the item that reads it is not checked then. */
  private lacksCalculated(base: Facts, facts: Facts): boolean {
    return this.calculated.some(({ path, bases }) => !facts.has(path) && bases.every((one) => base.has(one)));
  }

  /** The points that count once exclusive items have been weighed against each other. */
  points(verdicts: readonly Verdict[]): Points {
    const violated = this.items.flatMap((item, place) => {
      const verdict = verdicts[place];
      if (item === undefined || verdict?.outcome !== 'violated') return [];
      return [{ index: item.index, points: verdict.points, exclusiveWith: item.exclusiveWith }];
    });
    const replaced = violated.length > 1 ? chooseExclusive(violated) : new Map<number, number>();
    return addPoints(...violated.map(({ index, points }) => (replaced.has(index) ? NO_POINTS : points)));
  }
}

export function conditionsOf(compiled: CompiledItem | undefined): readonly Condition[] {
  if (compiled === undefined) return [];
  const { item, variants } = compiled;
  return [
    ...(item.appliesWhen === undefined ? [] : [item.appliesWhen]),
    item.condition,
    ...variants.map(({ when }) => when),
  ];
}

function signOf(before: Points, after: Points, old: readonly Verdict[], fresh: readonly Verdict[]): Sign {
  if (after > before) return 'more';
  if (after < before) return 'fewer';
  return old.every((verdict, place) => isAlike(verdict, fresh[place])) ? 'same' : 'otherwise';
}

/** An item that is not there comes to no less than one that is not violated. */
function isAlike(old: Verdict, fresh: Verdict | undefined): boolean {
  if (fresh === undefined || old.points !== fresh.points) return false;
  if (old.outcome === 'none') return fresh.outcome !== 'violated';
  if (fresh.outcome === 'none') return old.outcome !== 'violated';
  return old.outcome === fresh.outcome;
}
