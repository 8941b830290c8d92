import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { CivilDate, CompiledRuleSet, FindingReference, HistoryRecord, KnownAt } from '../core';
import { askTogether } from '../database/ask-together';
import { RuleSetsReadModel } from '../rule-sets/rule-sets.read-model';
import { ViolationContent } from './record-content';

interface RecordColumns {
  readonly id: string;
  readonly number: number;
  readonly key: string;
  readonly type: HistoryRecord['type'];
  readonly day: CivilDate;
  readonly knownAt: KnownAt;
  readonly versionId: string | null;
  readonly content: {
    readonly violations: readonly ViolationContent[];
    readonly finding: FindingReference;
    readonly passed: boolean;
    readonly newDeadline: CivilDate;
    readonly annuls: { readonly finding: FindingReference } | { readonly record: string };
  };
}

/** The records of a subject under a rule set, as the ledger folds them, with the ids of the findings. */
export interface StoredHistory {
  readonly records: readonly HistoryRecord[];
  /** Id of the finding by `<id of the inspection>/<item>`. */
  readonly findingIds: ReadonlyMap<string, string>;
  /** Id of the record by the key it was given. */
  readonly idsByKey: ReadonlyMap<string, string>;
  /** When the latest record of the subject became known, under any rule set; undefined where it has none. */
  readonly latestKnown: KnownAt | undefined;
}

/** Reads histories. In the ledger a record goes by its id, so that keys given from outside need not be unique beyond it. */
@Injectable()
export class HistoryReadModel {
  constructor(private readonly ruleSets: RuleSetsReadModel) {}

  async load(manager: EntityManager, subjectId: string, ruleSetId: string): Promise<StoredHistory> {
    const found = await askTogether<{ records: RecordColumns[]; latestKnown: KnownAt | null }>(manager, {
      sql: `SELECT json_build_object(
              'records', (SELECT coalesce(json_agg(json_build_object('id', id, 'number', number, 'key', key, 'type', type,
                                   'day', day, 'knownAt', (extract(epoch FROM known_at) * 1000)::float8,
                                   'versionId', version_id, 'content', content) ORDER BY number), '[]')
                            FROM record WHERE subject_id = $1 AND rule_set_id = $2),
              'latestKnown', (SELECT (extract(epoch FROM max(known_at)) * 1000)::float8
                                FROM record WHERE subject_id = $1))`,
      params: [subjectId, ruleSetId],
    });
    const rows = found.records;
    const versions = new Map<string, CompiledRuleSet>();
    for (const id of new Set(rows.flatMap(({ versionId }) => versionId ?? []))) {
      versions.set(id, (await this.ruleSets.version(manager, id)).rules);
    }
    const findingIds = new Map(
      rows.flatMap(({ id, type, content }) =>
        type !== 'inspection' ? [] : content.violations.map(({ item, finding }) => [`${id}/${item}`, finding] as const),
      ),
    );
    const idsByKey = new Map(rows.map(({ id, key }) => [key, id]));
    const latestKnown = found.latestKnown ?? undefined;
    return { records: rows.map((row) => toHistoryRecord(row, versions)), findingIds, idsByKey, latestKnown };
  }
}

function toHistoryRecord(row: RecordColumns, versions: ReadonlyMap<string, CompiledRuleSet>): HistoryRecord {
  const { id, number, type, day, knownAt, versionId, content } = row;
  const head = { number, key: id, day, knownAt };
  switch (type) {
    case 'inspection': {
      const rules = versions.get(versionId ?? '');
      if (rules === undefined) throw new Error(`inspection ${id} names no version`);
      const violations = content.violations.map(({ item, points, deadline }) => ({
        item,
        points,
        deadline: deadline as CivilDate,
      }));
      return { ...head, type, rules, violations };
    }
    case 'rectification':
      return { ...head, type, finding: content.finding };
    case 're_inspection':
      return { ...head, type, finding: content.finding, passed: content.passed };
    case 'extension':
      return { ...head, type, finding: content.finding, newDeadline: content.newDeadline };
    case 'annulment':
      return { ...head, type, annuls: content.annuls };
    default:
      throw new Error(`record ${id} is of a kind that is not stored: ${type}`);
  }
}
