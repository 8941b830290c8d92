import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { Clock } from '../common/clock';
import { Statement } from '../database/statement';
import { AuditChange, auditText } from './audit-content';
import { auditOrigin } from './audit-origin';

/**
 * Appends audit events, in the transaction of the change they tell of: if one cannot be stored, the change fails. As
 * the transaction commits, the database links each into the chain of its jurisdiction.
 */
@Injectable()
export class AuditService {
  constructor(private readonly clock: Clock) {}

  /** Runs inside a request or `asSystem`, which tell who brought the change about. */
  async append(manager: EntityManager, change: AuditChange): Promise<void> {
    const { sql, params } = this.statement([change]);
    await manager.query(sql, [...params]);
  }

  /** The statement that appends several changes in their order, to be sent together with what they tell of. */
  statement(changes: readonly AuditChange[]): Statement {
    const origin = auditOrigin.getStore();
    if (origin === undefined) throw new Error('a change outside any request must run asSystem');
    const at = new Date(this.clock.now());
    return {
      sql: `INSERT INTO audit_event (content)
            SELECT content FROM unnest($1::text[]) WITH ORDINALITY AS event (content, place) ORDER BY place`,
      params: [changes.map((change) => auditText(origin, at, change))],
    };
  }
}
