import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import { Principal } from '../access/principal';

/** Who acts, as the audit names them: by what never changes, and by the name that they have now. */
export type Actor = Pick<Principal, 'kind' | 'id' | 'name'>;

/** Who brought a change about, and what ties its events and log lines together. */
export interface AuditOrigin {
  readonly actor: Actor;
  /** The network address that a request came from; null for what the service does by itself. */
  readonly sourceAddress: string | null;
  readonly correlationId: string;
}

/** Who a request comes from where nobody is asked. */
export const ANONYMOUS: Actor = { kind: 'system', id: 'anonymous', name: 'anonymous' };

const SYSTEM: Actor = { kind: 'system', id: 'system', name: 'system' };

/** The origin of whatever runs: of the request, filled by the interceptor; of a job, by `asSystem`. */
export const auditOrigin = new AsyncLocalStorage<AuditOrigin>();

/** Runs work of a request in the name of somebody who becomes known only while it is answered: of who signs in. */
export function asActor<T>(actor: Actor, work: () => Promise<T>): Promise<T> {
  const origin = auditOrigin.getStore();
  if (origin === undefined) throw new Error('there is no request of which somebody could be the actor');
  return auditOrigin.run({ ...origin, actor }, work);
}

/** Runs work that no request asks for: installing rule sets, what the calendar brings about. */
export function asSystem<T>(work: () => Promise<T>): Promise<T> {
  return auditOrigin.run({ actor: SYSTEM, sourceAddress: null, correlationId: randomUUID() }, work);
}
