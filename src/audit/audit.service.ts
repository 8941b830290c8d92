import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { Clock } from '../common/clock';
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
    const origin = auditOrigin.getStore();
    if (origin === undefined) throw new Error('a change outside any request must run asSystem');
    const { action, entity, entityId, before, after } = change;
    await manager.query(
      `INSERT INTO audit_event (at, actor, action, entity, entity_id, before, after, correlation_id)
       VALUES ($1, $2, $3, $4, $5, $6::jsonb, $7::jsonb, $8)`,
      [
        new Date(this.clock.now()),
        ...[origin.actor, action, entity, entityId],
        ...[jsonOrNull(before), jsonOrNull(after)],
        origin.correlationId,
      ],
    );
  }
}

function jsonOrNull(value: unknown): string | null {
  return value === undefined || value === null ? null : JSON.stringify(value);
}
