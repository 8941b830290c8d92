import { Injectable } from '@nestjs/common';
import { DataSource, EntityManager } from 'typeorm';
import { AuditService } from '../../audit/audit.service';
import { Clock } from '../../common/clock';
import { ConflictError } from '../../common/errors/conflict.error';
import { NotFoundError } from '../../common/errors/not-found.error';
import { UnprocessableError } from '../../common/errors/unprocessable.error';
import { problemIn } from '../../common/errors/worded-problem';
import { inTransaction } from '../../database/transaction';
import { brokenConstraint } from '../../database/database-failure';
import { OneTimePassword, OneTimePasswords } from '../passwords/one-time-passwords.service';
import { ReachMessage } from '../reach/reach.schema';
import { presentReach, presentReaches, toColumns, toReach } from '../reach/reach.store';
import { presentAccount } from './account.presenter';
import { rolesProblem } from './account-rules';
import { ACCOUNTS_MESSAGES } from './accounts.messages';
import {
  AccountContent,
  findAccount,
  insertAccount,
  listAccounts,
  lockAdministrators,
  StoredAccount,
  updateAccount,
} from './accounts.store';
import { AccountChangeMessage, AccountMessage, NewAccountMessage } from './schemas/account.schema';

export interface CreatedAccount {
  readonly account: AccountMessage;
  readonly password: OneTimePassword | undefined;
}

/** Keeps the accounts. They are disabled, never deleted. */
@Injectable()
export class AccountsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly oneTimePasswords: OneTimePasswords,
  ) {}

  async list(page: { readonly after?: string; readonly limit: number }): Promise<readonly AccountMessage[]> {
    const { manager } = this.dataSource;
    const rows = await listAccounts(manager, page);
    const reaches = await presentReaches(manager, rows.map(toReach));
    return rows.map((row, place) => presentAccount(row, reaches[place] as ReachMessage));
  }

  /** @throws NotFoundError */
  async get(id: string): Promise<AccountMessage> {
    const { manager } = this.dataSource;
    return this.present(manager, await this.find(manager, id, false));
  }

  /**
   * Creates an account, with a one-time password unless the person signs in elsewhere.
   * @throws ConflictError where name or OpenID identity are taken
   * @throws UnprocessableError where roles or reach are not possible
   */
  async create({ name, displayName, roles, reach, openId }: NewAccountMessage): Promise<CreatedAccount> {
    const password = openId === undefined ? await this.oneTimePasswords.make() : undefined;
    return this.unlessTaken(() =>
      inTransaction(this.dataSource, async (manager) => {
        const content: AccountContent = {
          ...{ displayName, roles, ...(await toColumns(manager, reach)), disabledAt: null },
          ...{ oidcIssuer: openId?.issuer ?? null, oidcSubject: openId?.subject ?? null },
        };
        refuseImpossible(content);
        const id = await insertAccount(manager, { ...content, name, createdAt: new Date(this.clock.now()) });
        if (id === undefined) {
          throw new ConflictError(problemIn(ACCOUNTS_MESSAGES, 'account_exists', { path: '/name', value: name }));
        }
        if (password !== undefined) await this.oneTimePasswords.store(manager, id, password);
        const account = await this.present(manager, await this.find(manager, id, false));
        await this.audit.append(manager, {
          action: 'account.created',
          entity: 'account',
          entityId: id,
          after: account,
        });
        return { account, password };
      }),
    );
  }

  /**
   * Changes an account. Whoever is disabled is out at once, and new roles count from the next request on.
   * @throws ConflictError where nobody could keep the accounts any more, or the OpenID identity is taken
   */
  async change(
    id: string,
    { displayName, roles, reach, openId, disabled }: AccountChangeMessage,
  ): Promise<AccountMessage> {
    return this.unlessTaken(() =>
      inTransaction(this.dataSource, async (manager) => {
        const administrators = await lockAdministrators(manager);
        const found = await this.find(manager, id, true);
        const before = await this.present(manager, found);
        const content: AccountContent = {
          ...found,
          ...(displayName === undefined ? {} : { displayName }),
          ...(roles === undefined ? {} : { roles }),
          ...(reach === undefined ? {} : await toColumns(manager, reach)),
          ...(openId === undefined ? {} : { oidcIssuer: openId?.issuer ?? null, oidcSubject: openId?.subject ?? null }),
          ...(disabled === undefined ? {} : { disabledAt: this.disabledAt(found, disabled) }),
        };
        refuseImpossible(content);
        if (administrators.length === 1 && administrators[0] === found.id) refuseToLeaveNobody(content);
        await updateAccount(manager, id, content);
        const after = await this.present(manager, await this.find(manager, id, false));
        await this.audit.append(manager, {
          action: 'account.changed',
          entity: 'account',
          entityId: found.id,
          before,
          after,
        });
        return after;
      }),
    );
  }

  private disabledAt({ disabledAt }: StoredAccount, isDisabled: boolean): Date | null {
    return isDisabled ? (disabledAt ?? new Date(this.clock.now())) : null;
  }

  private async find(manager: EntityManager, id: string, lock: boolean): Promise<StoredAccount> {
    const account = await findAccount(manager, id, { lock });
    if (account !== undefined) return account;
    throw new NotFoundError(problemIn(ACCOUNTS_MESSAGES, 'account_unknown', { path: '/path/id', value: id }));
  }

  private async present(manager: EntityManager, account: StoredAccount): Promise<AccountMessage> {
    return presentAccount(account, await presentReach(manager, toReach(account)));
  }

  private async unlessTaken<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (brokenConstraint(error) !== 'account_open_id') throw error;
      throw new ConflictError(problemIn(ACCOUNTS_MESSAGES, 'open_id_taken', { path: '/openId' }), { cause: error });
    }
  }
}

function refuseImpossible({ roles, reach }: AccountContent): void {
  const problem = rolesProblem(roles, reach);
  if (problem !== undefined) throw new UnprocessableError(problem);
}

function refuseToLeaveNobody({ roles, disabledAt }: AccountContent): void {
  if (disabledAt === null && roles.includes('system_administrator')) return;
  const path = disabledAt === null ? '/roles' : '/disabled';
  throw new ConflictError(problemIn(ACCOUNTS_MESSAGES, 'account_last_administrator', { path }));
}
