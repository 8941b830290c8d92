import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { Clock } from '../common/clock';
import { Statement } from '../database/statement';
import { auditOrigin } from './audit-origin';

/** One change as it is told to the audit. `before` is absent for what was made, `after` for what ended. */
export interface AuditChange {
  /** What was done, such as `subject.changed`. */
  readonly action: string;
  readonly entity: string;
  /** What names the entity outside: a code, not the id of a row, where there is one. */
  readonly entityId: string;
  readonly before?: unknown;
  readonly after?: unknown;
}

/** Appends audit events, in the transaction of the change they tell of: if one cannot be stored, the change fails. */
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
    return {
      sql: `INSERT INTO audit_event (at, actor, action, entity, entity_id, before, after, correlation_id)
       SELECT $1::timestamptz, $2, change ->> 'action', change ->> 'entity', change ->> 'entityId',
              nullif(change -> 'before', 'null'), nullif(change -> 'after', 'null'), $3
         FROM jsonb_array_elements($4::jsonb) WITH ORDINALITY AS row (change, place)
        ORDER BY place`,
      params: [new Date(this.clock.now()), origin.actor, origin.correlationId, JSON.stringify(changes)],
    };
  }
}
