import { Injectable } from '@nestjs/common';
import { DataSource, EntityManager } from 'typeorm';
import { asSystem } from '../../audit/audit-origin';
import { AuditService } from '../../audit/audit.service';
import { Clock } from '../../common/clock';
import { Settings } from '../../config/settings';
import { inTransaction } from '../../database/transaction';
import { OneTimePasswords } from '../passwords/one-time-passwords.service';
import { findPassword, insertAccount, lockAdministrators } from './accounts.store';

/** An administrator that was created, with the password to be told; undefined where the operator gave it. */
export interface CreatedAdministrator {
  readonly name: string;
  readonly password: string | undefined;
}

/** Any number that nothing else in this database locks by. */
const LOCK = 7_265_105;

const NAME = 'admin';

/** Creates a system administrator where nobody could keep the accounts: at the first start, or once all are disabled. */
@Injectable()
export class FirstAdministrator {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly settings: Settings,
    private readonly audit: AuditService,
    private readonly oneTimePasswords: OneTimePasswords,
  ) {}

  /** @returns the one it created; undefined where there is somebody */
  async ensure(): Promise<CreatedAdministrator | undefined> {
    const given = this.settings.firstAdminPassword;
    return asSystem(() =>
      inTransaction(this.dataSource, async (manager) => {
        // Several processes may start at once on an empty database.
        await manager.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
        if ((await lockAdministrators(manager)).length > 0) return undefined;
        const name = await freeName(manager);
        const password = await this.oneTimePasswords.make({ given });
        const id = await this.insert(manager, name);
        await this.oneTimePasswords.store(manager, id, password);
        const after = { name, roles: ['system_administrator'] };
        await this.audit.append(manager, { action: 'account.created', entity: 'account', entityId: id, after });
        return { name, password: given === undefined ? password.text : undefined };
      }),
    );
  }

  private async insert(manager: EntityManager, name: string): Promise<string> {
    const id = await insertAccount(manager, {
      ...{ name, displayName: '系统管理员', roles: ['system_administrator'], reach: 'everything', officeIds: [] },
      ...{ subjectCode: null, oidcIssuer: null, oidcSubject: null, disabledAt: null },
      createdAt: new Date(this.clock.now()),
    });
    if (id === undefined) throw new Error(`the account ${name} appeared meanwhile`);
    return id;
  }
}

async function freeName(manager: EntityManager): Promise<string> {
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? NAME : `${NAME}-${number}`;
    if ((await findPassword(manager, 'name', name)) === undefined) return name;
  }
}
