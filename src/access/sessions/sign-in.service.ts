import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { asActor } from '../../audit/audit-origin';
import { AuditService } from '../../audit/audit.service';
import { Clock } from '../../common/clock';
import { UnauthenticatedError } from '../../common/errors/unauthenticated.error';
import { problemIn } from '../../common/errors/worded-problem';
import { inTransaction } from '../../database/transaction';
import { ACCESS_MESSAGES } from '../access.messages';
import { findPassword, StoredPassword } from '../accounts/accounts.store';
import { Passwords } from '../passwords/passwords';
import { SessionsService } from './sessions.service';
import { keyOf, SignInAttempts } from './sign-in-attempts';

/** Signs people in by account name and password. */
@Injectable()
export class SignInService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly passwords: Passwords,
    private readonly attempts: SignInAttempts,
    private readonly sessions: SessionsService,
  ) {}

  /**
   * Opens a session.
   * @returns its id
   * @throws UnauthenticatedError the same one, after the same work, for an unknown name, a wrong password, a one-time
   * password that is out of date, and an account that is locked or disabled
   */
  async signIn(typedName: string, password: string): Promise<string> {
    const name = typedName.normalize('NFKC').trim().toLowerCase();
    const account = await this.check('name', name, password);
    return asActor({ kind: 'account', id: account.id, name: account.name }, () =>
      inTransaction(this.dataSource, async (manager) => {
        await this.attempts.forget(manager, name);
        return this.sessions.open(manager, account.id);
      }),
    );
  }

  /**
   * The account that has a name or id, where the password is its own.
   * @throws UnauthenticatedError otherwise, without saying why
   */
  async check(by: 'name' | 'id', value: string, password: string): Promise<StoredPassword> {
    const account = await findPassword(this.dataSource.manager, by, value);
    const name = account?.name ?? value;
    const { isLocked, isLast } = await this.attempts.begin(name);
    const isRight = await this.passwords.matches(account?.passwordHash ?? undefined, password);
    if (isRight && account !== undefined && !isLocked && this.isUsable(account)) return account;
    if (isLast) await this.tellOfLock(name, account?.id);
    throw new UnauthenticatedError(problemIn(ACCESS_MESSAGES, 'sign_in_refused'));
  }

  private isUsable({ disabledAt, oneTimeUntil }: StoredPassword): boolean {
    return disabledAt === null && (oneTimeUntil === null || this.clock.now() < oneTimeUntil.getTime());
  }

  private async tellOfLock(name: string, accountId: string | undefined): Promise<void> {
    const about =
      accountId === undefined
        ? { entity: 'sign_in_name', entityId: keyOf(name) }
        : { entity: 'account', entityId: accountId };
    await inTransaction(this.dataSource, (manager) =>
      this.audit.append(manager, { action: 'sign_in.locked', ...about }),
    );
  }
}
