import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { Reach } from '../access/principal';
import { CertifiedLink, CertifiedRecord, KnownAt, showInstant } from '../core';
import { InspectionResult } from '../inspections/inspection-result';
import { KEPT_INSPECTION_COLUMNS, KEPT_INSPECTION_TABLES, KeptInspectionRow } from '../inspections/kept-inspection';
import { ReachFilter } from '../subjects/reach-filter';

/** An inspection as it is kept, with its result and what was annulled of it since. */
export interface InspectionRow extends KeptInspectionRow {
  readonly result: InspectionResult;
  readonly annuls: readonly (
    { readonly finding: { readonly inspection: string; readonly item: string } } | { readonly record: string }
  )[];
  readonly link: CertifiedLink | null;
}

/** What the day of a record is called in history files. */
const DAY_NAMES = {
  inspection: 'inspectedOn',
  rectification: 'completedOn',
  re_inspection: 'inspectedOn',
  extension: 'decidedOn',
  annulment: 'decidedOn',
} as const;

interface RecordRow {
  readonly id: string;
  readonly number: number;
  readonly type: keyof typeof DAY_NAMES;
  readonly day: string;
  readonly knownAt: KnownAt;
  readonly content: Readonly<Record<string, unknown>>;
  readonly version: string | null;
  readonly facts: Readonly<Record<string, unknown>> | null;
}

/** A history as it is certified, and the ids of the versions that scored it. */
export interface HistoryEvidence {
  readonly history: readonly CertifiedRecord[];
  readonly versionIds: readonly string[];
  /** Of the last record; null where there is none. */
  readonly link: CertifiedLink | null;
}

/** What the ledger folds of a record; notes, reasons and names are for readers, and not handed out. */
const FOLDED = ['finding', 'passed', 'newDeadline', 'annuls'];

const LINK_OF = (record: string): string => `
  (SELECT json_build_object('jurisdiction', l.jurisdiction, 'number', l.number, 'hash', l.hash)
     FROM audit_event e JOIN audit_link l ON l.event_id = e.id
    WHERE e.entity = 'record' AND e.entity_id = ${record}::text ORDER BY e.id LIMIT 1)`;

/** Reads what certificates rest on. */
@Injectable()
export class EvidenceReadModel {
  constructor(private readonly reach: ReachFilter) {}

  /** Undefined where there is no such inspection in reach. */
  async inspection(manager: EntityManager, reach: Reach, id: string): Promise<InspectionRow | undefined> {
    const parameters: unknown[] = [id];
    const rows = await manager.query<InspectionRow[]>(
      `SELECT ${KEPT_INSPECTION_COLUMNS}, i.result,
              (SELECT coalesce(json_agg(a.content -> 'annuls' ORDER BY a.number), '[]') FROM record a
                WHERE a.subject_id = r.subject_id AND a.rule_set_id = r.rule_set_id AND a.type = 'annulment') AS annuls,
              ${LINK_OF('r.id')} AS link
         FROM ${KEPT_INSPECTION_TABLES}
        WHERE i.id = $1 AND ${this.reach.ofSubjects(reach, 's', parameters)}`,
      parameters,
    );
    return rows[0];
  }

  /** The records of a subject, found within reach, under a rule set that were known at an instant. */
  async history(
    manager: EntityManager,
    subjectId: string,
    ruleSetId: string,
    knownAt: KnownAt,
  ): Promise<HistoryEvidence> {
    const rows = await manager.query<(RecordRow & { readonly versionId: string | null })[]>(
      `SELECT r.id, r.number, r.type, r.day, (extract(epoch FROM r.known_at) * 1000)::float8 AS "knownAt", r.content,
              v.version, r.version_id AS "versionId", i.facts
         FROM record r LEFT JOIN inspection i ON i.id = r.id LEFT JOIN rule_set_version v ON v.id = r.version_id
        WHERE r.subject_id = $1 AND r.rule_set_id = $2 AND r.known_at <= to_timestamp($3 / 1000.0)
        ORDER BY r.number`,
      [subjectId, ruleSetId, knownAt],
    );
    const last = rows.at(-1)?.id;
    const links =
      last === undefined
        ? []
        : await manager.query<{ link: CertifiedLink | null }[]>(`SELECT ${LINK_OF('$1')} AS link`, [last]);
    return {
      history: rows.map(toRecord),
      versionIds: [...new Set(rows.flatMap(({ versionId }) => versionId ?? []))],
      link: links[0]?.link ?? null,
    };
  }
}

/** A record as history files have it. */
function toRecord({ id, number, type, day, knownAt, content, version, facts }: RecordRow): CertifiedRecord {
  const folded = Object.fromEntries(Object.entries(content).filter(([name]) => FOLDED.includes(name)));
  const head = { type, key: id, number, knownAt: showInstant(knownAt), [DAY_NAMES[type]]: day };
  return { ...head, ...folded, ...(version === null ? {} : { version, facts }) } as unknown as CertifiedRecord;
}
