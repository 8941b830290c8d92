import { pointer, Problem } from '../../../problems/problem';
import { DayValue, MeasureFilter, Regime, Test } from '../../regime.types';
import { FactDefinition, RuleSet } from '../../rule-set.types';
import { checkLeaf } from '../conditions';
import { checkReference } from '../references';
import { leavesOfTest, PlacedTest } from './regime-parts';
import { checkAll, RegimeNames } from './regime-names';

/** Where a test or a formula stands, and what it may name there. */
export interface Place {
  readonly ofCase: boolean;
  readonly score?: string;
  readonly facts: ReadonlyMap<string, FactDefinition>;
  readonly regime: Regime;
  readonly names: RegimeNames;
}

/** Every leaf of a test names what there is, and asks about a case only where there is one. */
export function checkTestReferences(
  { test, path, ofCase, score }: PlacedTest,
  ruleSet: RuleSet,
  regime: Regime,
  names: RegimeNames,
): Problem[] {
  const facts = new Map(ruleSet.facts.map((fact) => [fact.path, fact]));
  const place: Place = { ofCase, facts, regime, names, ...(score === undefined ? {} : { score }) };
  return leavesOfTest(test, path).flatMap(({ leaf, path: at }) => checkTestLeaf(leaf, at, place));
}

function checkTestLeaf(leaf: Test, path: string, place: Place): Problem[] {
  const { names, facts } = place;
  if ('fact' in leaf) {
    const other = typeof leaf.value === 'object' && 'fact' in leaf.value ? [leaf.value.fact] : [];
    return [
      ...checkLeaf(leaf, path, facts),
      ...[leaf.fact, ...other].flatMap((fact) => checkCaseFact(fact, path, place)),
    ];
  }
  if ('happened' in leaf) return checkCaseDate(leaf.happened, pointer(path, 'happened'), place);
  if ('date' in leaf) {
    return [
      ...checkCaseDate(leaf.date, pointer(path, 'date'), place),
      ...checkDayValue(leaf.than, pointer(path, 'than'), place),
    ];
  }
  if ('score' in leaf) return checkReference('unknown_score', leaf.score, names.scores, pointer(path, 'score'));
  if ('running' in leaf)
    return checkReference('unknown_measure', leaf.running, names.measures, pointer(path, 'running'));
  if ('countMeasures' in leaf) return checkMeasureFilter(leaf.countMeasures, pointer(path, 'countMeasures'), place);
  if (!('countCases' in leaf)) return [];
  const at = pointer(path, 'countCases');
  return [
    ...checkAll('unknown_item', leaf.countCases.items, names.items, pointer(at, 'items')),
    ...(leaf.countCases.cycles === undefined ? [] : checkCycle(pointer(at, 'cycles'), place)),
  ];
}

/** Without a case only the register knows facts. */
export function checkCaseFact(fact: string, path: string, { ofCase, facts }: Place): Problem[] {
  const definition = facts.get(fact);
  if (ofCase || definition === undefined || definition.suppliedBy === 'register') return [];
  return [{ code: 'case_needed', path, value: fact }];
}

function checkCaseDate(date: string, path: string, { ofCase, names }: Place): Problem[] {
  if (!ofCase) return [{ code: 'case_needed', path, value: date }];
  return checkReference('unknown_date', date, names.dates, path);
}

export function checkDayValue(value: DayValue, path: string, place: Place): Problem[] {
  if (value === 'today') return [];
  if ('date' in value) return checkCaseDate(value.date, pointer(path, 'date'), place);
  return checkSubjectDate(value.subject, pointer(path, 'subject'), place.facts);
}

/** A date of the subject is a fact of type date that the register supplies. */
export function checkSubjectDate(fact: string, path: string, facts: Place['facts']): Problem[] {
  const definition = facts.get(fact);
  return definition?.type === 'date' && definition.suppliedBy === 'register'
    ? []
    : [{ code: 'subject_date', path, value: fact }];
}

export function checkMeasureFilter({ measures, cycles }: MeasureFilter, path: string, place: Place): Problem[] {
  return [
    ...checkAll('unknown_measure', measures, place.names.measures, pointer(path, 'measures')),
    ...(cycles === undefined ? [] : checkCycle(pointer(path, 'cycles'), place)),
  ];
}

/** What counts in cycles needs a score that has them. */
export function checkCycle(path: string, { regime, score }: Pick<Place, 'regime' | 'score'>): Problem[] {
  const of = score ?? regime.scores[0]?.code ?? '';
  const found = regime.scores.find(({ code }) => code === of);
  return found === undefined || found.life?.cycle !== undefined ? [] : [{ code: 'cycle_needed', path, value: of }];
}
