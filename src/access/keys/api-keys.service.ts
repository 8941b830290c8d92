import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AuditService } from '../../audit/audit.service';
import { Clock } from '../../common/clock';
import { NotFoundError } from '../../common/errors/not-found.error';
import { UnprocessableError } from '../../common/errors/unprocessable.error';
import { problemIn } from '../../common/errors/worded-problem';
import { KnownAt, parseKnownAt } from '../../core';
import { inTransaction } from '../../database/transaction';
import { ACCOUNTS_MESSAGES } from '../accounts/accounts.messages';
import { actorOf, Principal } from '../principal';
import { ReachMessage } from '../reach/reach.schema';
import { presentReach, presentReaches, toColumns, toReach } from '../reach/reach.store';
import { hashOf, newSecretText } from '../secret-text';
import { presentApiKey } from './api-key.presenter';
import { ApiKeyUses } from './api-key-uses';
import { insertApiKey, listApiKeys, lockApiKey, revokeApiKey, StoredApiKey } from './api-keys.store';
import { ApiKeyMessage, IssuedApiKeyMessage, NewApiKeyMessage } from './schemas/api-key.schema';

const DAY = 24 * 60 * 60_000;

/** Longest life of a key, in days. */
const LONGEST_LIFE = 731;

/** What every key begins with, so that one that lies about is recognised. */
export const KEY_PREFIX = 'jf_';

/** Characters of a key that stay visible. */
const SHOWN = 9;

/** Issues and revokes the keys of machines. */
@Injectable()
export class ApiKeysService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly uses: ApiKeyUses,
  ) {}

  async list(page: Parameters<typeof listApiKeys>[1]): Promise<readonly ApiKeyMessage[]> {
    await this.uses.write();
    const { manager } = this.dataSource;
    const rows = await listApiKeys(manager, page);
    const reaches = await presentReaches(manager, rows.map(toReach));
    return rows.map((row, place) => presentApiKey(row, reaches[place] as ReachMessage));
  }

  /**
   * Issues a key.
   * @param text the key itself, where it is not to be a random one
   * @throws UnprocessableError where it would not expire in time, or reaches what does not exist
   */
  async issue(
    caller: Principal,
    { name, scopes, reach, expiresAt }: NewApiKeyMessage,
    text = `${KEY_PREFIX}${newSecretText()}`,
  ): Promise<IssuedApiKeyMessage> {
    const now = this.clock.now();
    const key = {
      ...{ name, scopes, start: text.slice(0, SHOWN), hash: hashOf(text), createdBy: actorOf(caller) },
      ...{ createdAt: new Date(now), expiresAt: expiry(expiresAt, now) },
    };
    return inTransaction(this.dataSource, async (manager) => {
      const columns = await toColumns(manager, reach);
      const id = await insertApiKey(manager, { ...key, ...columns });
      const stored: StoredApiKey = { ...key, ...columns, id, revokedAt: null, lastUsedAt: null };
      const apiKey = presentApiKey(stored, await presentReach(manager, toReach(columns)));
      await this.audit.append(manager, { action: 'api_key.issued', entity: 'api_key', entityId: id, after: apiKey });
      return { apiKey, key: text };
    });
  }

  /** Revokes a key, from the next request on. One that is revoked stays so. @throws NotFoundError */
  async revoke(id: string): Promise<void> {
    await inTransaction(this.dataSource, async (manager) => {
      const found = await lockApiKey(manager, id);
      if (found === undefined) {
        throw new NotFoundError(problemIn(ACCOUNTS_MESSAGES, 'api_key_unknown', { path: '/path/id', value: id }));
      }
      if (found.revokedAt !== null) return;
      const revokedAt = new Date(this.clock.now());
      await revokeApiKey(manager, found.id, revokedAt);
      const change = { before: { revokedAt: null }, after: { revokedAt } };
      await this.audit.append(manager, { action: 'api_key.revoked', entity: 'api_key', entityId: found.id, ...change });
    });
  }
}

function expiry(given: string, now: KnownAt): Date {
  const instant = parseKnownAt(given, 'UTC');
  if (instant !== undefined && now < instant && instant <= now + LONGEST_LIFE * DAY) return new Date(instant);
  const at = { path: '/expiresAt', value: given, params: { days: LONGEST_LIFE } };
  throw new UnprocessableError(problemIn(ACCOUNTS_MESSAGES, 'api_key_expiry', at));
}
