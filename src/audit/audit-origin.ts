import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';

/** Who brought a change about, and what ties its events and log lines together. */
export interface AuditOrigin {
  readonly actor: string;
  readonly correlationId: string;
}

/** Who a request comes from as long as there are no accounts. */
export const ANONYMOUS = 'anonymous';

/** The origin of whatever runs: of the request, filled by the interceptor; of a job, by `asSystem`. */
export const auditOrigin = new AsyncLocalStorage<AuditOrigin>();

/** Runs work that no request asks for: installing rule sets, what the calendar brings about. */
export function asSystem<T>(work: () => Promise<T>): Promise<T> {
  return auditOrigin.run({ actor: 'system', correlationId: randomUUID() }, work);
}
