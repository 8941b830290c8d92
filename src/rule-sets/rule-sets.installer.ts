import { Injectable, Logger, OnApplicationBootstrap } from '@nestjs/common';
import { DataSource, EntityManager } from 'typeorm';
import { asSystem } from '../audit/audit-origin';
import { AuditService } from '../audit/audit.service';
import { Clock } from '../common/clock';
import { Settings } from '../config/settings';
import { inTransaction } from '../database/transaction';
import { Readiness } from '../health/readiness';
import { about, checkExamples, checkFolder, RuleSetFiles, VersionFile } from './install/check-folder';
import { InstallPlan, Period, planInstall } from './install/install-plan';
import { proveRuleSet } from './install/prove-rule-set';
import {
  endPeriod,
  insertPeriod,
  insertVersion,
  lockInstalling,
  readIdentity,
  readStored,
} from './install/rule-set-store';
import { readRulesFolder } from './install/rules-folder';
import { FileFault, RulesInstallError } from './install/rules-install.error';

/** A version by its name, such as `taizhou-hailing-furnace 1.0.0`. */
const nameOf = ({ id, version }: Pick<VersionFile, 'id' | 'version'>): string => `${id} ${version}`;

/**
 * Installs the rule sets of RULES_DIR before the service listens: adds new versions and periods, leaves installed ones
 * alone, and stops the start where a published one was changed. All of it or nothing; running it again does nothing.
 */
@Injectable()
export class RuleSetsInstaller implements OnApplicationBootstrap {
  private readonly log = new Logger('RuleSets');
  private expected: readonly VersionFile[] | undefined;

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
   * @returns the names of the versions that were added now
   * @throws RulesInstallError naming every file that is wrong, and why
   */
  async install(): Promise<readonly string[]> {
    const { installed, examples } = await readRulesFolder(this.settings.rulesDir);
    const checked = installed.map(checkFolder);
    const faults = checked.flatMap((folder) => folder.faults);
    for (const folder of examples) faults.push(...(await checkExamples(folder)));
    refuse(faults);
    const ruleSets = checked.flatMap(({ files }) => files ?? []);
    const added = await asSystem(() => inTransaction(this.dataSource, (manager) => this.installAll(manager, ruleSets)));
    added.forEach((name) => this.log.log(`installed ${name}`));
    this.expected = ruleSets.flatMap(({ versions }) => versions);
    return added;
  }

  private async installAll(manager: EntityManager, ruleSets: readonly RuleSetFiles[]): Promise<readonly string[]> {
    await lockInstalling(manager);
    const plans: (InstallPlan & { readonly id: string })[] = [];
    for (const files of ruleSets) {
      plans.push({ id: files.id, ...planInstall(files, await readStored(manager, files.id)) });
    }
    refuse(plans.flatMap(({ faults }) => faults));
    await this.addVersions(
      manager,
      plans.flatMap(({ add }) => add),
    );
    for (const { id, end, begin } of plans) await this.changePeriods(manager, id, end, begin);
    return plans.flatMap(({ add }) => add).map(nameOf);
  }

  /** Only what is new is proved: what is installed was proved when it came, and has not changed since. */
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

  /** Ends come first: a period that begins where an open one ends would share its days otherwise. */
  private async changePeriods(
    manager: EntityManager,
    id: string,
    end: readonly Period[],
    begin: readonly Period[],
  ): Promise<void> {
    const event = async ({ version }: Period) => ({
      entity: 'rule_set_version',
      entityId: `${id}/${version}`,
      ruleSet: await readIdentity(manager, id, version),
    });
    for (const period of end) {
      await endPeriod(manager, id, period);
      const change = { action: 'rule_set_version.period_ended', before: { ...period, to: null }, after: period };
      await this.audit.append(manager, { ...(await event(period)), ...change });
    }
    for (const period of begin) {
      await insertPeriod(manager, id, period);
      const change = { action: 'rule_set_version.period_added', after: period };
      await this.audit.append(manager, { ...(await event(period)), ...change });
    }
  }

  /** Whether the database still holds what the folder had when the service started. */
  private async confirm(): Promise<void> {
    if (this.expected === undefined) throw new Error('the rule sets are not installed yet');
    const rows = await this.dataSource.query<{ id: string; version: string }[]>(
      'SELECT rule_set_id AS id, version FROM rule_set_version',
    );
    const present = new Set(rows.map(nameOf));
    const missing = this.expected.map(nameOf).filter((name) => !present.has(name));
    if (missing.length > 0) throw new Error(`not installed: ${missing.join(', ')}`);
  }
}

function refuse(faults: readonly FileFault[]): void {
  if (faults.length > 0) throw new RulesInstallError(faults);
}
