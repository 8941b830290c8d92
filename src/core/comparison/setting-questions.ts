import { Points } from '../numbers/points';
import { CompiledRuleSet } from '../rule-set/compile';
import { JsonObject, own } from '../rule-set/json';
import { RuleSet } from '../rule-set/rule-set.types';
import { Carrier, carriersBySum, singleCarriers } from './carriers';
import { MatchedItem } from './match-items';
import { calendarOf, plotsOfOneDay, plotsOfOneInspection, plotsOfTwoInspections } from './plots';
import { StandingQuestion } from './standing-effect';
import { Versions } from './version';

/** Asks what one setting of accumulation or ladder does to standings. What carries points is looked for once. */
export class SettingQuestions {
  private singles: readonly Carrier[] | undefined;

  constructor(
    private readonly versions: Versions,
    private readonly matched: readonly MatchedItem[],
  ) {}

  /** @param path where the setting stands, as a JSON pointer: `/accumulation/cycle` */
  about(path: string): StandingQuestion {
    const { old, new: fresh } = this.versions;
    const changed = withPart(old.compiled, fresh.compiled, path);
    const singles = (this.singles ??= singleCarriers(this.versions, this.matched));
    const calendar = calendarOf([old.compiled.ruleSet, fresh.compiled.ruleSet]);
    const costs = (version: 'old' | 'new'): ReadonlyMap<string, Points> =>
      new Map(singles.flatMap(({ items, points }) => items.map((item) => [item, points[version]] as const)));
    const [small, big] = [this.smallest(singles), heaviest(singles)];
    const plots =
      small === undefined || big === undefined
        ? []
        : [
            ...plotsOfOneDay(carriersBySum(singles), calendar),
            ...plotsOfOneInspection(small, calendar),
            ...plotsOfOneInspection(big, calendar),
            ...plotsOfTwoInspections(small, small, calendar),
            ...plotsOfTwoInspections(big, small, calendar),
          ];
    return { changed, plots, points: { old: costs('old'), new: costs('new') } };
  }

  /** The first that there is time to put right: more can become of it than of what is put right at once. */
  private smallest(singles: readonly Carrier[]): Carrier | undefined {
    const { ruleSet, itemIndex } = this.versions.old.compiled;
    const hasTime = ({ items: [item] }: Carrier): boolean =>
      ruleSet.items[itemIndex.get(item ?? '') ?? -1]?.rectification.deadline !== 'at_once';
    return singles.find(hasTime) ?? singles[0];
  }
}

function heaviest(singles: readonly Carrier[]): Carrier | undefined {
  return singles.toSorted((a, b) => b.points.old - a.points.old)[0];
}

/** A version with one part of it taken from another. It is only folded with, so nothing else has to be compiled anew. */
function withPart(compiled: CompiledRuleSet, other: CompiledRuleSet, path: string): CompiledRuleSet {
  const tokens = path.split('/').slice(1);
  const value = tokens.reduce<unknown>((node, token) => own(node, token), other.ruleSet);
  return {
    ...compiled,
    ruleSet: replaced(compiled.ruleSet as unknown as JsonObject, tokens, value) as unknown as RuleSet,
  };
}

function replaced(node: JsonObject, [name = '', ...rest]: readonly string[], value: unknown): JsonObject {
  const { [name]: before, ...others } = node;
  if (rest.length > 0) return { ...others, [name]: replaced((before ?? {}) as JsonObject, rest, value) };
  return value === undefined ? others : { ...others, [name]: value };
}
