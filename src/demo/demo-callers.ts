import { createHmac } from 'node:crypto';
import { DataSource } from 'typeorm';
import { ACCOUNT_ROLES, AccountRole, MACHINE_SCOPES } from '../access/account-roles';
import { AccountsService } from '../access/accounts/accounts.service';
import { findPassword, storePassword } from '../access/accounts/accounts.store';
import { findApiKeyByHash } from '../access/keys/api-keys.store';
import { ApiKeysService, KEY_PREFIX } from '../access/keys/api-keys.service';
import { NewApiKeyMessage } from '../access/keys/schemas/api-key.schema';
import { Passwords } from '../access/passwords/passwords';
import { EVERYTHING, Principal } from '../access/principal';
import { ReachMessage } from '../access/reach/reach.schema';
import { hashOf } from '../access/secret-text';
import { asSystem } from '../audit/audit-origin';
import { Clock } from '../common/clock';
import { Text } from '../core';
import { SubjectViewsService } from '../subjects/subject-views.service';
import { creditCode, STORY } from './district/enterprises';

const DAY = 24 * 60 * 60_000;

const DEMONSTRATION: Principal = {
  ...{ kind: 'system', id: 'system', name: 'demonstration', permissions: new Set(), reach: EVERYTHING },
};

/** An account of the demonstration, with its password. */
export interface DemoAccount {
  readonly role: Text;
  readonly name: string;
  readonly password: string;
}

export interface DemoCredentials {
  readonly accounts: readonly DemoAccount[];
  readonly key: string;
}

/**
 * One account for each role, and one key. Their secrets follow from one that this installation keeps in its data folder,
 * so that every start can tell them and none is the same anywhere else.
 */
export class DemoCallers {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly accounts: AccountsService,
    private readonly passwords: Passwords,
    private readonly keys: ApiKeysService,
    private readonly views: SubjectViewsService,
  ) {}

  /** Makes what is missing; whoever exists has the password that is told. @param secret of this installation */
  ensure(secret: string): Promise<DemoCredentials> {
    const derive = (name: string): string => createHmac('sha256', secret).update(name).digest('base64url');
    return asSystem(async () => {
      const accounts: DemoAccount[] = [];
      for (const role of Object.keys(ACCOUNT_ROLES) as AccountRole[]) {
        const name = `demo.${role.replaceAll('_', '-')}`;
        const password = derive(`password of ${name}`).slice(0, 16);
        await this.ensureAccount(role, name, password);
        accounts.push({ role: ACCOUNT_ROLES[role].name, name, password });
      }
      return { accounts, key: await this.ensureKey(derive) };
    });
  }

  private async ensureAccount(role: AccountRole, name: string, password: string): Promise<void> {
    const { manager } = this.dataSource;
    const found = await findPassword(manager, 'name', name);
    const isRight = await this.passwords.matches(found?.passwordHash ?? undefined, password);
    if (isRight && found?.oneTimeUntil === null) return;
    const id = found?.id ?? (await this.createAccount(role, name));
    const now = new Date(this.clock.now());
    await storePassword(manager, id, { hash: await this.passwords.hash(password), oneTimeUntil: null, now });
  }

  private async createAccount(role: AccountRole, name: string): Promise<string> {
    const displayName = `${ACCOUNT_ROLES[role].name['zh-CN']}（示例）`;
    const created = await this.accounts.create({ name, displayName, roles: [role], reach: await this.reachOf(role) });
    return created.account.id;
  }

  private async reachOf(role: AccountRole): Promise<ReachMessage> {
    const subject = creditCode(STORY);
    if (role === 'enterprise') return { kind: 'subject', subject };
    if (role !== 'town_inspector') return { kind: 'everything' };
    const { office } = await this.views.get(EVERYTHING, subject);
    return { kind: 'offices', offices: [office] };
  }

  /** One that expired or was revoked stays so; the next one follows. */
  private async ensureKey(derive: (name: string) => string): Promise<string> {
    const now = this.clock.now();
    for (let number = 1; ; number += 1) {
      const key = `${KEY_PREFIX}${derive(`key ${number}`)}`;
      const found = await findApiKeyByHash(this.dataSource.manager, hashOf(key));
      if (found === undefined) {
        const expiresAt = new Date(now + 365 * DAY).toISOString();
        const wanted: NewApiKeyMessage = {
          ...{ name: '示例系统', scopes: [...MACHINE_SCOPES], reach: { kind: 'everything' }, expiresAt },
        };
        return (await this.keys.issue(DEMONSTRATION, wanted, key)).key;
      }
      if (found.revokedAt === null && found.expiresAt.getTime() > now) return key;
    }
  }
}
