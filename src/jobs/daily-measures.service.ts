import { Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { EVERYTHING } from '../access/principal';
import { asSystem } from '../audit/audit-origin';
import { Clock } from '../common/clock';
import { inTransaction } from '../database/transaction';
import { HistoryReadModel } from '../inspections/history.read-model';
import { MeasuresFollower } from '../measures/measures.follower';
import { MeasuresStore } from '../measures/measures.store';
import { RuleSetsReadModel } from '../rule-sets/rule-sets.read-model';
import { SubjectsReadModel } from '../subjects/subjects.read-model';

/** A history by whose it is and under which rule set. */
interface HistoryName {
  readonly code: string;
  readonly ruleSetId: string;
}

/** What a run came to. */
export interface DailyRun {
  readonly followed: number;
  readonly failed: number;
}

const PAGE = 200;

/**
 * Appends to the measures of every subject what the calendar alone brings about, such as those of a rung that carried
 * points reach on the first day of a cycle. Each history has a short transaction of its own that queues with what is
 * recorded of the subject. Running it again, or twice at once, changes nothing more.
 */
@Injectable()
export class DailyMeasuresService {
  private readonly log = new Logger('DailyMeasures');

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly subjects: SubjectsReadModel,
    private readonly ruleSets: RuleSetsReadModel,
    private readonly histories: HistoryReadModel,
    private readonly measures: MeasuresStore,
    private readonly follower: MeasuresFollower,
  ) {}

  /**
   * Goes through all histories. One that fails is logged and left for the next run.
   * @param isStopping asked before each history; the run ends early once it is true
   */
  run(isStopping: () => boolean = () => false): Promise<DailyRun> {
    return asSystem(async () => {
      let [followed, failed] = [0, 0];
      let page = await this.pageAfter({ code: '', ruleSetId: '' });
      for (let last = page.at(-1); last !== undefined; last = page.at(-1)) {
        for (const history of page) {
          if (isStopping()) return { followed, failed };
          if (await this.followOrLog(history)) followed += 1;
          else failed += 1;
        }
        page = await this.pageAfter(last);
      }
      this.log.log(`measures brought up to date: ${followed} histories, ${failed} failed`);
      return { followed, failed };
    });
  }

  private async followOrLog(history: HistoryName): Promise<boolean> {
    try {
      await this.follow(history);
      return true;
    } catch (error) {
      this.log.error(
        error,
        `the measures of ${history.code} under ${history.ruleSetId} could not be brought up to date`,
      );
      return false;
    }
  }

  private async follow({ code, ruleSetId }: HistoryName): Promise<void> {
    await inTransaction(this.dataSource, async (manager) => {
      const subject = await this.subjects.lockByCode(manager, EVERYTHING, code);
      const timeZone = await this.ruleSets.timeZone(manager, ruleSetId);
      if (subject === undefined || timeZone === undefined) return;
      // Read after the lock is held, so that it is not before what a request has just recorded.
      const now = this.clock.now();
      const register = await this.subjects.entries(manager, subject.id);
      const { records } = await this.histories.load(manager, subject.id, ruleSetId);
      const measures = await this.measures.of(manager, subject.id, ruleSetId);
      const history = { subjectId: subject.id, ruleSetId, timeZone, records, register, measures };
      await this.follower.follow(manager, history, now);
    });
  }

  private pageAfter({ code, ruleSetId }: HistoryName): Promise<readonly HistoryName[]> {
    return this.dataSource.query<HistoryName[]>(
      `SELECT s.code, h.rule_set_id AS "ruleSetId"
         FROM subject s
        CROSS JOIN LATERAL (SELECT DISTINCT rule_set_id FROM record WHERE subject_id = s.id) h
        WHERE s.code >= $1 AND (s.code, h.rule_set_id) > ($1, $2)
        ORDER BY s.code, h.rule_set_id LIMIT $3`,
      [code, ruleSetId, PAGE],
    );
  }
}
