import { Injectable } from '@nestjs/common';
import { DataSource, EntityManager } from 'typeorm';
import { Reach } from '../access/principal';
import { NotFoundError } from '../common/errors/not-found.error';
import { UnprocessableError } from '../common/errors/unprocessable.error';
import { problemIn } from '../common/errors/worded-problem';
import {
  canonicalJson,
  certifyInspection,
  certifyStanding,
  CompiledRuleSet,
  foldHistory,
  KnownAt,
  showInstant,
} from '../core';
import { inTransaction } from '../database/transaction';
import { HistoryReadModel } from '../inspections/history.read-model';
import { INSPECTIONS_MESSAGES } from '../inspections/inspections.messages';
import { RuleSetsReadModel } from '../rule-sets/rule-sets.read-model';
import { StandingRequest, StandingsService } from '../standings/standings.service';
import { EvidenceReadModel, InspectionRow } from './evidence.read-model';
import { Issuer } from './issuer';

/**
 * Certifies what the service answers. A result is certified only if scoring its evidence again comes to it: what the
 * engine of today does not confirm is a fault of the service, which must not sign it.
 */
@Injectable()
export class CertificatesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly evidence: EvidenceReadModel,
    private readonly ruleSets: RuleSetsReadModel,
    private readonly histories: HistoryReadModel,
    private readonly standings: StandingsService,
    private readonly issuer: Issuer,
  ) {}

  /** @throws NotFoundError where there is no such inspection in reach */
  async ofInspection(reach: Reach, id: string): Promise<string> {
    const { manager } = this.dataSource;
    const row = await this.evidence.inspection(manager, reach, id);
    if (row === undefined) {
      throw new NotFoundError(problemIn(INSPECTIONS_MESSAGES, 'record_unknown', { path: '/path/id', value: id }));
    }
    const { subject, link, facts, result } = row;
    const { rules } = await this.ruleSets.version(manager, row.versionId);
    const told = { subject, link, facts, inspection: inspectionOf(row), annulled: annulledOf(row) };
    const content = await certifyInspection(told, rules);
    confirm(`the inspection ${row.id}`, content.result, result);
    return this.issuer.issue(content);
  }

  /**
   * Without `knownAt`, as known now.
   * @throws NotFoundError where the subject or the rule set does not exist, or the subject is out of reach
   * @throws UnprocessableError where no version is in force on the day, or knownAt lies in the future
   */
  async ofStanding(reach: Reach, request: StandingRequest): Promise<string> {
    return inTransaction(this.dataSource, 'REPEATABLE READ', async (manager) => {
      const { subject, ruleSetId, asOf, now, ...asked } = await this.standings.understand(manager, reach, request);
      const inForce = await this.ruleSets.inForceOn(manager, ruleSetId, asOf);
      if (inForce === undefined) {
        throw new UnprocessableError({ code: 'no_version_in_force', path: '/query/asOf', value: request.asOf ?? asOf });
      }
      const { records, latestKnown } = await this.histories.load(manager, subject.id, ruleSetId);
      const knownAt = asked.knownAt ?? (Math.max(now, latestKnown ?? 0) as KnownAt);
      const { history, versionIds, link } = await this.evidence.history(manager, subject.id, ruleSetId, knownAt);
      const versions = await this.versions(manager, new Set([inForce.id, ...versionIds]));
      const question = { asOf, knownAt: showInstant(knownAt), inForce: inForce.rules.identity.version };
      const content = await certifyStanding({ subject: subject.code, link, ...question, history }, versions);
      const stored = foldHistory({ records, rules: inForce.rules, asOf, knownAt });
      confirm(`the standing of ${subject.code} as of ${asOf}`, content.result, stored);
      return this.issuer.issue(content);
    });
  }

  private async versions(
    manager: EntityManager,
    ids: ReadonlySet<string>,
  ): Promise<ReadonlyMap<string, CompiledRuleSet>> {
    const versions = new Map<string, CompiledRuleSet>();
    for (const id of ids) {
      const { rules } = await this.ruleSets.version(manager, id);
      versions.set(rules.identity.version, rules);
    }
    return versions;
  }
}

function confirm(what: string, scoredAgain: unknown, stored: unknown): void {
  if (canonicalJson(scoredAgain) === canonicalJson(stored)) return;
  throw new Error(`scored again, ${what} does not come to what is stored: it is not certified`);
}

function inspectionOf(row: InspectionRow) {
  const { id, inspectedOn, kind, office, inspectors, certifiedInspectors, assistedBy, knownAt, recordedAt } = row;
  const told = { id, inspectedOn, kind, office, inspectors, certifiedInspectors, assistedBy };
  return { ...told, knownAt: knownAt.toISOString(), recordedAt: recordedAt.toISOString() };
}

/** What of the inspection its history has annulled by now. */
function annulledOf({ id, annuls }: InspectionRow) {
  const items = annuls.flatMap((one) => ('finding' in one && one.finding.inspection === id ? [one.finding.item] : []));
  return { inspection: annuls.some((one) => 'record' in one && one.record === id), items: items.sort() };
}
