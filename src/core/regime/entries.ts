import { CivilDate } from '../dates/civil-date';
import { Finding } from '../ledger/finding';
import { byDay } from '../ledger/history.types';
import { CaseRecord, MilestoneRecord } from './regime-records.types';
import { CompiledRuleSet } from '../rule-set/compile';
import { foundItem } from './compile-regime';
import { Entry } from './entry.types';
import { ItemRule } from './item-rule.types';

/** Cases with the dates known of them; a later milestone takes the place of an earlier one. */
export function entriesOfCases(cases: readonly CaseRecord[], milestones: readonly MilestoneRecord[]): readonly Entry[] {
  const later = new Map<string, MilestoneRecord[]>();
  for (const milestone of [...milestones].sort(byDay)) {
    const list = later.get(milestone.case) ?? [];
    list.push(milestone);
    later.set(milestone.case, list);
  }
  return cases.map((record) => {
    const dates = new Map(Object.entries(record.dates));
    for (const { date, day } of later.get(record.key) ?? []) dates.set(date, day);
    return {
      ...{ key: record.key, number: record.number, rules: record.rules, dates, facts: record.facts, tags: record.tags },
      item: itemOf(record.rules, record.item),
      ...(record.chosen === undefined ? {} : { chosen: record.chosen }),
    };
  });
}

/**
 * Findings of inspections, dated by found, deadline, completed and passed. Those that exclusion displaced are left out.
 * One of a version without a regime goes by the regime of the as-of day.
 */
export function entriesOfFindings(findings: Iterable<Finding>, asOfRules: CompiledRuleSet): readonly Entry[] {
  return [...findings]
    .filter(({ notPosted }) => notPosted === undefined)
    .map(({ key, inspection, violation, rectification }) => {
      const { deadline, completedOn, passedOn } = rectification;
      const dates: [string, CivilDate][] = [
        ['found', inspection.day],
        ['deadline', deadline],
      ];
      if (completedOn !== undefined) dates.push(['completed', completedOn]);
      if (passedOn !== undefined) dates.push(['passed', passedOn]);
      const rules = inspection.rules.regime === undefined ? asOfRules : inspection.rules;
      return {
        ...{ key, number: inspection.number, rules, dates: new Map(dates) },
        ...{ facts: new Map(), tags: {}, item: rules.regime?.items.get(violation.item) ?? foundItem(violation.item) },
        finding: { inspection: inspection.key, item: violation.item, points: violation.points },
      };
    });
}

function itemOf({ regime, identity }: CaseRecord['rules'], code: string): ItemRule {
  const item = regime?.items.get(code);
  if (item === undefined) throw new Error(`${identity.id} ${identity.version} has no item ${code} in its regime`);
  return item;
}
