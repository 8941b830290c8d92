import { Injectable } from '@nestjs/common';
import { FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import { Clock } from '../../common/clock';
import { UnauthenticatedError } from '../../common/errors/unauthenticated.error';
import { problemIn } from '../../common/errors/worded-problem';
import { isDatabaseFailure } from '../../database/database-failure';
import { ACCESS_MESSAGES } from '../access.messages';
import { MACHINE_SCOPES } from '../account-roles';
import { Permission } from '../permissions';
import { Principal } from '../principal';
import { toReach } from '../reach/reach.store';
import { hashOf } from '../secret-text';
import { ApiKeyUses } from './api-key-uses';
import { findApiKeyByHash, StoredApiKey } from './api-keys.store';

const BEARER = /^Bearer +(\S+) *$/i;

const GRANTABLE: ReadonlySet<Permission> = new Set(MACHINE_SCOPES);

/** How long a key is still taken by what was known of it, where the database cannot be asked. */
const REMEMBERED = 10 * 60_000;

/**
 * Finds out which machine a request comes from. While the database is away, by what it said last: hardly a call is
 * answered then, but whoever watches the service is told why.
 */
@Injectable()
export class ApiKeyAuthenticator {
  private readonly known = new Map<string, { readonly key: StoredApiKey; readonly at: number }>();

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly uses: ApiKeyUses,
  ) {}

  /** Undefined where the request has no `Authorization`. @throws UnauthenticatedError where its key does not count */
  async authenticate({ headers: { authorization } }: FastifyRequest): Promise<Principal | undefined> {
    if (authorization === undefined) return undefined;
    const text = BEARER.exec(authorization)?.[1];
    const key = text === undefined ? undefined : await this.find(hashOf(text));
    if (key === undefined || key.expiresAt.getTime() <= this.clock.now()) {
      throw new UnauthenticatedError(problemIn(ACCESS_MESSAGES, 'api_key_invalid'));
    }
    this.uses.note(key.id);
    return toPrincipal(key);
  }

  /** A key that is not revoked. */
  private async find(hash: string): Promise<StoredApiKey | undefined> {
    const now = this.clock.now();
    try {
      const key = await findApiKeyByHash(this.dataSource.manager, hash);
      if (key === undefined || key.revokedAt !== null) this.known.delete(hash);
      else this.known.set(hash, { key, at: now });
      return this.known.get(hash)?.key;
    } catch (error) {
      const known = this.known.get(hash);
      if (known === undefined || known.at + REMEMBERED < now || !isDatabaseFailure(error)) throw error;
      return known.key;
    }
  }
}

/** A scope that machines were given once and no longer are does not count. */
function toPrincipal(key: StoredApiKey): Principal {
  const permissions = new Set(key.scopes.filter((scope) => GRANTABLE.has(scope)));
  return { kind: 'api_key', id: key.id, name: key.name, permissions, reach: toReach(key) };
}
