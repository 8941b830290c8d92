import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, EntityManager } from 'typeorm';
import { AuditService } from '../../audit/audit.service';
import { Clock } from '../../common/clock';
import { UnauthenticatedError } from '../../common/errors/unauthenticated.error';
import { problemIn } from '../../common/errors/worded-problem';
import { Settings } from '../../config/settings';
import { inTransaction } from '../../database/transaction';
import { ACCESS_MESSAGES } from '../access.messages';
import { hashOf, newSecretText } from '../secret-text';
import {
  endSession,
  findSession,
  forgetSessions,
  insertSession,
  replaceToken,
  StoredSession,
  touchSession,
} from './sessions.store';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** How long an id of a session is used before it is replaced by another. */
const RENEWED_AFTER = 15 * MINUTE;

/** How long a replaced id is still taken: requests that were on their way together carry it. */
const GRACE = MINUTE;

/** How exact it is known when a session was last used: so that not every request writes. */
const SEEN_WITHIN = MINUTE;

export interface FoundSession {
  readonly session: StoredSession;
  /** The id to be used from now on, where it was replaced. */
  readonly renewed?: string;
}

/** Sessions of people: opened by signing in, found by the id in the cookie, ended by signing out, by time, or by theft. */
@Injectable()
export class SessionsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly settings: Settings,
    private readonly audit: AuditService,
  ) {}

  /**
   * Opens a session; answers its id, which nobody else ever learns.
   * @param by how the person showed who they are, where not by their password
   */
  async open(manager: EntityManager, accountId: string, by?: 'open_id'): Promise<string> {
    const [id, token, now] = [randomUUID(), newSecretText(), this.clock.now()];
    const expiresAt = new Date(now + this.settings.sessionLifetime);
    await insertSession(manager, { id, accountId, hash: hashOf(token), now: new Date(now), expiresAt });
    await forgetSessions(manager, new Date(now - DAY));
    const after = { session: id, expiresAt, ...(by === undefined ? {} : { by }) };
    await this.audit.append(manager, { action: 'session.opened', entity: 'account', entityId: accountId, after });
    return token;
  }

  /**
   * The session of an id. Replaces the id where it was used for long enough.
   * @throws UnauthenticatedError where the session is over, or the id was replaced some time ago: two have it then, and
   * the session is ended for both
   */
  async find(token: string): Promise<FoundSession> {
    const now = this.clock.now();
    const { manager } = this.dataSource;
    const hash = hashOf(token);
    const session = await findSession(manager, hash);
    if (session === undefined || !this.isLive(session, now)) throw ended();
    if (session.replacedAt !== null) {
      if (now <= session.replacedAt.getTime() + GRACE) return { session };
      await this.end(session, 'id_replayed');
      throw ended();
    }
    if (now >= session.lastSeenAt.getTime() + SEEN_WITHIN) await touchSession(manager, session.id, new Date(now));
    if (now < session.issuedAt.getTime() + RENEWED_AFTER) return { session };
    const renewed = await this.renew(manager, hash);
    return renewed === undefined ? { session } : { session, renewed };
  }

  /** Gives a session another id in the place of one; undefined where another request just did. */
  async renew(manager: EntityManager, hash: string): Promise<string | undefined> {
    const next = newSecretText();
    const now = new Date(this.clock.now());
    return (await replaceToken(manager, { old: hash, next: hashOf(next), now })) ? next : undefined;
  }

  /** Ends a session, unless it is over already. */
  async end({ id, accountId }: Pick<StoredSession, 'id' | 'accountId'>, reason: EndReason): Promise<void> {
    await inTransaction(this.dataSource, async (manager) => {
      if (!(await endSession(manager, id, new Date(this.clock.now())))) return;
      const after = { session: id, reason };
      await this.audit.append(manager, { action: 'session.ended', entity: 'account', entityId: accountId, after });
    });
  }

  private isLive({ endedAt, expiresAt, lastSeenAt, disabledAt }: StoredSession, now: number): boolean {
    if (endedAt !== null || disabledAt !== null) return false;
    return now < expiresAt.getTime() && now < lastSeenAt.getTime() + this.settings.sessionIdleTimeout;
  }
}

type EndReason = 'signed_out' | 'id_replayed';

function ended(): UnauthenticatedError {
  return new UnauthenticatedError(problemIn(ACCESS_MESSAGES, 'session_ended'));
}
