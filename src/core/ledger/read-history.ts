import { CivilDate, parseCivilDate, plusDays } from '../dates/civil-date';
import { dayOf, endOfDay, parseKnownAt } from '../dates/instant';
import { checkFacts } from '../facts/check-facts';
import { HistoryError, pointer, Problem } from '../problems/problem';
import { CompiledRuleSet } from '../rule-set/compile';
import { Deadline, DocumentRecord } from '../rule-set/rule-set.types';
import { InspectionDecision } from '../scoring/score.types';
import { isOfRegime } from '../regime/regime-kinds';
import {
  checkRegimeRecord,
  readRegimeRecord,
  regimeRecordDay,
  regimeRecordKnownDay,
} from '../regime/read-regime-record';
import { scoreInspection } from '../scoring/score-inspection';
import { checkHistory, RefusedRecord } from './check-history';
import { findingKey, HistoryRecord, Violation } from './history.types';

type Facts = Readonly<Record<string, unknown>>;

/**
 * Which version scores an inspection of a day; undefined where none is in force.
 * @param key that of the inspection, for whoever knows by which version it was scored
 */
export type RulesFor = (day: CivilDate, key?: string) => CompiledRuleSet | undefined;

/**
 * Reads the records of a history document that fits its schema, scores its inspections and checks that every record can
 * be. A record without `knownAt` is known at the end of its own day.
 *
 * @param at JSON pointer of the list of records, for the problems
 * @throws HistoryError naming every record that cannot be, and why
 */
export async function readHistory(
  documents: readonly DocumentRecord<Facts>[],
  rulesFor: RulesFor,
  timeZone: string,
  at = '/records',
): Promise<readonly HistoryRecord[]> {
  const problems = [
    ...checkNames(documents, at),
    ...documents.flatMap((one, i) => checkOne(one, rulesFor, timeZone, pointer(at, i))),
  ];
  if (problems.length > 0) throw new HistoryError(problems);
  const records: HistoryRecord[] = [];
  for (const [place, document] of documents.entries()) {
    records.push(await readRecord(document, place, rulesFor, timeZone));
  }
  const refused = checkHistory(records);
  if (refused.length > 0) {
    throw new HistoryError(refused.map((one) => refusalProblem(one, pointer(at, records.indexOf(one.record)))));
  }
  return records;
}

/** The problem of a record that was refused. */
export function refusalProblem({ record, reason }: RefusedRecord, path: string): Problem {
  return { code: reason, path, value: recordTarget(record) };
}

function recordTarget(record: HistoryRecord): string {
  if (record.type === 'inspection') return record.key;
  if (isOfRegime(record)) return record.type === 'milestone' ? record.case : record.key;
  if (record.type !== 'annulment') return findingKey(record.finding);
  return 'finding' in record.annuls ? findingKey(record.annuls.finding) : record.annuls.record;
}

/** The day a record is dated, as it stands in the document. */
export function recordDay(document: DocumentRecord<unknown>): string {
  if (isOfRegime(document)) return regimeRecordDay(document);
  switch (document.type) {
    case 'inspection':
    case 're_inspection':
      return document.inspectedOn;
    case 'rectification':
      return document.completedOn;
    case 'extension':
    case 'annulment':
      return document.decidedOn;
  }
}

function checkNames(documents: readonly DocumentRecord<Facts>[], at: string): readonly Problem[] {
  const problems: Problem[] = [];
  const numbers = new Set<number>();
  const keys = new Set<string>();
  const numbered = documents.filter(({ number }) => number !== undefined).length;
  if (numbered !== 0 && numbered !== documents.length) problems.push({ code: 'numbers_incomplete', path: at });
  documents.forEach(({ number, key }, place) => {
    if (number !== undefined && numbers.has(number)) {
      problems.push({ code: 'duplicate_number', path: pointer(at, place, 'number'), value: number });
    }
    if (key !== undefined && keys.has(key)) {
      problems.push({ code: 'duplicate_key', path: pointer(at, place, 'key'), value: key });
    }
    if (number !== undefined) numbers.add(number);
    if (key !== undefined) keys.add(key);
  });
  return problems;
}

