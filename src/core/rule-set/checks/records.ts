import { pointer, Problem, ProblemCode } from '../../problems/problem';
import { isOfRegime } from '../../regime/regime-kinds';
import { checkRegimeRecordDays } from './regime/regime-records';
import { DocumentRecord, FindingReference } from '../rule-set.types';
import { checkDay, checkKnownAt } from './days';
import { checkReference } from './references';

type Entry = DocumentRecord<unknown>;

/** What the findings of a history may name: its inspections and the items of the rule set. */
export interface Findings {
  readonly inspections: ReadonlySet<string>;
  readonly items: ReadonlySet<string>;
}

/**
 * Checks a list of records without running them: keys and numbers are unique, the numbers are all there or none,
 * every day and instant exists, and what a record refers to is in the list or in the rule set.
 */
export function checkRecords(
  records: readonly Entry[],
  path: string,
  items: ReadonlySet<string>,
  timeZone: string,
): Problem[] {
  const findings: Findings = { inspections: inspectionKeys(records), items };
  const keys = new Set(records.flatMap(({ key }) => (key === undefined ? [] : [key])));
  return [
    ...checkUnique(records, 'key', 'duplicate_key', path),
    ...checkUnique(records, 'number', 'duplicate_number', path),
    ...checkNumbered(records, path),
    ...records.flatMap((record, index) => {
      const at = pointer(path, index);
      return [
        ...checkKnownAt(record.knownAt, timeZone, pointer(at, 'knownAt')),
        ...checkDays(record, at),
        ...checkLinks(record, at, findings, keys),
      ];
    }),
  ];
}

export function inspectionKeys(records: readonly Entry[]): ReadonlySet<string> {
  return new Set(records.flatMap((record) => (record.type === 'inspection' ? [record.key] : [])));
}

/** A finding is named by an inspection of the history and an item of the rule set. */
export function checkFinding(finding: FindingReference, path: string, { inspections, items }: Findings): Problem[] {
  return [
    ...checkReference('unknown_inspection', finding.inspection, inspections, pointer(path, 'inspection')),
    ...checkReference('unknown_item', finding.item, items, pointer(path, 'item')),
  ];
}

function checkUnique(
  records: readonly Entry[],
  property: 'key' | 'number',
  code: ProblemCode,
  path: string,
): Problem[] {
  const seen = new Set<string | number>();
  return records.flatMap((record, index): Problem[] => {
    const value = record[property];
    if (value === undefined) return [];
    if (seen.has(value)) return [{ code, path: pointer(path, index, property), value }];
    seen.add(value);
    return [];
  });
}

/** Without numbers the position decides; with some of them nobody could say which comes first. */
function checkNumbered(records: readonly Entry[], path: string): Problem[] {
  const without = records.findIndex(({ number }) => number === undefined);
  if (without === -1 || records.every(({ number }) => number === undefined)) return [];
  return [{ code: 'numbers_incomplete', path: pointer(path, without, 'number') }];
}

function checkDays(record: Entry, path: string): Problem[] {
  const day = (property: string, value: string): Problem[] => checkDay(value, pointer(path, property));
  if (isOfRegime(record)) return checkRegimeRecordDays(record, path);
  switch (record.type) {
    case 'inspection':
    case 're_inspection':
      return day('inspectedOn', record.inspectedOn);
    case 'rectification':
      return day('completedOn', record.completedOn);
    case 'extension':
      return [...day('decidedOn', record.decidedOn), ...day('newDeadline', record.newDeadline)];
    case 'annulment':
      return day('decidedOn', record.decidedOn);
  }
}

function checkLinks(record: Entry, path: string, findings: Findings, keys: ReadonlySet<string>): Problem[] {
  if (record.type === 'inspection') return [];
  if (isOfRegime(record)) return [];
  if (record.type !== 'annulment') return checkFinding(record.finding, pointer(path, 'finding'), findings);
  const other = (key: string, at: string): Problem[] =>
    key === record.key
      ? [{ code: 'no_such_record', path: at, value: key }]
      : checkReference('no_such_record', key, keys, at);
  const { annuls, replacedBy } = record;
  return [
    ...('finding' in annuls
      ? checkFinding(annuls.finding, pointer(path, 'annuls', 'finding'), findings)
      : other(annuls.record, pointer(path, 'annuls', 'record'))),
    ...(replacedBy === undefined ? [] : other(replacedBy, pointer(path, 'replacedBy'))),
  ];
}
