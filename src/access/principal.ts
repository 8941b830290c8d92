import { Permission } from './permissions';

/** Of which enterprises a principal may see or change anything. Every question to the database is asked within it. */
export type Reach =
  | { readonly kind: 'everything' }
  /** The enterprises that are in the charge of these offices or of one below them. */
  | { readonly kind: 'offices'; readonly officeIds: readonly string[] }
  | { readonly kind: 'subject'; readonly subjectCode: string };

export const EVERYTHING: Reach = { kind: 'everything' };

/** Who acts: a person who signed in, a machine with its key, or the service itself. */
export interface Principal {
  readonly kind: 'account' | 'api_key' | 'system';
  /** Names the principal in the audit and never changes: the id of the account or key. */
  readonly id: string;
  readonly name: string;
  readonly permissions: ReadonlySet<Permission>;
  readonly reach: Reach;
  /** Of a person: the session in which they ask. */
  readonly sessionId?: string;
  /** Signed in by a one-time password: nothing is permitted until another one is chosen. */
  readonly mustChangePassword?: true;
}

/** How the audit names a principal: `account:<id>`, `api_key:<id>`, or the part of the service. */
export function actorOf({ kind, id }: Principal): string {
  return kind === 'system' ? id : `${kind}:${id}`;
}
