import { Injectable, OnApplicationBootstrap } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { asSystem } from '../audit/audit-origin';
import { AuditService } from '../audit/audit.service';
import { Clock } from '../common/clock';
import { inTransaction } from '../database/transaction';
import { SigningKey } from './signing-key';
import { SigningKeyRow } from './signing-key.entity';

/** A published key, and whether certificates are signed with it now. */
export interface PublishedKey extends SigningKeyRow {
  readonly current: boolean;
}

/** Publishes the key before the service listens, and keeps those of before published: what they signed stays provable. */
@Injectable()
export class SigningKeysService implements OnApplicationBootstrap {
  constructor(
    private readonly dataSource: DataSource,
    private readonly key: SigningKey,
    private readonly clock: Clock,
    private readonly audit: AuditService,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const { id } = this.key;
    const [algorithm, publicKey] = ['Ed25519', this.key.publicPem()];
    await asSystem(() =>
      inTransaction(this.dataSource, async (manager) => {
        const added = await manager.query<unknown[]>(
          `INSERT INTO signing_key (id, algorithm, public_key, published_at) VALUES ($1, $2, $3, $4)
           ON CONFLICT (id) DO NOTHING RETURNING id`,
          [id, algorithm, publicKey, new Date(this.clock.now())],
        );
        if (added.length === 0) return;
        const after = { algorithm, publicKey };
        await this.audit.append(manager, {
          action: 'signing_key.published',
          entity: 'signing_key',
          entityId: id,
          after,
        });
      }),
    );
  }

  /** All keys, those published first at the front. */
  async list(): Promise<readonly PublishedKey[]> {
    const rows = await this.dataSource.query<SigningKeyRow[]>(
      `SELECT id, algorithm, public_key AS "publicKey", published_at AS "publishedAt"
         FROM signing_key ORDER BY published_at, id`,
    );
    return rows.map((row) => ({ ...row, current: row.id === this.key.id }));
  }
}
