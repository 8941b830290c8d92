import { canonicalJson, RuleSetIdentity } from '../core';
import { Actor, AuditOrigin } from './audit-origin';

/** One change as it is told to the audit. `before` is absent for what was made, `after` for what ended. */
export interface AuditChange {
  /** What was done, such as `subject.changed`. */
  readonly action: string;
  readonly entity: string;
  /** What names the entity outside: a code, not the id of a row, where there is one. */
  readonly entityId: string;
  readonly before?: unknown;
  readonly after?: unknown;
  /** The version of a rule set by which it was done, or that it is about. */
  readonly ruleSet?: RuleSetIdentity | undefined;
}

/** An event as it is kept and hashed. docs/certificate.md and docs/operations.md rest on these names. */
export interface AuditContent {
  readonly at: string;
  readonly actor: Actor;
  readonly sourceAddress: string | null;
  readonly action: string;
  readonly entity: string;
  readonly entityId: string;
  readonly before: unknown;
  readonly after: unknown;
  readonly ruleSet: RuleSetIdentity | null;
  readonly correlationId: string;
}

/** The text of an event, canonical JSON: the same for ever, wherever it is made anew of its parts. */
export function auditText({ actor, ...origin }: AuditOrigin, at: Date, change: AuditChange): string {
  const { action, entity, entityId, before = null, after = null, ruleSet = null } = change;
  const content: AuditContent = {
    at: at.toISOString(),
    actor: { kind: actor.kind, id: actor.id, name: actor.name },
    sourceAddress: origin.sourceAddress,
    ...{ action, entity, entityId, before, after, ruleSet },
    correlationId: origin.correlationId,
  };
  // By way of JSON, which is what dates and what is undefined become in it.
  return canonicalJson(JSON.parse(JSON.stringify(content)));
}
