import { Counting, Regime } from '../rule-set/regime.types';
import { RuleSet } from '../rule-set/rule-set.types';
import { ItemRule } from './item-rule.types';

/** A regime with what the fold looks up again and again. */
export interface CompiledRegime {
  readonly regime: Regime;
  /** Items of cases and of inspections, by code. */
  readonly items: ReadonlyMap<string, ItemRule>;
  readonly plannedDates: ReadonlySet<string>;
}

/** Fills in the defaults of a checked regime. */
export function compileRegime(ruleSet: RuleSet): CompiledRegime | undefined {
  const { regime } = ruleSet;
  if (regime === undefined) return undefined;
  const found = counting({ posted: 'found' });
  const ofInspections = ruleSet.items.map(({ code, category }): ItemRule => ({
    code,
    category,
    counting: found,
    variants: [],
  }));
  const ofCases = (regime.items ?? []).map(
    ({ code, category, points, variants = [], cap, validity, counting: own }): ItemRule => ({
      ...{ code, points, variants, counting: counting({ ...regime.counting, ...own }) },
      ...(category === undefined ? {} : { category }),
      ...(cap === undefined ? {} : { cap }),
      ...(validity === undefined ? {} : { validity }),
    }),
  );
  const planned = regime.dates.filter((date) => date.planned === true).map(({ code }) => code);
  return {
    regime,
    items: new Map([...ofInspections, ...ofCases].map((item) => [item.code, item])),
    plannedDates: new Set([...planned, 'deadline']),
  };
}

/** An item of inspections: dated by `found` throughout, its points are those of the inspection. */
export function foundItem(code: string): ItemRule {
  return { code, counting: counting({ posted: 'found' }), variants: [] };
}

function counting({ posted, window = posted, expiry = posted, stage = posted, version = posted }: Counting) {
  return { posted, window, expiry, stage, version };
}
