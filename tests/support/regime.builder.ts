import { CivilDate } from '../../src/core/dates/civil-date';
import { readHistory } from '../../src/core/ledger/read-history';
import { foldHistory } from '../../src/core/ledger/standing';
import { Standing } from '../../src/core/ledger/standing.types';
import { CompiledRuleSet, compileRuleSet } from '../../src/core/rule-set/compile';
import { Regime } from '../../src/core/rule-set/regime.types';
import { DocumentRecord, FactDefinition } from '../../src/core/rule-set/rule-set.types';
import { aRuleSet, aText } from './rule-set.builder';

type Facts = Readonly<Record<string, unknown>>;

const named = (code: string) => ({ code, text: aText(code) });

const FACTS: readonly FactDefinition[] = [
  { path: 'units', type: 'integer', text: aText('Units'), suppliedBy: 'inspector' },
  { path: 'grave', type: 'boolean', text: aText('Grave'), suppliedBy: 'inspector' },
  {
    ...{ path: 'kind', type: 'enum', text: aText('Kind'), suppliedBy: 'inspector' },
    values: [named('small'), named('large')],
  },
  { path: 'licence.issued', type: 'date', text: aText('Issued'), suppliedBy: 'register' },
  {
    ...{ path: 'licence.class', type: 'enum', text: aText('Class'), suppliedBy: 'register' },
    values: [named('full'), named('novice')],
  },
];

/** Items `P<n>` of n points, dated by `on`; `decided`, `due` (planned), `paid` and `ended` are there to be used. */
export function aRegime(parts: Partial<Regime> = {}): Regime {
  return {
    dates: [named('on'), named('decided'), { ...named('due'), planned: true }, named('paid'), named('ended')],
    tags: [named('act'), named('visit')],
    counting: { posted: 'on' },
    items: [1, 2, 3, 5, 6, 10, 12].map((points) => ({ code: `P${points}`, title: aText(`P${points}`), points })),
    scores: [{ code: 'points', text: aText('Points') }],
    ...parts,
  };
}

/** A small rule set with that regime in place of accumulation and ladder. */
export function aRegimeRuleSet(parts: Partial<Regime> = {}): object {
  const { accumulation: _a, ladder: _l, scenarios: _s, ...rest } = aRuleSet();
  return { ...rest, facts: FACTS, items: [], regime: aRegime(parts) };
}

export function regimeRules(parts: Partial<Regime> = {}): CompiledRuleSet {
  return compileRuleSet(aRegimeRuleSet(parts));
}

/** A case of an item dated by `on`, and by others where they are given. */
export function aCase(
  key: string,
  item: string,
  on: string,
  extra: { readonly dates?: Readonly<Record<string, string>>; readonly facts?: Facts } & Pick<
    Extract<DocumentRecord<Facts>, { type: 'case' }>,
    'tags' | 'choice' | 'knownAt'
  > = {},
): DocumentRecord<Facts> {
  const { dates, ...rest } = extra;
  return { type: 'case', key, item, dates: { on, ...dates }, ...rest };
}

/** Asks for the standing of a history on some days. */
export async function askRegime(
  parts: Partial<Regime> | CompiledRuleSet,
  documents: readonly DocumentRecord<Facts>[],
): Promise<(asOf: string) => Standing> {
  const rules = 'identity' in parts ? parts : regimeRules(parts);
  const records = await readHistory(documents, () => rules, 'Asia/Shanghai');
  return (asOf) => foldHistory({ records, rules, asOf: asOf as CivilDate });
}

/** The totals of a history on some days. */
export async function totals(
  parts: Partial<Regime>,
  documents: readonly DocumentRecord<Facts>[],
  days: readonly string[],
): Promise<Readonly<Record<string, number>>> {
  const ask = await askRegime(parts, documents);
  return Object.fromEntries(days.map((day) => [day, ask(day).total]));
}
