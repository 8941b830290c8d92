import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Reach } from '../access/principal';
import { NotFoundError } from '../common/errors/not-found.error';
import { problemIn } from '../common/errors/worded-problem';
import { Idempotency, RequestKey } from '../common/idempotency/idempotency';
import { contentHash, findingKey, InspectionScore, scoreInspection } from '../core';
import { StoredMeasure } from '../measures/measures.store';
import { RuleSetsReadModel } from '../rule-sets/rule-sets.read-model';
import { presentStanding, PresentedStanding } from '../standings/presenters/standing.presenter';
import { StandingsReader } from '../standings/standings.reader';
import { ReachFilter } from '../subjects/reach-filter';
import { TakenRecord } from './history-intake';
import { StoredHistory } from './history.read-model';
import { INSPECTIONS_MESSAGES } from './inspections.messages';
import { IntakeService, OpenHistory } from './intake.service';
import { KEPT_INSPECTION_COLUMNS, KEPT_INSPECTION_TABLES, KeptInspectionRow } from './kept-inspection';
import { NewInspection } from './new-record';
import { presentItem } from './presenters/score.presenter';

/** The answer to a recorded inspection. */
export type RecordedInspection = ReturnType<typeof presentRecorded>;

/** An inspection as it is kept, scored again from its facts and its version. */
export interface KeptInspection extends Omit<KeptInspectionRow, 'versionId'> {
  readonly score: InspectionScore;
}

/** Records inspections and shows them. */
@Injectable()
export class InspectionsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly intake: IntakeService,
    private readonly idempotency: Idempotency,
    private readonly standings: StandingsReader,
    private readonly ruleSets: RuleSetsReadModel,
    private readonly reach: ReachFilter,
  ) {}

  /** Records an inspection once, however often it is sent under its key. The version in force on its day decides. */
  async record(
    reach: Reach,
    { subject, ruleSet }: { readonly subject: string; readonly ruleSet: string },
    inspection: NewInspection,
    key: string,
  ): Promise<RecordedInspection> {
    const content = contentHash({ subject, ruleSet, inspection });
    const path = '/headers/idempotency-key';
    const request: RequestKey = { operation: 'POST /inspections', key, contentHash: content, path };
    return this.intake.onSubject(reach, subject, async ({ manager, history }) => {
      const [open, kept] = await Promise.all([
        history(ruleSet, [inspection]),
        this.idempotency.answered<RecordedInspection>(manager, request),
      ]);
      if (kept !== undefined) return kept;
      const taken = await open.intake.take({ record: inspection });
      const measures = await this.intake.append(open, [taken]);
      const answer = presentRecorded(taken, await this.standingAfter(open, taken, measures));
      open.writes.add(this.idempotency.keeping([{ request, status: 201, answer }], open.now));
      return answer;
    });
  }

  /** @throws NotFoundError where there is no such inspection in reach */
  async inspection(reach: Reach, id: string): Promise<KeptInspection> {
    const { manager } = this.dataSource;
    const parameters: unknown[] = [id];
    const rows = await manager.query<KeptInspectionRow[]>(
      `SELECT ${KEPT_INSPECTION_COLUMNS} FROM ${KEPT_INSPECTION_TABLES}
        WHERE i.id = $1 AND ${this.reach.ofSubjects(reach, 's', parameters)}`,
      parameters,
    );
    if (rows[0] === undefined) {
      throw new NotFoundError(problemIn(INSPECTIONS_MESSAGES, 'record_unknown', { path: '/path/id', value: id }));
    }
    const { versionId, ...kept } = rows[0];
    const { rules } = await this.ruleSets.version(manager, versionId);
    return { ...kept, score: await scoreInspection(rules, kept.facts) };
  }

  private async standingAfter(
    open: OpenHistory,
    taken: TakenRecord,
    measures: readonly StoredMeasure[],
  ): Promise<PresentedStanding> {
    const { manager, subject, ruleSetId, now } = open;
    const history = historyAfter(open, [taken]);
    const asOf = taken.record.day;
    return presentStanding(await this.standings.read(manager, { subject, ruleSetId, history, measures, asOf, now }));
  }
}

/** The history with what was just taken into it. */
export function historyAfter(
  { intake, stored }: OpenHistory,
  taken: readonly TakenRecord[],
): Pick<StoredHistory, 'records' | 'findingIds'> {
  const fresh = taken.flatMap(({ id, inspection }) =>
    (inspection?.violations ?? []).map(({ item }, place) => {
      return [findingKey({ inspection: id, item }), inspection?.findingIds[place] ?? ''] as const;
    }),
  );
  return { records: intake.history, findingIds: new Map([...stored.findingIds, ...fresh]) };
}

function presentRecorded({ id, inspection }: TakenRecord, standing: PresentedStanding) {
  if (inspection === undefined) throw new Error('not an inspection');
  const { score, certifiedInspectors } = inspection;
  const findings = standing.postings
    .filter((posting) => posting.inspection === id && posting.state !== 'not_posted')
    .map((posting) => ({ id: posting.id, item: posting.item, points: posting.points, deadline: posting.deadline }));
  return {
    id,
    ruleSet: score.ruleSet,
    points: score.points,
    pointsRange: score.pointsRange,
    complete: score.complete,
    items: score.items.map(presentItem),
    findings,
    certifiedInspectors,
    standing,
  };
}
