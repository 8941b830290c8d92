import { describeWith, ProblemText } from '../problems/problem';
import { Locale } from '../rule-set/rule-set.types';
import { AnalysisFinding, ExampleFacts, FindingCode, Severity } from './analysis.types';
import { FINDING_MESSAGES } from './finding.messages';

/** Errors are proved and leave a rule without any effect; what may be meant is a warning. */
const SEVERITIES: Readonly<Record<FindingCode, Severity>> = {
  item_never_violated: 'error',
  item_violation_not_found: 'warning',
  item_never_compliant: 'error',
  item_compliance_not_found: 'warning',
  items_imply_each_other: 'warning',
  item_implies_other: 'warning',
  item_implies_exclusive: 'note',
  implication_not_refuted: 'note',
  fault_counted_twice: 'warning',
  rung_out_of_reach: 'error',
  rung_below_floor: 'error',
  rung_always_jumped: 'warning',
  fact_never_read: 'warning',
};

export function finding(
  code: FindingCode,
  path: string,
  params: NonNullable<AnalysisFinding['params']>,
  facts?: ExampleFacts | null,
): AnalysisFinding {
  const told = { code, path, params, severity: SEVERITIES[code] };
  return facts === undefined || facts === null ? told : { ...told, facts };
}

/** A finding in words: what is amiss, and what to do about it. */
export function describeFinding(told: AnalysisFinding, locale: Locale): ProblemText {
  return describeWith(FINDING_MESSAGES, told, locale);
}
