import { EntityManager } from 'typeorm';
import { DraftStatus } from '../life/life-of-a-version';
import { DraftHead, DraftOrigin, Review, StoredDraft } from './draft.types';

const HEAD = `id, rule_set_id AS "ruleSet", version, status, revision, round, hash, authors, origin,
  created_at AS "createdAt", changed_at AS "changedAt"`;

export interface NewDraft {
  readonly ruleSet: string;
  readonly version: string;
  readonly hash: string;
  readonly canonical: string;
  readonly author: string;
  readonly origin: DraftOrigin;
}

/** @returns the id of the draft */
export async function insertDraft(manager: EntityManager, draft: NewDraft, now: Date): Promise<string> {
  const { ruleSet, version, hash, canonical, author, origin } = draft;
  const rows = await manager.query<{ id: string }[]>(
    `INSERT INTO rule_set_draft
       (rule_set_id, version, status, revision, round, hash, canonical, authors, origin, created_at, changed_at)
     VALUES ($1, $2, 'draft', 1, 0, $3, $4, $5, $6, $7, $7) RETURNING id`,
    [ruleSet, version, hash, canonical, JSON.stringify([author]), JSON.stringify(origin), now],
  );
  return (rows[0] as { id: string }).id;
}

export async function readDraft(manager: EntityManager, id: string): Promise<StoredDraft | undefined> {
  return one(manager, `SELECT ${HEAD}, canonical FROM rule_set_draft WHERE id = $1`, id);
}

/** The draft, which nobody else changes until the transaction ends. */
export async function lockDraft(manager: EntityManager, id: string): Promise<StoredDraft | undefined> {
  return one(manager, `SELECT ${HEAD}, canonical FROM rule_set_draft WHERE id = $1 FOR UPDATE`, id);
}

async function one(manager: EntityManager, sql: string, id: string): Promise<StoredDraft | undefined> {
  const rows = await manager.query<StoredDraft[]>(sql, [id]);
  return rows[0];
}

export interface DraftFilter {
  readonly ruleSet?: string | undefined;
  readonly status?: DraftStatus | undefined;
  /** The id after which the list goes on. */
  readonly after?: string | undefined;
  readonly limit: number;
}

export async function listDrafts(manager: EntityManager, filter: DraftFilter): Promise<readonly DraftHead[]> {
  const { ruleSet = null, status = null, after = null, limit } = filter;
  return manager.query<DraftHead[]>(
    `SELECT ${HEAD} FROM rule_set_draft
      WHERE ($1::text IS NULL OR rule_set_id = $1) AND ($2::text IS NULL OR status = $2)
        AND ($3::uuid IS NULL OR id > $3)
      ORDER BY id LIMIT $4`,
    [ruleSet, status, after, limit],
  );
}

/** Gives a draft another content: a revision more, and nothing of what was approved is left. */
export async function updateContent(
  manager: EntityManager,
  { id, authors }: StoredDraft,
  content: Pick<NewDraft, 'version' | 'hash' | 'canonical' | 'author'>,
  now: Date,
): Promise<void> {
  const { version, hash, canonical, author } = content;
  const all = JSON.stringify([...new Set([...authors, author])]);
  await manager.query(
    `UPDATE rule_set_draft SET version = $2, hash = $3, canonical = $4, authors = $5, changed_at = $6,
            status = 'draft', revision = revision + 1
      WHERE id = $1`,
    [id, version, hash, canonical, all, now],
  );
}

/** @param round that of the review it is in from now on, where it goes into one */
export async function updateStatus(
  manager: EntityManager,
  { id, round }: Pick<DraftHead, 'id' | 'round'>,
  status: DraftStatus,
): Promise<void> {
  await manager.query('UPDATE rule_set_draft SET status = $2, round = $3 WHERE id = $1', [id, status, round]);
}

export async function deleteDraft(manager: EntityManager, id: string): Promise<void> {
  await manager.query('DELETE FROM rule_set_draft WHERE id = $1', [id]);
}

/** Everything that was decided on a draft, in the order of deciding. */
export async function readReviews(manager: EntityManager, draftId: string): Promise<readonly Review[]> {
  return manager.query<Review[]>(
    `SELECT round, hash, verdict, reviewer, comment, report_hash AS "reportHash", reviewed_at AS "reviewedAt"
       FROM rule_set_review WHERE draft_id = $1 ORDER BY reviewed_at, round, reviewer`,
    [draftId],
  );
}

export async function insertReview(manager: EntityManager, draftId: string, review: Review): Promise<void> {
  const { round, hash, verdict, reviewer, comment, reportHash, reviewedAt } = review;
  await manager.query(
    `INSERT INTO rule_set_review (draft_id, round, hash, verdict, reviewer, comment, report_hash, reviewed_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [draftId, round, hash, verdict, reviewer, comment, reportHash, reviewedAt],
  );
}
