import { Injectable } from '@nestjs/common';
import { DataSource, EntityManager } from 'typeorm';
import { Clock } from '../common/clock';
import { NotFoundError } from '../common/errors/not-found.error';
import { problemIn } from '../common/errors/worded-problem';
import { RuleSet, RuleSetIdentity } from '../core';
import { VersionState, versionStateOn } from './life/version-state';
import { RULE_SETS_MESSAGES } from './rule-sets.messages';
import { PublishedVersion, RuleSetsReadModel, VersionSummary } from './rule-sets.read-model';

/** A rule set as its version in force today has it; as its newest one, where none is. */
export interface RuleSetView {
  readonly content: RuleSet;
  readonly inForce: RuleSetIdentity | undefined;
}

/** A version with where it stands today. */
export type VersionWithState = VersionSummary & { readonly state: VersionState };

export interface VersionView {
  readonly summary: VersionWithState;
  readonly content: RuleSet;
}

/** Shows rule sets and their published versions. */
@Injectable()
export class RuleSetsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly readModel: RuleSetsReadModel,
    private readonly clock: Clock,
  ) {}

  /** Rule sets after an id, in the order of their ids. */
  async list({ after = '', limit }: { readonly after?: string; readonly limit: number }): Promise<RuleSetView[]> {
    const { manager } = this.dataSource;
    const ids = (await this.readModel.ids(manager)).filter((id) => id > after).slice(0, limit);
    const views: RuleSetView[] = [];
    for (const id of ids) views.push(await this.view(manager, id, await this.readModel.versions(manager, id)));
    return views;
  }

  /** @throws NotFoundError where there is no such rule set */
  async get(id: string): Promise<RuleSetView & { readonly versions: readonly VersionWithState[] }> {
    const { manager } = this.dataSource;
    const versions = await this.requireVersions(manager, id);
    const view = await this.view(manager, id, versions);
    const today = this.clock.today(view.content.timeZone);
    return { ...view, versions: versions.map((one) => ({ ...one, state: versionStateOn(one, today) })) };
  }

  /** @throws NotFoundError where there is no such rule set, or it has no such version */
  async version(id: string, version: string): Promise<VersionView> {
    return this.versionIn(this.dataSource.manager, id, version);
  }

  /** The same, in somebody's transaction. */
  async versionIn(manager: EntityManager, id: string, version: string): Promise<VersionView> {
    const summary = (await this.requireVersions(manager, id)).find((one) => one.version === version);
    const published = await this.readModel.byVersion(manager, id, version);
    if (summary !== undefined && published !== undefined) {
      const { ruleSet } = published.rules;
      const state = versionStateOn(summary, this.clock.today(ruleSet.timeZone));
      return { summary: { ...summary, state }, content: ruleSet };
    }
    const at = { path: '/path/version', value: version, params: { ruleSet: id } };
    throw new NotFoundError(problemIn(RULE_SETS_MESSAGES, 'version_unknown', at));
  }

  private async requireVersions(manager: EntityManager, id: string): Promise<readonly VersionSummary[]> {
    const versions = await this.readModel.versions(manager, id);
    if (versions.length > 0) return versions;
    throw new NotFoundError(problemIn(RULE_SETS_MESSAGES, 'rule_set_unknown', { path: '/path/id', value: id }));
  }

  private async view(manager: EntityManager, id: string, versions: readonly VersionSummary[]): Promise<RuleSetView> {
    const newest = await this.readModel.byVersion(manager, id, versions.at(-1)?.version ?? '');
    if (newest === undefined) throw new Error(`the rule set ${id} has no version`);
    const inForce = await this.inForceToday(manager, id, newest);
    return { content: (inForce ?? newest).rules.ruleSet, inForce: inForce?.rules.identity };
  }

  private inForceToday(
    manager: EntityManager,
    id: string,
    { rules }: PublishedVersion,
  ): Promise<PublishedVersion | undefined> {
    return this.readModel.inForceOn(manager, id, this.clock.today(rules.ruleSet.timeZone));
  }
}
