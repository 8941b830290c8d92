import { randomUUID } from 'node:crypto';
import { EntityManager } from 'typeorm';
import { UnprocessableError } from '../common/errors/unprocessable.error';
import { problemIn } from '../common/errors/worded-problem';
import {
  CivilDate,
  CompiledRuleSet,
  decideInspection,
  InspectionDecision,
  mergeFacts,
  Violation,
  violationsOf,
} from '../core';
import { RuleSetsReadModel } from '../rule-sets/rule-sets.read-model';
import { registerAsOf, RegisterEntry, RegisterState } from '../subjects/register-entry';
import { officeOutOfReach } from '../subjects/office-out-of-reach';
import { isValidOn } from '../subjects/office-tree';
import { KnownOffice } from '../subjects/subjects.read-model';
import { Certificates } from '../inspectors/inspectors.read-model';
import { checkInspectors } from './check-inspectors';
import { CertifiedInspector } from './inspection.entity';
import { INSPECTIONS_MESSAGES } from './inspections.messages';
import { NewInspection } from './new-record';
import { readInspectionFacts } from './read-request-facts';
import { registerFactsFor } from './register-facts';

/** An inspection with what it came to, under the version in force on its day. */
export interface ScoredInspection {
  readonly rules: CompiledRuleSet;
  readonly versionId: string;
  readonly officeId: string;
  readonly certifiedInspectors: readonly CertifiedInspector[];
  /** Every fact it was scored on, those of the register included. */
  readonly facts: Readonly<Record<string, unknown>>;
  readonly score: InspectionDecision;
  readonly violations: readonly Violation[];
  /** Ids of the findings, in the order of the violations. */
  readonly findingIds: readonly string[];
}

/** Scores the inspections of one subject, made by inspectors of some offices. */
export class InspectionIntake {
  constructor(
    private readonly ruleSets: RuleSetsReadModel,
    private readonly register: readonly RegisterEntry[],
    private readonly offices: ReadonlyMap<string, KnownOffice>,
    private readonly certificates: Certificates,
  ) {}

  /** @throws UnprocessableError where no version was in force, or the facts, the office or the inspectors do not fit */
  async score(
    { manager, ruleSetId }: { readonly manager: EntityManager; readonly ruleSetId: string },
    inspection: NewInspection,
    day: CivilDate,
  ): Promise<ScoredInspection> {
    const version = await this.ruleSets.inForceOn(manager, ruleSetId, day);
    if (version === undefined) {
      throw new UnprocessableError({ code: 'no_version_in_force', path: '/inspectedOn', value: day });
    }
    const { rules, id: versionId } = version;
    const certifiedInspectors = checkInspectors(rules, inspection, day, this.certificates);
    const officeId = this.officeId(inspection.office, day);
    const ofRegister = registerFactsFor(rules, this.registerOn(day));
    // Not explained here: whoever looks at the inspection has it explained from the facts that are kept.
    const score = await decideInspection(rules, readInspectionFacts(rules, inspection.facts, ofRegister));
    const facts = mergeFacts(inspection.facts, ofRegister);
    const violations = violationsOf(rules, score, day);
    const findingIds = violations.map(() => randomUUID());
    return { rules, versionId, officeId, certifiedInspectors, facts, score, violations, findingIds };
  }

  private registerOn(day: CivilDate): RegisterState {
    const state = registerAsOf(this.register, day);
    if (state !== undefined) return state;
    const at = { path: '/inspectedOn', value: day };
    throw new UnprocessableError(problemIn(INSPECTIONS_MESSAGES, 'not_yet_in_register', at));
  }

  private officeId(code: string, day: CivilDate): string {
    const office = this.offices.get(code);
    if (office !== undefined && isValidOn(office, day)) {
      if (!office.inReach) throw officeOutOfReach('/office', code);
      return office.id;
    }
    const at = { path: '/office', value: code, params: { day } };
    throw new UnprocessableError(problemIn(INSPECTIONS_MESSAGES, 'office_unknown', at));
  }
}
