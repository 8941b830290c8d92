import { FINDING_DATES } from '../../../regime/item-rule.types';
import { pointer, Problem } from '../../../problems/problem';
import { Regime } from '../../regime.types';
import { RuleSet } from '../../rule-set.types';
import { checkReference, codesOf } from '../references';
import { checkAll, RegimeNames } from './regime-names';
import { testsOf } from './regime-parts';
import { checkTestReferences } from './test-references';
import { checkFormulas } from './formulas';

/** Every code that a part of a regime names is declared. */
export function checkRegimeReferences(ruleSet: RuleSet): Problem[] {
  const { regime } = ruleSet;
  if (regime === undefined) return [];
  const names: RegimeNames = {
    dates: new Set([...codesOf(regime.dates), ...FINDING_DATES]),
    tags: codesOf(regime.tags ?? []),
    items: new Set([...codesOf(ruleSet.items), ...codesOf(regime.items ?? [])]),
    scores: codesOf(regime.scores),
    measures: codesOf(regime.measures ?? []),
    repeats: codesOf((regime.multipliers ?? []).filter((one) => 'repeat' in one)),
  };
  return [
    ...checkCounting(regime, names),
    ...checkItems(ruleSet, regime, names),
    ...checkRules(regime, names),
    ...checkScores(regime, names),
    ...checkLadders(regime, names),
    ...checkMeasures(ruleSet, regime, names),
    ...testsOf(regime).flatMap((placed) => checkTestReferences(placed, ruleSet, regime, names)),
    ...checkFormulas(ruleSet, regime, names),
  ];
}

function checkDates(dates: object | undefined, known: ReadonlySet<string>, path: string): Problem[] {
  return Object.entries(dates ?? {}).flatMap(([name, date]) =>
    checkReference('unknown_date', String(date), known, pointer(path, name)),
  );
}

function checkCounting(regime: Regime, { dates }: RegimeNames): Problem[] {
  return checkDates(regime.counting, dates, '/regime/counting');
}

function checkItems(ruleSet: RuleSet, regime: Regime, { dates }: RegimeNames): Problem[] {
  const categories = codesOf(ruleSet.categories);
  const sources = codesOf(ruleSet.sources);
  return (regime.items ?? []).flatMap(({ category, counting, points, legalBasis = [] }, n) => {
    const path = pointer('/regime/items', n);
    const days = typeof points === 'object' && 'perDay' in points ? { from: points.from, to: points.to } : undefined;
    return [
      ...(category === undefined
        ? []
        : checkReference('unknown_category', category, categories, pointer(path, 'category'))),
      ...checkDates(counting, dates, pointer(path, 'counting')),
      ...checkDates(days, dates, pointer(path, 'points')),
      ...legalBasis.flatMap(({ source }, c) =>
        checkReference('unknown_source', source, sources, pointer(path, 'legalBasis', c, 'source')),
      ),
    ];
  });
}

function checkRules(regime: Regime, { dates, tags, items }: RegimeNames): Problem[] {
  const { gates = [], multipliers = [], concurrency = [] } = regime;
  const own = (list: string, rules: readonly { readonly items?: readonly string[] }[]): Problem[] =>
    rules.flatMap((rule, n) => checkAll('unknown_item', rule.items, items, pointer('/regime', list, n, 'items')));
  return [
    ...own('gates', gates),
    ...own('multipliers', multipliers),
    ...own('concurrency', concurrency),
    ...gates.flatMap((gate, n) =>
      'whileOpen' in gate
        ? checkReference(
            'unknown_date',
            gate.whileOpen.closedBy,
            dates,
            pointer('/regime/gates', n, 'whileOpen', 'closedBy'),
          )
        : [],
    ),
    ...multipliers.flatMap((one, n) =>
      'date' in one ? checkReference('unknown_date', one.date, dates, pointer('/regime/multipliers', n, 'date')) : [],
    ),
    ...concurrency.flatMap(({ by }, n) => {
      const path = pointer('/regime/concurrency', n, 'by');
      return 'tag' in by
        ? checkReference('unknown_tag', by.tag, tags, pointer(path, 'tag'))
        : checkReference('unknown_date', by.date, dates, pointer(path, 'date'));
    }),
  ];
}

function checkScores(regime: Regime, names: RegimeNames): Problem[] {
  const { scores, credits } = regime;
  return [
    ...scores.flatMap(({ items, dates, per, life }, n) => {
      const path = pointer('/regime/scores', n);
      const at = pointer(path, 'life');
      return [
        ...checkAll('unknown_item', items, names.items, pointer(path, 'items')),
        ...checkDates(dates, names.dates, pointer(path, 'dates')),
        ...(typeof per === 'object'
          ? checkReference('unknown_tag', per.tag, names.tags, pointer(path, 'per', 'tag'))
          : []),
        ...checkAll('unknown_measure', life?.since?.measures, names.measures, pointer(at, 'since', 'measures')),
        ...(life?.clean ?? []).flatMap(({ restarts }, c) =>
          checkAll('unknown_multiplier', restarts, names.repeats, pointer(at, 'clean', c, 'restarts')),
        ),
      ];
    }),
    ...(credits?.kinds ?? []).flatMap(({ score }, n) =>
      checkReference('unknown_score', score, names.scores, pointer('/regime/credits/kinds', n, 'score')),
    ),
  ];
}

function checkLadders(regime: Regime, { scores, measures }: RegimeNames): Problem[] {
  return (regime.ladders ?? []).flatMap(({ score, rungs, patterns = [] }, n) => {
    const path = pointer('/regime/ladders', n);
    const own = codesOf(rungs);
    return [
      ...checkReference('unknown_score', score, scores, pointer(path, 'score')),
      ...rungs.flatMap((rung, r) => {
        const at = pointer(path, 'rungs', r);
        return [
          ...checkAll('unknown_measure', rung.measures, measures, pointer(at, 'measures')),
          ...checkAll('unknown_rung', rung.follows?.rungs, own, pointer(at, 'follows', 'rungs')),
        ];
      }),
      ...patterns.flatMap((pattern, p) =>
        checkAll('unknown_measure', pattern.measures, measures, pointer(path, 'patterns', p, 'measures')),
      ),
    ];
  });
}

function checkMeasures(ruleSet: RuleSet, regime: Regime, { scores, repeats }: RegimeNames): Problem[] {
  const authorities = codesOf(ruleSet.authorities);
  return (regime.measures ?? []).flatMap(({ authority, effects = [] }, n) => {
    const path = pointer('/regime/measures', n);
    return [
      ...(authority === undefined
        ? []
        : checkReference('unknown_authority', authority, authorities, pointer(path, 'authority'))),
      ...effects.flatMap((effect, e) => {
        const at = pointer(path, 'effects', e);
        return [
          ...checkAll('unknown_score', effect.scores, scores, pointer(at, 'scores')),
          ...checkAll('unknown_multiplier', effect.restarts, repeats, pointer(at, 'restarts')),
        ];
      }),
    ];
  });
}
