import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { NotFoundError } from '../common/errors/not-found.error';
import { UnprocessableError } from '../common/errors/unprocessable.error';
import { problemIn } from '../common/errors/worded-problem';
import { civilDate, InspectionScore, scoreFacts } from '../core';
import { ScoringMetrics } from '../metrics/scoring-metrics';
import { PublishedVersion, RuleSetsReadModel } from '../rule-sets/rule-sets.read-model';
import { INSPECTIONS_MESSAGES } from './inspections.messages';
import { readAllFacts } from './read-request-facts';

export interface ScoringRequest {
  readonly ruleSet: string;
  readonly version?: string | undefined;
  readonly asOf?: string | undefined;
  /** All facts, those of the register included. */
  readonly facts: Readonly<Record<string, unknown>>;
}

/** Scores facts without storing anything. */
@Injectable()
export class ScoringsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly ruleSets: RuleSetsReadModel,
    private readonly metrics: ScoringMetrics,
  ) {}

  /**
   * @throws NotFoundError where the rule set or the version does not exist
   * @throws UnprocessableError where no version is in force on the day, or the facts do not fit
   */
  async score(request: ScoringRequest): Promise<InspectionScore> {
    const { rules } = await this.version(request);
    const score = await scoreFacts(rules, readAllFacts(rules, request.facts));
    this.metrics.tried(score);
    return score;
  }

  private async version({ ruleSet, version, asOf }: ScoringRequest): Promise<PublishedVersion> {
    const { manager } = this.dataSource;
    if ((version === undefined) === (asOf === undefined)) {
      throw new UnprocessableError(
        problemIn(INSPECTIONS_MESSAGES, 'version_or_day', { path: '/version', value: version }),
      );
    }
    const found =
      version === undefined
        ? await this.ruleSets.inForceOn(manager, ruleSet, civilDate(asOf ?? ''))
        : await this.ruleSets.byVersion(manager, ruleSet, version);
    if (found !== undefined) return found;
    if (!(await this.ruleSets.exists(manager, ruleSet))) {
      throw new NotFoundError(
        problemIn(INSPECTIONS_MESSAGES, 'rule_set_unknown', { path: '/ruleSet', value: ruleSet }),
      );
    }
    if (version === undefined)
      throw new UnprocessableError({ code: 'no_version_in_force', path: '/asOf', value: asOf });
    throw new NotFoundError(problemIn(INSPECTIONS_MESSAGES, 'version_unknown', { path: '/version', value: version }));
  }
}
