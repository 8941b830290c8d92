import { EntityManager } from 'typeorm';
import { CivilDate } from '../../core';

/** Any number that no other program on the server uses for the same purpose. */
const LOCK = 7_265_106;

export interface StoredPeriod {
  readonly id: string;
  readonly versionId: string;
  readonly version: string;
  readonly hash: string;
  readonly from: CivilDate;
  readonly to: CivilDate | null;
}

/** Lets one transaction at a time change which version is in force; the lock ends with it. */
export async function lockPeriods(manager: EntityManager): Promise<void> {
  await manager.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
}

/** The periods of a rule set, in their order. */
export async function readPeriods(manager: EntityManager, ruleSet: string): Promise<readonly StoredPeriod[]> {
  return manager.query<StoredPeriod[]>(
    `SELECT p.id, p.version_id AS "versionId", v.version, v.hash, lower(p.days) AS "from", upper(p.days) AS "to"
       FROM rule_set_period p JOIN rule_set_version v ON v.id = p.version_id
      WHERE p.rule_set_id = $1 AND NOT isempty(p.days) ORDER BY p.days`,
    [ruleSet],
  );
}

/** Gives a period another end; null opens it, and the day it begins on leaves it without any day. */
export async function setPeriodEnd(manager: EntityManager, id: string, to: CivilDate | null): Promise<void> {
  await manager.query('UPDATE rule_set_period SET days = daterange(lower(days), $2::date) WHERE id = $1', [id, to]);
}

export interface NewVersion {
  readonly ruleSet: string;
  readonly version: string;
  readonly hash: string;
  readonly canonical: string;
  readonly from: CivilDate;
}

/** Stores a version with its open period. @returns the id of its row */
export async function insertPublished(
  manager: EntityManager,
  { ruleSet, version, hash, canonical, from }: NewVersion,
  now: Date,
): Promise<string> {
  await manager.query('INSERT INTO rule_set (id, created_at) VALUES ($1, $2) ON CONFLICT (id) DO NOTHING', [
    ruleSet,
    now,
  ]);
  const rows = await manager.query<{ id: string }[]>(
    `INSERT INTO rule_set_version (rule_set_id, version, hash, canonical, status, shipped, published_at)
     VALUES ($1, $2, $3, $4, 'published', false, $5) RETURNING id`,
    [ruleSet, version, hash, canonical, now],
  );
  const { id } = rows[0] as { id: string };
  await manager.query(
    'INSERT INTO rule_set_period (rule_set_id, version_id, days) VALUES ($1, $2, daterange($3::date, NULL))',
    [ruleSet, id, from],
  );
  return id;
}

export interface LifeEvent {
  readonly versionId: string;
  readonly type: 'published' | 'withdrawn' | 'retired';
  readonly day: CivilDate;
  readonly draftId?: string;
  readonly endedPeriodId?: string | undefined;
  readonly reason?: string;
}

export async function insertLifeEvent(manager: EntityManager, event: LifeEvent, now: Date): Promise<void> {
  const { versionId, type, day, draftId = null, endedPeriodId = null, reason = null } = event;
  await manager.query(
    `INSERT INTO rule_set_life_event (version_id, type, day, draft_id, ended_period_id, reason, recorded_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [versionId, type, day, draftId, endedPeriodId, reason, now],
  );
}

/** The period that the publishing of a version ended; undefined where it ended none. */
export async function readEndedPeriod(manager: EntityManager, versionId: string): Promise<string | undefined> {
  const rows = await manager.query<{ id: string | null }[]>(
    `SELECT ended_period_id AS id FROM rule_set_life_event WHERE version_id = $1 AND type = 'published'`,
    [versionId],
  );
  return rows[0]?.id ?? undefined;
}
