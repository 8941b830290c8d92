import { civilDate } from '../../src/core/dates/civil-date';
import { endOfDay, KnownAt, parseKnownAt } from '../../src/core/dates/instant';
import { checkHistory } from '../../src/core/ledger/check-history';
import { AnnulmentRecord, HistoryRecord, InspectionRecord, Violation } from '../../src/core/ledger/history.types';
import { deadlineOf } from '../../src/core/ledger/read-history';
import { foldHistory } from '../../src/core/ledger/standing';
import { Standing, StandingFinding } from '../../src/core/ledger/standing.types';
import { CompiledRuleSet } from '../../src/core/rule-set/compile';
import { FindingReference } from '../../src/core/rule-set/rule-set.types';
import { ledgerRules, LedgerSettings } from './ledger-rules.builder';

/** What a record says of itself beyond its content. Absent: the next number, `#number`, known at the end of its day. */
export interface Head {
  readonly key?: string;
  readonly number?: number;
  readonly known?: string;
}

/** The records of one subject, written one after another; `i1/P3` names a finding. */
export class HistoryBuilder {
  readonly records: HistoryRecord[] = [];

  constructor(public rules: CompiledRuleSet) {}

  inspected(key: string, day: string, items: readonly string[] = [], head: Head = {}): this {
    const record: InspectionRecord = {
      ...this.head(day, { key, ...head }),
      type: 'inspection',
      rules: this.rules,
      violations: violationsIn(this.rules, items, day),
    };
    return this.add(record);
  }

  rectified(finding: string, day: string, head: Head = {}): this {
    return this.add({ ...this.head(day, head), type: 'rectification', finding: reference(finding) });
  }

  passed(finding: string, day: string, head: Head = {}): this {
    return this.add({ ...this.head(day, head), type: 're_inspection', finding: reference(finding), passed: true });
  }

  failed(finding: string, day: string, head: Head = {}): this {
    return this.add({ ...this.head(day, head), type: 're_inspection', finding: reference(finding), passed: false });
  }

  extended(finding: string, day: string, to: string, head: Head = {}): this {
    const newDeadline = civilDate(to);
    return this.add({ ...this.head(day, head), type: 'extension', finding: reference(finding), newDeadline });
  }

  /** Annuls the finding `i1/P3`, or the record of any other key. */
  annulled(target: string, day: string, head: Head = {}): this {
    const annuls: AnnulmentRecord['annuls'] = target.includes('/')
      ? { finding: reference(target) }
      : { record: target };
    return this.add({ ...this.head(day, head), type: 'annulment', annuls });
  }

  /** The next records belong to another version. */
  under(rules: CompiledRuleSet): this {
    this.rules = rules;
    return this;
  }

  /** Refusals in the order of knowledge, as `key: reason`. */
  refusals(): readonly string[] {
    return checkHistory(this.records).map(({ record, reason }) => `${record.key}: ${reason}`);
  }

  standing(asOf: string, known?: string): Standing {
    const knownAt = known === undefined ? undefined : this.instant(known);
    return foldHistory({
      records: this.records,
      rules: this.rules,
      asOf: civilDate(asOf),
      ...(knownAt === undefined ? {} : { knownAt }),
    });
  }

  finding(name: string, asOf: string, known?: string): StandingFinding {
    const found = this.standing(asOf, known).postings.find(({ finding: { inspection, item } }) => {
      return `${inspection}/${item}` === name;
    });
    if (found === undefined) throw new Error(`no finding ${name} as of ${asOf}`);
    return found;
  }

  /** State, reason and, where cleared, its day: `carried rectified_late`, `cleared rectified_in_time 2026-10-01`. */
  life(name: string, asOf: string, known?: string): string {
    const { state, reason, clearedOn } = this.finding(name, asOf, known);
    return [state, reason, ...(clearedOn === undefined ? [] : [clearedOn])].join(' ');
  }

  private add(record: HistoryRecord): this {
    this.records.push(record);
    return this;
  }

  private head(day: string, { key, number = this.records.length + 1, known }: Head) {
    const on = civilDate(day);
    const knownAt = known === undefined ? endOfDay(on, this.rules.ruleSet.timeZone) : this.instant(known);
    return { number, key: key ?? `#${number}`, day: on, knownAt };
  }

  private instant(known: string): KnownAt {
    const instant = parseKnownAt(known, this.rules.ruleSet.timeZone);
    if (instant === undefined) throw new Error(`no instant: ${known}`);
    return instant;
  }
}

export function aHistory(rules: CompiledRuleSet | LedgerSettings = {}): HistoryBuilder {
  return new HistoryBuilder('ruleSet' in rules ? rules : ledgerRules(rules));
}

export function reference(finding: string): FindingReference {
  const [inspection = '', item = ''] = finding.split('/');
  return { inspection, item };
}

export function violationsIn(rules: CompiledRuleSet, items: readonly string[], day: string): readonly Violation[] {
  return rules.ruleSet.items
    .filter(({ code }) => items.includes(code))
    .map(({ code, points, rectification }) => {
      return { item: code, points, deadline: deadlineOf(rectification.deadline, civilDate(day)) };
    });
}

/** Codes of the rungs reached. */
export function reached(standing: Standing): readonly string[] {
  return standing.rungs.filter((rung) => rung.reached).map(({ code }) => code);
}
