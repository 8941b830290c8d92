import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { findAccount } from '../accounts/accounts.store';
import { Principal } from '../principal';
import { presentReach } from '../reach/reach.store';
import { MeMessage } from './schemas/me.schema';

/** Tells people and machines who they are here. */
@Injectable()
export class MeReader {
  constructor(private readonly dataSource: DataSource) {}

  async read({ kind, id, name, permissions, reach, mustChangePassword }: Principal): Promise<MeMessage> {
    const { manager } = this.dataSource;
    const account = kind === 'account' ? await findAccount(manager, id, { lock: false }) : undefined;
    return {
      ...{ kind: kind === 'account' ? kind : 'api_key', id, name, displayName: account?.displayName ?? name },
      ...{ roles: [...(account?.roles ?? [])], permissions: [...permissions].sort() },
      reach: await presentReach(manager, reach),
      mustChangePassword: mustChangePassword === true,
    };
  }
}
