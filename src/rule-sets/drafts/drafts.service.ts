import { Injectable } from '@nestjs/common';
import { DataSource, EntityManager } from 'typeorm';
import { actorOf, Principal } from '../../access/principal';
import { AuditService } from '../../audit/audit.service';
import { Clock } from '../../common/clock';
import { NotFoundError } from '../../common/errors/not-found.error';
import { PreconditionFailedError } from '../../common/errors/precondition-failed.error';
import { PreconditionRequiredError } from '../../common/errors/precondition-required.error';
import { UnprocessableError } from '../../common/errors/unprocessable.error';
import { problemIn } from '../../common/errors/worded-problem';
import { canonicalJson, contentHash, PATTERNS } from '../../core';
import { inTransaction } from '../../database/transaction';
import { requireStep } from '../life/require-step';
import { RULE_SET_ID, VERSION } from '../schemas/properties';
import { DraftContents, DraftStart } from './draft-contents';
import {
  deleteDraft,
  DraftFilter,
  insertDraft,
  listDrafts,
  lockDraft,
  readDraft,
  readReviews,
  updateContent,
} from './draft-store';
import { DraftHead, DraftOrigin, Review, StoredDraft } from './draft.types';
import { DRAFTS_MESSAGES } from './drafts.messages';
import { Proof, ProofsService } from './proofs.service';

/** A draft with everything that was found and decided about it. */
export interface DraftView {
  readonly draft: StoredDraft;
  readonly reviews: readonly Review[];
  /** Of the content as it is now; undefined where it was not checked yet. */
  readonly proof: Proof | undefined;
}

type Content = Readonly<Record<string, unknown>>;

