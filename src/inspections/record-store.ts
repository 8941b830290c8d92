import { Injectable } from '@nestjs/common';
import { KnownAt } from '../core';
import { Statement } from '../database/statement';
import { TakenRecord } from './history-intake';
import { keptResult } from './inspection-result';

/** Whose history the records belong to. */
export interface HistoryOwner {
  readonly subjectId: string;
  readonly ruleSetId: string;
}

/** The statements that append taken records: records, inspections and findings. */
@Injectable()
export class RecordStore {
  appending({ subjectId, ruleSetId }: HistoryOwner, taken: readonly TakenRecord[], now: KnownAt): readonly Statement[] {
    return [
      {
        sql: `INSERT INTO record (id, subject_id, rule_set_id, number, key, type, day, known_at, recorded_at, version_id, content)
              SELECT id, $1, $2, number, key, type, day, to_timestamp(known_at / 1000.0), to_timestamp($3 / 1000.0), version_id, content
                FROM jsonb_to_recordset($4::jsonb)
                  AS row (id uuid, number int, key text, type text, day date, known_at float8, version_id uuid, content jsonb)`,
        params: [subjectId, ruleSetId, now, JSON.stringify(taken.map(recordRow))],
      },
      {
        sql: `INSERT INTO inspection (id, version_hash, kind, office_id, inspectors, certified_inspectors, assisted_by, facts, points, result)
              SELECT id, version_hash, kind, office_id, inspectors, certified_inspectors, assisted_by, facts, points, result
                FROM jsonb_to_recordset($1::jsonb)
                  AS row (id uuid, version_hash text, kind text, office_id uuid, inspectors jsonb, certified_inspectors jsonb,
                          assisted_by jsonb, facts jsonb, points numeric, result jsonb)`,
        params: [JSON.stringify(taken.flatMap(inspectionRow))],
      },
      {
        sql: `INSERT INTO finding (id, inspection_id, item, points, deadline)
              SELECT id, inspection_id, item, points, deadline
                FROM jsonb_to_recordset($1::jsonb)
                  AS row (id uuid, inspection_id uuid, item text, points numeric, deadline date)`,
        params: [JSON.stringify(taken.flatMap(findingRows))],
      },
    ];
  }
}

function recordRow({ id, key, record, content, inspection }: TakenRecord): object {
  const { number, type, day, knownAt } = record;
  return { id, number, key, type, day, known_at: knownAt, version_id: inspection?.versionId ?? null, content };
}

function inspectionRow({ id, inspection }: TakenRecord): object[] {
  if (inspection === undefined) return [];
  const { rules, kind, officeId, inspectors, certifiedInspectors, assistedBy = [], facts, score } = inspection;
  const row = { id, version_hash: rules.identity.hash, kind, office_id: officeId, inspectors, facts };
  const people = { certified_inspectors: certifiedInspectors, assisted_by: assistedBy };
  return [{ ...row, ...people, points: score.points, result: keptResult(score) }];
}

function findingRows({ id, inspection }: TakenRecord): object[] {
  const { violations = [], findingIds = [] } = inspection ?? {};
  return violations.map(({ item, points, deadline }, place) => ({
    id: findingIds[place],
    inspection_id: id,
    item,
    points,
    deadline,
  }));
}
