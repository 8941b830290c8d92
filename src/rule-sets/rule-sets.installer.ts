import { Injectable, Logger, OnApplicationBootstrap } from '@nestjs/common';
import { DataSource, EntityManager } from 'typeorm';
import { asSystem } from '../audit/audit-origin';
import { AuditService } from '../audit/audit.service';
import { Clock } from '../common/clock';
import { Settings } from '../config/settings';
import { canonicalJson, contentHash } from '../core';
import { inTransaction } from '../database/transaction';
import { Readiness } from '../health/readiness';
import { insertDraft } from './drafts/draft-store';
import { about, checkExamples, checkFolder, RuleSetFiles, VersionFile } from './install/check-folder';
import { InstallPlan, Period, planInstall } from './install/install-plan';
import { proveRuleSet } from './install/prove-rule-set';
import {
  insertPeriod,
  insertVersion,
  isEmptyDatabase,
  lockInstalling,
  readIdentity,
  readStored,
} from './install/rule-set-store';
import { readRulesFolder } from './install/rules-folder';
import { FileFault, RulesInstallError } from './install/rules-install.error';

/** A version by its name, such as `taizhou-hailing-furnace 1.0.0`. */
const nameOf = ({ id, version }: Pick<VersionFile, 'id' | 'version'>): string => `${id} ${version}`;

/** What an installation came to, by the names of the versions. */
interface Installed {
  readonly added: readonly string[];
  readonly drafted: readonly string[];
}

/**
 * Installs the rule sets of RULES_DIR before the service listens: on an empty database as published, with their periods;
 * from then on new files enter as drafts. Stops the start where a published one was changed. All of it or nothing;
 * running it again does nothing.
 */
@Injectable()
export class RuleSetsInstaller implements OnApplicationBootstrap {
  private readonly log = new Logger('RuleSets');
  private expected: readonly string[] | undefined;

  constructor(
    private readonly dataSource: DataSource,
    private readonly settings: Settings,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly readiness: Readiness,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    this.readiness.add('rule_sets', () => this.confirm());
    await this.install();
  }

  /**
   * @returns the names of the versions that were published now, and of those that entered as drafts
   * @throws RulesInstallError naming every file that is wrong, and why
   */
  async install(): Promise<Installed> {
    const { installed, examples } = await readRulesFolder(this.settings.rulesDir);
    const checked = installed.map(checkFolder);
    const faults = checked.flatMap((folder) => folder.faults);
    for (const folder of examples) faults.push(...(await checkExamples(folder)));
    refuse(faults);
    const ruleSets = checked.flatMap(({ files }) => files ?? []);
    const done = await asSystem(() => inTransaction(this.dataSource, (manager) => this.installAll(manager, ruleSets)));
    done.added.forEach((name) => this.log.log(`installed ${name}`));
    done.drafted.forEach((name) =>
      this.log.warn(`${name} is new and entered as a draft: it is in force once published`),
    );
    const present = await this.published();
    this.expected = ruleSets.flatMap(({ versions }) => versions.map(nameOf)).filter((name) => present.has(name));
    return done;
  }

  private async installAll(manager: EntityManager, ruleSets: readonly RuleSetFiles[]): Promise<Installed> {
    await lockInstalling(manager);
    const isEmpty = await isEmptyDatabase(manager);
    const plans: (InstallPlan & { readonly id: string })[] = [];
    for (const files of ruleSets) {
      plans.push({ id: files.id, ...planInstall(files, await readStored(manager, files.id), isEmpty) });
    }
    refuse(plans.flatMap(({ faults }) => faults));
    await this.addVersions(
      manager,
      plans.flatMap(({ add }) => add),
    );
    for (const { id, begin } of plans) await this.addPeriods(manager, id, begin);
    const drafts = plans.flatMap(({ draft }) => draft);
    for (const file of drafts) await this.enterDraft(manager, file);
    return { added: plans.flatMap(({ add }) => add).map(nameOf), drafted: drafts.map(nameOf) };
  }

  /** As it is: whether it holds is for the check of the draft. */
  private async enterDraft(manager: EntityManager, { id: ruleSet, version, document }: VersionFile): Promise<void> {
    const [hash, canonical] = [contentHash(document), canonicalJson(document)];
    const origin = { kind: 'product', hash } as const;
    const draft = { ruleSet, version, hash, canonical, author: 'system', origin };
    const entityId = await insertDraft(manager, draft, new Date(this.clock.now()));
    const after = { ruleSet, version, hash, origin };
    await this.audit.append(manager, { action: 'rule_set_draft.begun', entity: 'rule_set_draft', entityId, after });
  }

  /** What is installed already was proved when it came, and has not changed since. */
  private async addVersions(manager: EntityManager, files: readonly VersionFile[]): Promise<void> {
    const faults: FileFault[] = [];
    for (const { file, document } of files) {
      const { rules, problems } = await proveRuleSet(document);
      faults.push(...about(file, problems));
      if (rules === undefined) continue;
      const { id, version, hash } = rules.identity;
      await insertVersion(manager, rules, new Date(this.clock.now()));
      const event = { action: 'rule_set_version.published', entity: 'rule_set_version', entityId: `${id}/${version}` };
      await this.audit.append(manager, { ...event, after: { hash, shipped: true }, ruleSet: rules.identity });
    }
    refuse(faults);
  }

  private async addPeriods(manager: EntityManager, id: string, begin: readonly Period[]): Promise<void> {
    for (const period of begin) {
      await insertPeriod(manager, id, period);
      await this.audit.append(manager, {
        action: 'rule_set_version.period_added',
        entity: 'rule_set_version',
        entityId: `${id}/${period.version}`,
        ruleSet: await readIdentity(manager, id, period.version),
        after: period,
      });
    }
  }

  /** Whether the database still holds what of the folder was published when the service started. */
  private async confirm(): Promise<void> {
    if (this.expected === undefined) throw new Error('the rule sets are not installed yet');
    const present = await this.published();
    const missing = this.expected.filter((name) => !present.has(name));
    if (missing.length > 0) throw new Error(`not installed: ${missing.join(', ')}`);
  }

  private async published(): Promise<ReadonlySet<string>> {
    const rows = await this.dataSource.query<{ id: string; version: string }[]>(
      'SELECT rule_set_id AS id, version FROM rule_set_version',
    );
    return new Set(rows.map(nameOf));
  }
}

function refuse(faults: readonly FileFault[]): void {
  if (faults.length > 0) throw new RulesInstallError(faults);
}
