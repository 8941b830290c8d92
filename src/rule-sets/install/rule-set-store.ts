import { EntityManager } from 'typeorm';
import { canonicalJson, CompiledRuleSet, RuleSetIdentity } from '../../core';
import { Period, StoredRuleSet, StoredVersion } from './install-plan';

/** Any number that no other program on the server uses for the same purpose. */
const LOCK = 7_265_105;

/** Longest wait for another process that installs, in milliseconds. */
const LOCK_WAIT = 120_000;

/** Lets one process install at a time; the lock ends with the transaction. */
export async function lockInstalling(manager: EntityManager): Promise<void> {
  await manager.query(`SET LOCAL statement_timeout = ${LOCK_WAIT}`);
  await manager.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
}

/** Whether nothing was ever published here. */
export async function isEmptyDatabase(manager: EntityManager): Promise<boolean> {
  const rows = await manager.query<unknown[]>('SELECT 1 FROM rule_set_version LIMIT 1');
  return rows.length === 0;
}

export async function readStored(manager: EntityManager, id: string): Promise<StoredRuleSet> {
  const versions = await manager.query<StoredVersion[]>(
    'SELECT version, hash, shipped FROM rule_set_version WHERE rule_set_id = $1',
    [id],
  );
  const drafts = await manager.query<{ hash: string }[]>(
    `SELECT origin ->> 'hash' AS hash FROM rule_set_draft WHERE rule_set_id = $1 AND origin ->> 'kind' = 'product'`,
    [id],
  );
  return { versions, drafted: drafts.map(({ hash }) => hash) };
}

/** Stores a version that came with the product. */
export async function insertVersion(manager: EntityManager, rules: CompiledRuleSet, at: Date): Promise<void> {
  const { id, version, hash } = rules.identity;
  await manager.query('INSERT INTO rule_set (id, created_at) VALUES ($1, $2) ON CONFLICT (id) DO NOTHING', [id, at]);
  await manager.query(
    `INSERT INTO rule_set_version (rule_set_id, version, hash, canonical, status, shipped, published_at)
     VALUES ($1, $2, $3, $4, 'published', true, $5)`,
    [id, version, hash, canonicalJson(rules.ruleSet), at],
  );
}

/** What names a stored version beyond doubt. */
export async function readIdentity(manager: EntityManager, id: string, version: string): Promise<RuleSetIdentity> {
  const rows = await manager.query<RuleSetIdentity[]>(
    'SELECT rule_set_id AS id, version, hash FROM rule_set_version WHERE rule_set_id = $1 AND version = $2',
    [id, version],
  );
  if (rows[0] === undefined) throw new Error(`the version ${version} of ${id} is not stored`);
  return rows[0];
}

export async function insertPeriod(manager: EntityManager, id: string, { version, from, to }: Period): Promise<void> {
  await manager.query(
    `INSERT INTO rule_set_period (rule_set_id, version_id, days)
     SELECT rule_set_id, id, daterange($3::date, $4::date) FROM rule_set_version
      WHERE rule_set_id = $1 AND version = $2`,
    [id, version, from, to],
  );
}
