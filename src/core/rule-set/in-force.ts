import { CivilDate } from '../dates/civil-date';
import { pointer, Problem } from '../problems/problem';
import { checkAgainstSchema } from './check-structure';
import { checkDay } from './checks/days';
import { checkLimits, LimitCaps } from './limits';
import { InForceDocument, RuleSet } from './rule-set.types';
import { IN_FORCE_SCHEMA } from './schemas';

type Period = InForceDocument['periods'][number];

/** What came of checking an in-force document: the document exactly when there is no problem. */
export interface CheckedInForce {
  readonly problems: readonly Problem[];
  readonly inForce?: InForceDocument;
}

const CAPS: LimitCaps = { depth: 5, nodes: 10_000, textLength: 1_000, listLength: 1_000 };

/** After the last day that can be written: an open period ends with it. */
const OPEN_END = '9999-99-99';

/**
 * Checks an untrusted parsed in-force document against the versions that there are: its days exist, every period ends
 * after it begins, no two share a day, every version is known and all are versions of the rule set it names.
 */
export function checkInForce(document: unknown, versions: readonly Pick<RuleSet, 'id' | 'version'>[]): CheckedInForce {
  const limits = checkLimits(document, CAPS);
  if (limits.length > 0) return { problems: limits };
  const structure = checkAgainstSchema(IN_FORCE_SCHEMA, document);
  if (structure.length > 0) return { problems: structure };
  const inForce = document as InForceDocument;
  const problems = [...checkVersions(inForce, versions), ...inForce.periods.flatMap(checkPeriod)];
  const found = problems.length > 0 ? problems : checkOverlaps(inForce.periods);
  return found.length > 0 ? { problems: found } : { problems: [], inForce };
}

/** The version in force on a day, or undefined when there is none. A period's `to` is the first day after it. */
export function versionInForce(periods: readonly Period[], day: CivilDate): string | undefined {
  return periods.find(({ from, to }) => from <= day && day < (to ?? OPEN_END))?.version;
}

function checkVersions(inForce: InForceDocument, versions: readonly Pick<RuleSet, 'id' | 'version'>[]): Problem[] {
  const own = new Set(versions.filter(({ id }) => id === inForce.ruleSet).map(({ version }) => version));
  if (own.size === 0) return [{ code: 'in_force_rule_set', path: '/ruleSet', value: inForce.ruleSet }];
  return inForce.periods.flatMap(({ version }, index): Problem[] =>
    own.has(version) ? [] : [{ code: 'in_force_version', path: pointer('/periods', index, 'version'), value: version }],
  );
}

function checkPeriod({ from, to }: Period, index: number): Problem[] {
  const path = pointer('/periods', index);
  const days = [...checkDay(from, pointer(path, 'from')), ...checkDay(to, pointer(path, 'to'))];
  if (days.length > 0 || to === undefined || from < to) return days;
  return [{ code: 'period_reversed', path: pointer(path, 'to'), value: to, params: { from } }];
}

/** Each period is held against the one before it that lasts longest. */
function checkOverlaps(periods: readonly Period[]): Problem[] {
  const end = ({ to }: Period): string => to ?? OPEN_END;
  const ordered = periods.map((period, index) => ({ ...period, index })).sort((a, b) => compareText(a.from, b.from));
  let longest: Period | undefined;
  return ordered.flatMap((period): Problem[] => {
    const before = longest;
    if (before === undefined || end(before) < end(period)) longest = period;
    if (before === undefined || end(before) <= period.from) return [];
    const path = pointer('/periods', period.index, 'from');
    return [
      { code: 'periods_overlap', path, value: period.from, params: { other: before.version, from: before.from } },
    ];
  });
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