function checkOne(
  document: DocumentRecord<Facts>,
  rulesFor: RulesFor,
  timeZone: string,
  path: string,
): readonly Problem[] {
  const value = recordDay(document);
  const day = parseCivilDate(value);
  if (day === undefined) return [{ code: 'no_such_day', path, value }];
  const problems: Problem[] = [];
  if (document.knownAt !== undefined) {
    const knownAt = parseKnownAt(document.knownAt, timeZone);
    const at = { path: pointer(path, 'knownAt'), value: document.knownAt };
    if (knownAt === undefined) problems.push({ code: 'no_such_instant', ...at });
    else if (dayOf(knownAt, timeZone) < day) problems.push({ code: 'known_before_day', ...at, params: { day } });
  }
  if (document.type === 'extension' && parseCivilDate(document.newDeadline) === undefined) {
    problems.push({ code: 'no_such_day', path: pointer(path, 'newDeadline'), value: document.newDeadline });
  }
  if (isOfRegime(document)) return [...problems, ...checkRegimeRecord(document, rulesFor, path)];
  if (document.type === 'inspection') {
    const rules = rulesFor(day, document.key);
    if (rules === undefined) problems.push({ code: 'no_version_in_force', path: pointer(path, 'inspectedOn'), value });
    else problems.push(...checkFacts(rules.catalogue, document.facts, undefined, pointer(path, 'facts')).problems);
  }
  return problems;
}

async function readRecord(
  document: DocumentRecord<Facts>,
  place: number,
  rulesFor: RulesFor,
  timeZone: string,
): Promise<HistoryRecord> {
  const day = recordDay(document) as CivilDate;
  const knownOn = (isOfRegime(document) ? regimeRecordKnownDay(document) : day) as CivilDate;
  const number = document.number ?? place + 1;
  const knownAt = document.knownAt === undefined ? undefined : parseKnownAt(document.knownAt, timeZone);
  const head = { number, key: document.key ?? `#${number}`, day, knownAt: knownAt ?? endOfDay(knownOn, timeZone) };
  if (isOfRegime(document)) return readRegimeRecord(document, head, rulesFor);
  switch (document.type) {
    case 'inspection': {
      const rules = rulesFor(day, document.key) as CompiledRuleSet;
      const score = await scoreInspection(rules, document.facts);
      return { ...head, type: 'inspection', rules, violations: violationsOf(rules, score, day) };
    }
    case 'rectification':
      return { ...head, type: 'rectification', finding: document.finding };
    case 're_inspection':
      return { ...head, type: 're_inspection', finding: document.finding, passed: document.passed };
    case 'extension':
      return { ...head, type: 'extension', finding: document.finding, newDeadline: document.newDeadline as CivilDate };
    case 'annulment':
      return { ...head, type: 'annulment', annuls: document.annuls };
  }
}

/** The violations of a scored inspection, as the ledger takes them. */
export function violationsOf(rules: CompiledRuleSet, score: InspectionDecision, day: CivilDate): readonly Violation[] {
  return score.items.flatMap(({ item, outcome, ownPoints }, index) => {
    if (outcome !== 'violated') return [];
    const rectification = rules.ruleSet.items[index]?.rectification;
    if (rectification === undefined) throw new Error(`the score does not belong to the rule set: ${item}`);
    return [{ item, points: ownPoints, deadline: deadlineOf(rectification.deadline, day) }];
  });
}

/** The last day in time: at once is the day of inspection, otherwise so many calendar days after it, without rolling. */
export function deadlineOf(deadline: Deadline, day: CivilDate): CivilDate {
  return deadline === 'at_once' ? day : plusDays(day, deadline.days);
}
