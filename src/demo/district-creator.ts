import { DataSource } from 'typeorm';
import { EVERYTHING } from '../access/principal';
import { asSystem } from '../audit/audit-origin';
import { Clock } from '../common/clock';
import { AppError } from '../common/errors/app.error';
import { ConflictError } from '../common/errors/conflict.error';
import { CivilDate, dayOf, KnownAt, plusDays } from '../core';
import { BatchService } from '../inspections/batch.service';
import { InspectorsService } from '../inspectors/inspectors.service';
import { MeasuresService } from '../measures/measures.service';
import { RuleSetsReadModel } from '../rule-sets/rule-sets.read-model';
import { OfficesService } from '../subjects/offices.service';
import { SubjectViewsService } from '../subjects/subject-views.service';
import { SubjectsService } from '../subjects/subjects.service';
import { DemoError } from './demo.error';
import { DistrictStateReader } from './district-state';
import { Draw } from './district/draw';
import { creditCode, STORY } from './district/enterprises';
import { DistrictPlan, PlannedEnterprise } from './district/plan.types';
import { generateDistrict } from './generate-district';
import { rulesByDay } from './rules-by-day';

export const RULE_SET = 'taizhou-hailing-furnace';

const SEED = 321202;

/** Of the measures that have been due for some weeks, most are completed. */
const COMPLETED = { after: 21, chance: 0.8 };

/**
 * Makes the demonstration district by the services that everybody uses. What is there already is left alone, so that
 * one that was interrupted is completed.
 */
export class DistrictCreator {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly state: DistrictStateReader,
    private readonly ruleSets: RuleSetsReadModel,
    private readonly offices: OfficesService,
    private readonly inspectors: InspectorsService,
    private readonly subjects: SubjectsService,
    private readonly views: SubjectViewsService,
    private readonly batch: BatchService,
    private readonly measures: MeasuresService,
  ) {}

  /**
   * @returns whether something was made; false where the district was there, or it was told to stop
   * @throws DemoError where the database holds offices or enterprises of somebody else
   */
  async create(stopping: AbortSignal): Promise<boolean> {
    const state = await this.state.read(creditCode(STORY));
    if (state.stage === 'complete') return false;
    if (state.stage === 'foreign') {
      throw new DemoError(
        '数据库中已有其他机构或者企业，不能加入虚构数据。请为 npm run demo 另设空数据库（DATABASE_URL 或者 DATA_DIR）。',
        'The database holds other offices or enterprises, to which no fictional ones are added. Give npm run demo an empty database of its own (DATABASE_URL or DATA_DIR).',
      );
    }
    const begunAt = state.stage === 'none' ? this.clock.now() : state.begunAt;
    return asSystem(async () => this.carryOut(await this.plan(begunAt), stopping));
  }

  /** One that was begun goes on as it was planned then, whatever the day is now. */
  private async plan(begunAt: KnownAt): Promise<DistrictPlan & { readonly today: CivilDate }> {
    const rulesOn = await rulesByDay(this.ruleSets, this.dataSource.manager, RULE_SET);
    const timeZone = (await this.ruleSets.timeZone(this.dataSource.manager, RULE_SET)) ?? 'UTC';
    const today = dayOf(begunAt, timeZone);
    return { ...generateDistrict({ seed: SEED, today, rulesOn }), today };
  }

  private async carryOut(plan: DistrictPlan & { readonly today: CivilDate }, stopping: AbortSignal): Promise<boolean> {
    for (const office of plan.offices) await unlessThere(() => this.offices.create(EVERYTHING, office));
    for (const inspector of plan.inspectors) await unlessThere(() => this.inspectors.enter(EVERYTHING, inspector));
    const recorded = await this.state.recorded();
    for (const enterprise of plan.enterprises) {
      if (stopping.aborted) return false;
      if (!recorded.has(enterprise.register.code)) await this.enter(enterprise, plan.today);
    }
    return true;
  }

  private async enter({ register, changes, entries }: PlannedEnterprise, today: CivilDate): Promise<void> {
    const { code } = register;
    await unlessThere(() => this.subjects.register(EVERYTHING, register));
    const entered = await this.views.history(EVERYTHING, code, { limit: 100 });
    for (const change of changes.slice(entered.length - 1)) await this.subjects.change(EVERYTHING, code, change);
    const outcomes = await this.batch.record(EVERYTHING, entries);
    const refused = outcomes.findIndex((outcome) => outcome instanceof AppError);
    if (refused >= 0) {
      throw new Error(`the entry ${entries[refused]?.key} of ${code} was refused`, { cause: outcomes[refused] });
    }
    await this.completeMeasures(code, today);
  }

  private async completeMeasures(code: string, today: CivilDate): Promise<void> {
    if (code === creditCode(STORY)) return;
    const draw = new Draw(Number.parseInt(code.slice(10, 17), 10));
    const open = await this.measures.list(EVERYTHING, { state: 'open', limit: 500 });
    for (const { id, subject, dueOn } of open) {
      if (subject !== code || dueOn > plusDays(today, -COMPLETED.after) || !draw.chance(COMPLETED.chance)) continue;
      const completedOn = plusDays(dueOn, draw.between(5, 18));
      await this.measures.complete(EVERYTHING, id, { completedOn, note: '已落实（示例）' });
    }
  }
}

/** Makes what may have been made before. */
async function unlessThere(make: () => Promise<unknown>): Promise<void> {
  try {
    await make();
  } catch (error) {
    if (!(error instanceof ConflictError)) throw error;
  }
}
