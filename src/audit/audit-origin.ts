import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';

/** Who brought a change about, and what ties its events and log lines together. */
export interface AuditOrigin {
  readonly actor: string;
  /** The network address that a request came from; null for what the service does by itself. */
  readonly sourceAddress: string | null;
  readonly correlationId: string;
}

/** Who a request comes from where nobody is asked. */
export const ANONYMOUS = 'anonymous';

/** The origin of whatever runs: of the request, filled by the interceptor; of a job, by `asSystem`. */
export const auditOrigin = new AsyncLocalStorage<AuditOrigin>();

/** Runs work that no request asks for: installing rule sets, what the calendar brings about. */
export function asSystem<T>(work: () => Promise<T>): Promise<T> {
  return auditOrigin.run({ actor: 'system', sourceAddress: null, correlationId: randomUUID() }, work);
}
