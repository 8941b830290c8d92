import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import {
  AnnulmentRecord,
  CivilDate,
  CompiledRuleSet,
  FindingRecord,
  FindingReference,
  ImpactSubject,
  KnownAt,
  PopulationHistory,
  PopulationInspection,
} from '../core';
import { RuleSetsReadModel } from '../rule-sets/rule-sets.read-model';
import { RegisterState } from '../subjects/register-entry';
import { SubjectsReadModel } from '../subjects/subjects.read-model';
import { PopulationSize } from './impact-jobs.store';
import { sizeOf } from './size-of';

/** Whose records are read: of one rule set, up to an instant. */
export interface Population {
  readonly ruleSet: string;
  readonly recordedUntil: Date;
  /** The register is read as of this day. */
  readonly asOf: CivilDate;
}

/** A subject with all that is on record of it. */
export interface SubjectHistory {
  readonly subject: ImpactSubject;
  readonly history: PopulationHistory;
}

/** A record as the database lays it out: id, number, day, known at, type, version, content, facts. */
type Row = readonly [
  id: string,
  number: number,
  day: number,
  knownAt: number,
  type: 'inspection' | FindingRecord['type'] | AnnulmentRecord['type'],
  version: string | null,
  content: {
    readonly violations: PopulationInspection['violations'];
    readonly finding: FindingReference;
    readonly passed: boolean;
    readonly newDeadline: CivilDate;
    readonly annuls: AnnulmentRecord['annuls'];
  },
  facts: readonly unknown[] | null,
  date: CivilDate | null,
];

/** Reads what is on record of a population, so many subjects at a time and of their facts only those asked for. */
@Injectable()
export class PopulationReader {
  constructor(
    private readonly ruleSets: RuleSetsReadModel,
    private readonly subjects: SubjectsReadModel,
  ) {}

  async size(
    manager: EntityManager,
    { ruleSet, recordedUntil }: Population,
  ): Promise<PopulationSize & { subjects: number }> {
    const rows = await manager.query<(PopulationSize & { subjects: number })[]>(
      `SELECT (SELECT count(*)::int FROM record WHERE rule_set_id = $1 AND recorded_at <= $2) AS records,
              (SELECT count(*)::int FROM subject_entry WHERE recorded_at <= $2) AS entries,
              (SELECT count(*)::int FROM subject s WHERE ${HAS_RECORDS}) AS subjects`,
      [ruleSet, recordedUntil],
    );
    return rows[0] as PopulationSize & { subjects: number };
  }

  /** Every version that decided an inspection of the population, by the id of its row. */
  async versions(
    manager: EntityManager,
    { ruleSet, recordedUntil }: Population,
  ): Promise<ReadonlyMap<string, CompiledRuleSet>> {
    const rows = await manager.query<{ id: string }[]>(
      `SELECT v.id FROM rule_set_version v
        WHERE v.rule_set_id = $1 AND EXISTS (SELECT FROM record r WHERE r.version_id = v.id AND r.recorded_at <= $2)`,
      [ruleSet, recordedUntil],
    );
    const versions = new Map<string, CompiledRuleSet>();
    for (const { id } of rows) versions.set(id, (await this.ruleSets.version(manager, id)).rules);
    return versions;
  }

  /**
   * The next subjects with records, in the order of their codes.
   * @param reads the facts to move, by path
   */
  async next(
    manager: EntityManager,
    population: Population,
    { after, limit, reads }: { readonly after: string; readonly limit: number; readonly reads: readonly string[] },
    versions: ReadonlyMap<string, CompiledRuleSet>,
  ): Promise<readonly SubjectHistory[]> {
    const { ruleSet, recordedUntil, asOf } = population;
    const found = await manager.query<{ id: string; code: string }[]>(
      `SELECT s.id, s.code FROM subject s WHERE s.code > $3 AND ${HAS_RECORDS} ORDER BY s.code LIMIT $4`,
      [ruleSet, recordedUntil, after, limit],
    );
    const ids = found.map(({ id }) => id);
    const parameters: unknown[] = [ruleSet, recordedUntil, ids];
    const facts = reads.map((path) => `i.facts #> $${parameters.push(path.split('.'))}::text[]`);
    const moved =
      facts.length === 0 ? 'NULL' : `CASE WHEN i.id IS NOT NULL THEN jsonb_build_array(${facts.join(', ')}) END`;
    const histories = await manager.query<{ id: string; rows: readonly Row[] }[]>(
      `SELECT r.subject_id AS id,
              json_agg(json_build_array(r.id, r.number, r.day - date '1970-01-01',
                (extract(epoch FROM r.known_at) * 1000)::float8, r.type, r.version_id, r.content, ${moved},
                CASE WHEN r.type <> 'inspection' THEN r.day END)) AS rows
         FROM record r ${facts.length === 0 ? '' : 'LEFT JOIN inspection i ON i.id = r.id'}
        WHERE r.rule_set_id = $1 AND r.recorded_at <= $2 AND r.subject_id = ANY($3::uuid[])
        GROUP BY r.subject_id`,
      parameters,
    );
    const register = await this.subjects.register(manager, ids, asOf, recordedUntil);
    const hashes = new Map([...versions].map(([id, { identity }]) => [id, identity.hash]));
    const byId = new Map(histories.map(({ id, rows }) => [id, toHistory(rows, hashes)]));
    return found.map(({ id, code }) => ({
      subject: toSubject(code, register.get(id)),
      history: byId.get(id) ?? { inspections: [], others: [] },
    }));
  }
}

const HAS_RECORDS = `EXISTS (SELECT FROM record r WHERE r.subject_id = s.id AND r.rule_set_id = $1 AND r.recorded_at <= $2)`;

/** Of what the register did not know on the day there is nothing to group by. */
function toSubject(code: string, state: (RegisterState & { readonly office: string }) | undefined): ImpactSubject {
  if (state === undefined) return { code, name: code, groups: {} };
  const { name, office, trade, attributes } = state;
  return { code, name, groups: { office, trade, size: sizeOf(attributes) } };
}

function toHistory(rows: readonly Row[], hashes: ReadonlyMap<string, string>): PopulationHistory {
  const inspections: PopulationInspection[] = [];
  const others: (FindingRecord | AnnulmentRecord)[] = [];
  for (const [key, number, day, knownAt, type, version, content, facts, date] of rows) {
    if (type === 'inspection') {
      const scoredBy = hashes.get(version ?? '');
      if (scoredBy === undefined) throw new Error(`the version that decided the inspection ${key} was not read`);
      const { violations } = content;
      inspections.push({ key, number, day, knownAt: knownAt as KnownAt, scoredBy, violations, values: facts ?? [] });
      continue;
    }
    const head = { key, number, day: date as CivilDate, knownAt: knownAt as KnownAt };
    const { finding, passed, newDeadline, annuls } = content;
    if (type === 'rectification') others.push({ ...head, type, finding });
    else if (type === 're_inspection') others.push({ ...head, type, finding, passed });
    else if (type === 'extension') others.push({ ...head, type, finding, newDeadline });
    else others.push({ ...head, type, annuls });
  }
  return { inspections, others };
}
