import { AuditContent } from '../audit-content';

/** The columns of an event beside its text, as the database gives them. */
export interface EventColumns {
  readonly at: Date;
  readonly actor: string;
  readonly actorName: string;
  readonly sourceAddress: string | null;
  readonly action: string;
  readonly entity: string;
  readonly entityId: string;
  readonly before: unknown;
  readonly after: unknown;
  readonly ruleSet: unknown;
  readonly correlationId: string;
}

/** For the list of a query on `audit_event e`. */
export const EVENT_COLUMNS = `e.at, e.actor, e.actor_name AS "actorName", e.source_address AS "sourceAddress", e.action,
  e.entity, e.entity_id AS "entityId", e.before, e.after, e.rule_set AS "ruleSet", e.correlation_id AS "correlationId"`;

/** The columns as they follow from the text, in a form to be compared. */
export function columnsOf({ actor, ...content }: AuditContent): Readonly<Record<string, unknown>> {
  const named = actor.kind === 'system' ? actor.id : `${actor.kind}:${actor.id}`;
  return { ...content, actor: named, actorName: actor.name };
}