/** Drafts of versions: begun, changed, checked, and discarded as long as nobody reviewed them. */
@Injectable()
export class DraftsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly contents: DraftContents,
    private readonly proofs: ProofsService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  list(filter: DraftFilter): Promise<readonly DraftHead[]> {
    return listDrafts(this.dataSource.manager, filter);
  }

  /**
   * @param path where the request names it
   * @throws NotFoundError where there is no such draft
   */
  get(id: string, path?: string): Promise<DraftView> {
    return this.view(this.dataSource.manager, id, path);
  }

  /** Begins a draft from a version, from a template, or from nothing. */
  begin(author: Principal, start: DraftStart): Promise<DraftView> {
    return inTransaction(this.dataSource, async (manager) => {
      const { content, origin } = await this.contents.of(manager, start);
      return this.view(manager, await this.store(manager, actorOf(author), content, origin));
    });
  }

  /** Begins a draft with a content from outside. @throws UnprocessableError where it does not say what it is a version of */
  import(author: Principal, content: Content): Promise<DraftView> {
    return inTransaction(this.dataSource, async (manager) => {
      return this.view(manager, await this.store(manager, actorOf(author), content, { kind: 'import' }));
    });
  }

  /** Stores a new draft in the transaction of whoever begins it. @returns its id */
  async store(manager: EntityManager, author: string, content: Content, origin: DraftOrigin): Promise<string> {
    const [ruleSet, version] = [namedBy(content, 'id'), namedBy(content, 'version')];
    const [hash, canonical] = [contentHash(content), canonicalJson(content)];
    const draft = { ruleSet, version, hash, canonical, author, origin };
    const id = await insertDraft(manager, draft, new Date(this.clock.now()));
    const after = { ruleSet, version, hash, origin };
    await this.audit.append(manager, { action: 'rule_set_draft.begun', entity: 'rule_set_draft', entityId: id, after });
    return id;
  }

  /**
   * Gives a draft another content; what was approved is approved no longer.
   * @param ifMatch the entity tag of the revision that the author has seen
   */
  change(author: Principal, id: string, ifMatch: string | undefined, content: Content): Promise<DraftView> {
    if (ifMatch === undefined) {
      throw new PreconditionRequiredError(
        problemIn(DRAFTS_MESSAGES, 'revision_missing', { path: '/headers/if-match' }),
      );
    }
    return inTransaction(this.dataSource, async (manager) => {
      const draft = await this.lock(manager, id);
      requireTag(draft, ifMatch);
      requireStep(draft.status, 'change');
      const ruleSet = namedBy(content, 'id');
      if (ruleSet !== draft.ruleSet) {
        const at = { path: '/id', value: ruleSet, params: { ruleSet: draft.ruleSet } };
        throw new UnprocessableError(problemIn(DRAFTS_MESSAGES, 'draft_of_another_rule_set', at));
      }
      const [version, hash] = [namedBy(content, 'version'), contentHash(content)];
      if (hash === draft.hash) return this.view(manager, id);
      const changed = { version, hash, canonical: canonicalJson(content), author: actorOf(author) };
      await updateContent(manager, draft, changed, new Date(this.clock.now()));
      await this.audit.append(manager, {
        action: 'rule_set_draft.changed',
        entity: 'rule_set_draft',
        entityId: id,
        before: { version: draft.version, status: draft.status, revision: draft.revision, hash: draft.hash },
        after: { version, status: 'draft', revision: draft.revision + 1, hash },
      });
      return this.view(manager, id);
    });
  }

  /** @throws ConflictError where it was handed in for review before */
  discard(id: string): Promise<void> {
    return inTransaction(this.dataSource, async (manager) => {
      const { status, round, ruleSet, version, hash } = await this.lock(manager, id);
      requireStep(status, 'discard', round > 0);
      await deleteDraft(manager, id);
      const before = { ruleSet, version, hash };
      const event = { action: 'rule_set_draft.discarded', entity: 'rule_set_draft', entityId: id, before };
      await this.audit.append(manager, event);
    });
  }

  /** Checks the content as it is now and runs its scenarios. */
  check(id: string): Promise<Proof> {
    return inTransaction(this.dataSource, async (manager) => {
      const { canonical } = known(await readDraft(manager, id), id);
      return this.proofs.prove(manager, JSON.parse(canonical));
    });
  }

  /** @throws NotFoundError where there is no such draft */
  async lock(manager: EntityManager, id: string): Promise<StoredDraft> {
    return known(await lockDraft(manager, id), id);
  }

  async view(manager: EntityManager, id: string, path?: string): Promise<DraftView> {
    const draft = known(await readDraft(manager, id), id, path);
    const [reviews, proof] = [await readReviews(manager, id), await this.proofs.find(manager, draft.hash)];
    return { draft, reviews, proof };
  }
}

/** The entity tag of a draft: its revision. */
export function entityTag({ revision }: Pick<DraftHead, 'revision'>): string {
  return `"${revision}"`;
}

function requireTag(draft: DraftHead, ifMatch: string): void {
  const given = ifMatch.split(',').map((tag) => tag.trim());
  if (given.includes(entityTag(draft))) return;
  const at = { path: '/headers/if-match', value: ifMatch, params: { revision: entityTag(draft) } };
  throw new PreconditionFailedError(problemIn(DRAFTS_MESSAGES, 'revision_stale', at));
}

function known(draft: StoredDraft | undefined, id: string, path = '/path/draft'): StoredDraft {
  if (draft !== undefined) return draft;
  throw new NotFoundError(problemIn(DRAFTS_MESSAGES, 'draft_unknown', { path, value: id }));
}

/** What names a content must be as the format has it; whatever else is wrong with it is for the check. */
const NAMES = {
  id: { pattern: new RegExp(PATTERNS.id, 'u'), longest: RULE_SET_ID.maxLength },
  version: { pattern: new RegExp(PATTERNS.version, 'u'), longest: VERSION.maxLength },
};

function namedBy(content: Content, name: keyof typeof NAMES): string {
  const value = content[name];
  const { pattern, longest } = NAMES[name];
  if (typeof value === 'string' && value.length <= longest && pattern.test(value)) return value;
  throw new UnprocessableError(
    problemIn(DRAFTS_MESSAGES, 'content_unnamed', { path: `/${name}`, value: value ?? null }),
  );
}
