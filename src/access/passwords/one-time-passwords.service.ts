import { Injectable } from '@nestjs/common';
import { DataSource, EntityManager } from 'typeorm';
import { AuditService } from '../../audit/audit.service';
import { Clock } from '../../common/clock';
import { NotFoundError } from '../../common/errors/not-found.error';
import { problemIn } from '../../common/errors/worded-problem';
import { inTransaction } from '../../database/transaction';
import { ACCOUNTS_MESSAGES } from '../accounts/accounts.messages';
import { findAccount, storePassword } from '../accounts/accounts.store';
import { endSessionsOf } from '../sessions/sessions.store';
import { SignInAttempts } from '../sessions/sign-in-attempts';
import { newOneTimePassword } from './one-time-password';
import { Passwords } from './passwords';

const HOUR = 60 * 60_000;

/** Hours for which a one-time password counts where nothing is said: a week. */
const USUAL_HOURS = 168;

export interface OneTimePassword {
  readonly text: string;
  readonly validUntil: Date;
  readonly hash: string;
}

/** Gives accounts passwords that their owners have to change when they first sign in. */
@Injectable()
export class OneTimePasswords {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly passwords: Passwords,
    private readonly attempts: SignInAttempts,
  ) {}

  /** Puts a new one in the place of whatever password an account has, ends its sessions and unlocks it. */
  async reset(accountId: string, validHours?: number): Promise<OneTimePassword> {
    const password = await this.make({ validHours });
    return inTransaction(this.dataSource, async (manager) => {
      const account = await findAccount(manager, accountId, { lock: true });
      if (account === undefined) {
        const at = { path: '/path/id', value: accountId };
        throw new NotFoundError(problemIn(ACCOUNTS_MESSAGES, 'account_unknown', at));
      }
      await this.store(manager, account.id, password);
      await endSessionsOf(manager, account.id, { now: new Date(this.clock.now()) });
      await this.attempts.forget(manager, account.name);
      const after = { validUntil: password.validUntil };
      const action = 'account.one_time_password_set';
      await this.audit.append(manager, { action, entity: 'account', entityId: account.id, after });
      return password;
    });
  }

  /** Makes one, before any transaction: hashing takes its time. @param given in the place of a random one */
  async make({ validHours = USUAL_HOURS, given }: Wanted = {}): Promise<OneTimePassword> {
    const text = given ?? newOneTimePassword();
    return { text, validUntil: new Date(this.clock.now() + validHours * HOUR), hash: await this.passwords.hash(text) };
  }

  /** Gives it to an account. */
  store(manager: EntityManager, accountId: string, { hash, validUntil }: OneTimePassword): Promise<void> {
    return storePassword(manager, accountId, { hash, oneTimeUntil: validUntil, now: new Date(this.clock.now()) });
  }
}

interface Wanted {
  readonly validHours?: number | undefined;
  readonly given?: string | undefined;
}
