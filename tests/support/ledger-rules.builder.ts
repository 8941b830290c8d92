import { CompiledRuleSet, compileRuleSet } from '../../src/core/rule-set/compile';
import { Accumulation, Deadline, Item, Ladder, RuleSet } from '../../src/core/rule-set/rule-set.types';
import { aRuleSet, aText } from './rule-set.builder';

export interface LedgerItem {
  readonly code: string;
  readonly points: number;
  readonly deadline?: Deadline;
  readonly exclusiveWith?: readonly string[];
}

export interface LedgerSettings extends Omit<Partial<Accumulation>, 'cycle'> {
  /** Length of the cycle, which begins on 1 October unless `anchor` says otherwise. */
  readonly months?: number;
  readonly anchor?: { readonly month: number; readonly day: number };
  readonly ladder?: Partial<Ladder>;
  readonly items?: readonly LedgerItem[];
  readonly version?: string;
  readonly timeZone?: string;
}

/** `P…` say their points; of the chain X4–Y5–Z3 only neighbours are exclusive. */
export const LEDGER_ITEMS: readonly LedgerItem[] = [
  { code: 'P1', points: 1, deadline: { days: 10 } },
  { code: 'P2', points: 2, deadline: { days: 10 } },
  { code: 'P3', points: 3 },
  { code: 'P6', points: 6, deadline: 'at_once' },
  { code: 'P10', points: 10 },
  { code: 'X4', points: 4, exclusiveWith: ['Y5'] },
  { code: 'Y5', points: 5, exclusiveWith: ['X4', 'Z3'] },
  { code: 'Z3', points: 3, exclusiveWith: ['Y5'] },
];

/** A rule set for the ledger: item `P3` is violated where the fact `found.p3` is true, deadline 30 days. */
export function ledgerRuleSet(settings: LedgerSettings = {}): RuleSet {
  const { months = 12, anchor = { month: 10, day: 1 }, ladder = {}, items = LEDGER_ITEMS, ...rest } = settings;
  const { version = '1.0.0', timeZone = 'Asia/Shanghai', ...accumulation } = rest;
  const { scenarios: _, ...small } = aRuleSet();
  return {
    ...small,
    version,
    timeZone,
    facts: items.map(({ code }) => ({
      path: factOf(code),
      type: 'boolean',
      text: aText(`${code} found`),
      suppliedBy: 'inspector',
    })),
    items: items.map((item) => ledgerItem(item, small.items[0] as Item)),
    accumulation: { fullMark: 12, ...accumulation, cycle: { anchor, months } },
    ladder: { rungs: [rung('R3', 3), rung('R6', 6), rung('R10', 10)], ...ladder },
  };
}

export function ledgerRules(settings: LedgerSettings = {}): CompiledRuleSet {
  return compileRuleSet(ledgerRuleSet(settings));
}

const factName = (item: string): string => item.toLowerCase().replace(/\W/g, 'x');

export const factOf = (item: string): string => `found.${factName(item)}`;

/** Nested facts in which exactly the given items are violated. */
export function foundFacts(
  violated: readonly string[],
  items: readonly LedgerItem[] = LEDGER_ITEMS,
): Readonly<Record<string, unknown>> {
  return { found: Object.fromEntries(items.map(({ code }) => [factName(code), violated.includes(code)])) };
}

export function rung(code: string, points: number): Ladder['rungs'][number] {
  return { code, points, authority: 'town', measure: { code: `measure-${code}`, text: aText(`Measure ${code}`) } };
}

function ledgerItem({ code, points, deadline = { days: 30 }, exclusiveWith }: LedgerItem, model: Item): Item {
  const { category, roles, majorHazard, legalBasis } = model;
  return {
    code,
    title: aText(code),
    category,
    condition: { fact: factOf(code), operator: 'equal', value: true },
    points,
    ...(exclusiveWith === undefined ? {} : { exclusiveWith }),
    roles,
    rectification: { deadline },
    majorHazard,
    legalBasis,
  };
}
