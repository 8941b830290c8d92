import { CivilDate, parseCivilDate } from '../dates/civil-date';
import { checkFacts } from '../facts/check-facts';
import { readFacts } from '../facts/read-facts';
import { pointer, Problem, ProblemCode } from '../problems/problem';
import { CompiledRuleSet } from '../rule-set/compile';
import { RegimeDocumentRecord } from '../rule-set/rule-set.types';
import { checkCase, daysOfCase, readCase, rulesOfCase } from './read-case';
import { RegimeRecord } from './regime-records.types';

type Facts = Readonly<Record<string, unknown>>;
type Document = RegimeDocumentRecord<Facts>;
type RulesFor = (day: CivilDate) => CompiledRuleSet | undefined;

/** The first of its days, as it stands in the document. */
export function regimeRecordDay(document: RegimeDocumentRecord<unknown>): string {
  return document.type === 'case' ? (daysOfCase(document)[0] ?? '') : document.on;
}

/** The last of its days: before it the record cannot be known, and at its end it is, unless it says otherwise. */
export function regimeRecordKnownDay(document: RegimeDocumentRecord<unknown>): string {
  return document.type === 'case' ? (daysOfCase(document).at(-1) ?? '') : document.on;
}

/** What is wrong with a record whose day exists. */
export function checkRegimeRecord(document: Document, rulesFor: RulesFor, path: string): readonly Problem[] {
  const value = regimeRecordKnownDay(document);
  const day = parseCivilDate(value);
  if (day === undefined) return [{ code: 'no_such_day', path, value }];
  const rules = document.type === 'case' ? rulesOfCase(document, rulesFor) : rulesFor(day);
  if (rules === undefined) return [{ code: 'no_version_in_force', path, value }];
  if (document.type === 'case') return checkCase(document, rules, path);
  if (rules.regime === undefined) return [{ code: 'case_without_regime', path, value: document.type }];
  const { regime } = rules.regime;
  const known = (code: ProblemCode, name: string, list: readonly { readonly code: string }[], at: string): Problem[] =>
    list.some((one) => one.code === name) ? [] : [{ code, path: pointer(path, at), value: name }];
  switch (document.type) {
    case 'milestone':
      return known('unknown_date', document.date, regime.dates, 'date');
    case 'credit':
      return known('unknown_credit', document.credit, regime.credits?.kinds ?? [], 'credit');
    case 'measure':
      return known('unknown_measure', document.measure, regime.measures ?? [], 'measure');
    case 'subject':
      return checkSubjectFacts(document.facts, rules, pointer(path, 'facts'));
  }
}

/** A record of a subject states register facts and no others. */
function checkSubjectFacts(facts: Facts, { catalogue }: CompiledRuleSet, path: string): readonly Problem[] {
  const { problems, values } = checkFacts(catalogue, facts, new Set(['calculation']), path);
  const others = [...values].filter(([fact]) => catalogue.facts.get(fact)?.suppliedBy !== 'register');
  return [
    ...problems,
    ...others.map(([fact, value]): Problem => ({ code: 'not_register_fact', path, value, params: { fact } })),
  ];
}

type Head = Pick<RegimeRecord, 'number' | 'key' | 'day' | 'knownAt'>;

/** A record that was checked, as the ledger takes it. */
export function readRegimeRecord(document: Document, head: Head, rulesFor: RulesFor): RegimeRecord {
  switch (document.type) {
    case 'case':
      return { ...head, ...readCase(document, rulesOfCase(document, rulesFor) as CompiledRuleSet) };
    case 'milestone':
      return { ...head, type: 'milestone', case: document.case, date: document.date };
    case 'credit':
      return { ...head, type: 'credit', credit: document.credit };
    case 'measure': {
      const { measure, event, length } = document;
      return { ...head, type: 'measure', measure, event, ...(length === undefined ? {} : { length }) };
    }
    case 'subject': {
      const rules = rulesFor(document.on as CivilDate) as CompiledRuleSet;
      return { ...head, type: 'subject', facts: readFacts(rules.catalogue, document.facts) };
    }
  }
}
