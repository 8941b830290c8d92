import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AuditService } from '../../audit/audit.service';
import { Clock } from '../../common/clock';
import { ForbiddenError } from '../../common/errors/forbidden.error';
import { UnauthenticatedError } from '../../common/errors/unauthenticated.error';
import { UnprocessableError } from '../../common/errors/unprocessable.error';
import { problemIn } from '../../common/errors/worded-problem';
import { inTransaction } from '../../database/transaction';
import { ACCESS_MESSAGES } from '../access.messages';
import { ACCOUNTS_MESSAGES } from '../accounts/accounts.messages';
import { StoredPassword, storePassword } from '../accounts/accounts.store';
import { passwordFault, SHORTEST_PASSWORD } from '../passwords/password-rules';
import { Passwords } from '../passwords/passwords';
import { Principal } from '../principal';
import { endSessionsOf } from './sessions.store';
import { SessionsService } from './sessions.service';
import { SignInAttempts } from './sign-in-attempts';
import { SignInService } from './sign-in.service';

/** Lets people choose their password. */
@Injectable()
export class OwnPasswordService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly passwords: Passwords,
    private readonly attempts: SignInAttempts,
    private readonly signIns: SignInService,
    private readonly sessions: SessionsService,
  ) {}

  /**
   * Changes one's own password, and ends every session but a new one in the place of that in which it is asked.
   * @returns the id of that session
   * @throws ForbiddenError for a machine
   * @throws UnprocessableError where the present password is wrong, or the new one no good
   */
  async change({ id, sessionId }: Principal, current: string, next: string): Promise<string> {
    if (sessionId === undefined) throw new ForbiddenError(problemIn(ACCESS_MESSAGES, 'session_needed'));
    const account = await this.checked(id, current);
    this.refuseBad(account, current, next);
    const hash = await this.passwords.hash(next);
    const now = new Date(this.clock.now());
    return inTransaction(this.dataSource, async (manager) => {
      await storePassword(manager, id, { hash, oneTimeUntil: null, now });
      await this.attempts.forget(manager, account.name);
      await endSessionsOf(manager, id, { now });
      await this.audit.append(manager, { action: 'account.password_changed', entity: 'account', entityId: id });
      return this.sessions.open(manager, id);
    });
  }

  private async checked(id: string, current: string): Promise<StoredPassword> {
    try {
      return await this.signIns.check('id', id, current);
    } catch (error) {
      if (!(error instanceof UnauthenticatedError)) throw error;
      throw new UnprocessableError(problemIn(ACCOUNTS_MESSAGES, 'password_wrong', { path: '/current' }));
    }
  }

  private refuseBad({ name }: StoredPassword, current: string, next: string): void {
    const fault = passwordFault(next, name) ?? (current === next ? 'password_unchanged' : undefined);
    if (fault === undefined) return;
    const params = { shortest: SHORTEST_PASSWORD };
    throw new UnprocessableError(problemIn(ACCOUNTS_MESSAGES, fault, { path: '/new', params }));
  }
}
