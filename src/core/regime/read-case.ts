import { CivilDate, parseCivilDate } from '../dates/civil-date';
import { checkFacts } from '../facts/check-facts';
import { readFacts } from '../facts/read-facts';
import { decimalPlaces, isExactDecimal } from '../numbers/decimal';
import { fromNumber, subtract } from '../numbers/rational';
import { pointer, Problem } from '../problems/problem';
import { CompiledRuleSet } from '../rule-set/compile';
import { PointsRule } from '../rule-set/regime.types';
import { DocumentRecord } from '../rule-set/rule-set.types';
import { CompiledRegime } from './compile-regime';
import { ItemRule } from './item-rule.types';
import { factsNeededBy } from './needed-facts';
import { CaseRecord } from './regime-records.types';

export type CaseDocument<F> = Extract<DocumentRecord<F>, { readonly type: 'case' }>;

type Facts = Readonly<Record<string, unknown>>;

/** The days of a case, from the first. */
export function daysOfCase({ dates }: CaseDocument<unknown>): readonly string[] {
  return Object.values(dates).sort();
}

/**
 * The version that makes a case a posting (P1): the one in force on the date that `counting.version` of the version in
 * force on its latest day names.
 */
export function rulesOfCase(
  document: CaseDocument<unknown>,
  rulesFor: (day: CivilDate) => CompiledRuleSet | undefined,
): CompiledRuleSet | undefined {
  const days = daysOfCase(document) as readonly CivilDate[];
  const last = days.at(-1);
  const rules = last === undefined ? undefined : rulesFor(last);
  const version = rules?.regime?.items.get(document.item)?.counting.version;
  const day = version === undefined ? undefined : document.dates[version];
  return day === undefined ? rules : rulesFor(day as CivilDate);
}

/** Holds a case against the version that makes it a posting: what it names is there, and what it needs is stated. */
export function checkCase(document: CaseDocument<Facts>, rules: CompiledRuleSet, path: string): readonly Problem[] {
  const { regime } = rules;
  if (regime === undefined) return [{ code: 'case_without_regime', path, value: document.type }];
  const item = regime.items.get(document.item);
  if (item?.points === undefined)
    return [{ code: 'unknown_case_item', path: pointer(path, 'item'), value: document.item }];
  return [
    ...checkNames(document, regime, path),
    ...checkDates(document, item, path),
    ...checkCaseFacts(document, item, rules, path),
    ...checkChoice(document, item.points, path),
  ];
}

function checkNames({ dates, tags = {} }: CaseDocument<Facts>, { regime }: CompiledRegime, path: string): Problem[] {
  const known = new Set(regime.dates.map(({ code }) => code));
  const knownTags = new Set((regime.tags ?? []).map(({ code }) => code));
  return [
    ...Object.keys(dates)
      .filter((date) => !known.has(date))
      .map((date): Problem => ({ code: 'unknown_date', path: pointer(path, 'dates', date), value: date })),
    ...Object.keys(tags)
      .filter((tag) => !knownTags.has(tag))
      .map((tag): Problem => ({ code: 'unknown_tag', path: pointer(path, 'tags', tag), value: tag })),
  ];
}

/** A date that decides something and may come about later need not be there yet; the one of the window must be. */
function checkDates({ dates }: CaseDocument<Facts>, { counting, code }: ItemRule, path: string): Problem[] {
  const needed = new Set([counting.window, counting.expiry, counting.stage].filter((date) => date !== counting.posted));
  return [
    ...Object.entries(dates)
      .filter(([, day]) => parseCivilDate(day) === undefined)
      .map(([date, day]): Problem => ({ code: 'no_such_day', path: pointer(path, 'dates', date), value: day })),
    ...[...needed]
      .filter((date) => dates[date] === undefined)
      .map((date): Problem => {
        return { code: 'case_date_missing', path: pointer(path, 'dates', date), params: { date, item: code } };
      }),
  ];
}

function checkCaseFacts(
  { facts = {} }: CaseDocument<Facts>,
  item: ItemRule,
  { catalogue, regime }: CompiledRuleSet,
  path: string,
): readonly Problem[] {
  const at = pointer(path, 'facts');
  const { problems, values } = checkFacts(catalogue, facts, new Set(['calculation', 'register']), at);
  if (problems.length > 0 || regime === undefined) return problems;
  return [...factsNeededBy(item, regime.regime)].flatMap((fact) =>
    (catalogue.baseFacts.get(fact) ?? [])
      .filter((base) => catalogue.facts.get(base)?.suppliedBy !== 'register' && !values.has(base))
      .map((base): Problem => {
        return { code: 'case_fact_missing', path: pointer(at, base), params: { fact: base, item: item.code } };
      }),
  );
}

/** A recorded choice lies in the set that the item allows, and is there exactly where the item leaves one. */
function checkChoice({ choice, item }: CaseDocument<Facts>, points: PointsRule, path: string): Problem[] {
  const at = pointer(path, 'choice');
  const leavesChoice = typeof points === 'object' && ('choice' in points || 'choiceOf' in points);
  if (!leavesChoice) return choice === undefined ? [] : [{ code: 'choice_refused', path: at, params: { item } }];
  if (choice === undefined) return [{ code: 'choice_missing', path: at, params: { item } }];
  const day = parseCivilDate(choice.on) === undefined;
  if (day) return [{ code: 'no_such_day', path: pointer(at, 'on'), value: choice.on }];
  if (isAllowed(choice.points, points)) return [];
  const allowed = 'choice' in points ? showRange(points.choice) : points.choiceOf.join(', ');
  return [{ code: 'choice_not_allowed', path: pointer(at, 'points'), value: choice.points, params: { item, allowed } }];
}

type Choice = Extract<PointsRule, { choice: unknown } | { choiceOf: unknown }>;

function isAllowed(chosen: number, points: Choice): boolean {
  if ('choiceOf' in points) return points.choiceOf.includes(chosen);
  const { min, max, step } = points.choice;
  if (chosen < min || chosen > max || !isExactDecimal(chosen) || decimalPlaces(chosen) > 3) return false;
  if (step === undefined) return true;
  const steps = subtract(fromNumber(chosen), fromNumber(min));
  const size = fromNumber(step);
  return (steps.n * size.d) % (steps.d * size.n) === 0n;
}

const showRange = ({ min, max, step }: Extract<Choice, { choice: unknown }>['choice']): string =>
  `${min}–${max}${step === undefined ? '' : ` (${step})`}`;

/** A case that was checked, as the ledger takes it. */
export function readCase(
  document: CaseDocument<Facts>,
  rules: CompiledRuleSet,
): Pick<CaseRecord, 'type' | 'rules' | 'item' | 'dates' | 'facts' | 'tags' | 'chosen'> {
  const { item, dates, facts = {}, tags = {}, choice } = document;
  return {
    ...{ type: 'case', rules, item, dates: dates as CaseRecord['dates'], tags },
    facts: readFacts(rules.catalogue, facts),
    ...(choice === undefined ? {} : { chosen: choice.points }),
  };
}
