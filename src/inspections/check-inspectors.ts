import { UnprocessableError } from '../common/errors/unprocessable.error';
import { AnyProblem, problemIn } from '../common/errors/worded-problem';
import { CivilDate, CompiledRuleSet } from '../core';
import { normaliseCertificateNumber } from '../inspectors/certificate-number';
import { INSPECTORS_MESSAGES } from '../inspectors/inspectors.messages';
import { Certificate, Certificates } from '../inspectors/inspectors.read-model';
import { showPeriods } from '../inspectors/show-periods';
import { isValidOn } from '../subjects/office-tree';
import { CertifiedInspector } from './inspection.entity';
import { INSPECTIONS_MESSAGES } from './inspections.messages';
import { NewInspection } from './new-record';

/**
 * Checks who inspected, and who assisted, against what the rule set requires.
 * @returns those of the inspectors who held a valid certificate on the day, as the register has them
 * @throws UnprocessableError with a problem for each inspector who may not inspect
 */
export function checkInspectors(
  { ruleSet }: CompiledRuleSet,
  { inspectors, assistedBy = [] }: Pick<NewInspection, 'inspectors' | 'assistedBy'>,
  day: CivilDate,
  certificates: Certificates,
): readonly CertifiedInspector[] {
  const { minimum = 1, certificateRequired = false } = ruleSet.inspectors ?? {};
  const names = inspectors.map(normaliseCertificateNumber);
  const count = new Set(names).size;
  if (count < minimum) {
    const at = { path: '/inspectors', value: count, params: { minimum } };
    throw new UnprocessableError(problemIn(INSPECTIONS_MESSAGES, 'inspectors_too_few', at));
  }
  const problems = [
    ...(certificateRequired ? inspectors.flatMap((value, place) => uncertified(value, place, day, certificates)) : []),
    ...assistedBy.flatMap((value, place) => {
      if (!names.includes(normaliseCertificateNumber(value))) return [];
      return [problemIn(INSPECTIONS_MESSAGES, 'assistant_inspects', { path: `/assistedBy/${place}`, value })];
    }),
  ];
  if (problems.length > 0) throw new UnprocessableError(problems);
  const held = inspectors.flatMap((value) => certificates.get(value) ?? []).filter((one) => isHeld(one, day));
  return [...new Map(held.map(({ validity: _, ...kept }) => [kept.certificateNumber, kept])).values()];
}

function uncertified(value: string, place: number, day: CivilDate, certificates: Certificates): readonly AnyProblem[] {
  const at = { path: `/inspectors/${place}`, value };
  const certificate = certificates.get(value);
  if (certificate === undefined) return [problemIn(INSPECTORS_MESSAGES, 'inspector_unknown', at)];
  if (isHeld(certificate, day)) return [];
  const { name, office, validity } = certificate;
  const params = { name, office, day, validity: showPeriods(validity) };
  return [problemIn(INSPECTORS_MESSAGES, 'inspector_not_valid', { ...at, params })];
}

function isHeld({ validity }: Certificate, day: CivilDate): boolean {
  return validity.some((period) => isValidOn(period, day));
}
