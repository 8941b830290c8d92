import { Permission } from '../../access/permissions';
import { Text } from '../../core';
import { FlatSchema, JsonSchema } from './json-schema.types';

export type HttpMethod = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** Who may call: everybody, whoever is known, or whoever has the permission. */
export type Access = 'public' | 'authenticated' | { readonly permission: Permission };

/** What one route takes and gives. The document at /openapi.json and the checks of requests are both made of it. */
export interface RouteDefinition {
  readonly method: HttpMethod;
  /** Nest's notation, such as `/subjects/:code`, below /api/v1. */
  readonly path: string;
  /** Serves the path from the root instead of /api/v1. */
  readonly atRoot?: true;
  /** The chapter of the documentation it stands in. */
  readonly tag: string;
  readonly summary: Text;
  readonly description?: Text;
  readonly access: Access;
  readonly params?: FlatSchema;
  readonly query?: FlatSchema;
  /** What else a query has is ignored, as protocols of others ask for; refused without it. */
  readonly otherQuery?: 'ignored';
  /** The headers it reads, in lower case; others are ignored. */
  readonly headers?: FlatSchema;
  readonly body?: JsonSchema;
  /** Takes bodies up to BATCH_BODY_LIMIT in place of BODY_LIMIT. */
  readonly bodyLimit?: 'batch';
  /** Schemas of the answers by status, null for an empty one; the first is the usual one. Problems are implied. */
  readonly responses: Readonly<Record<number, JsonSchema | null>>;
  /** Media types in which the usual answer is given as a text too, where the request asks for it. */
  readonly texts?: readonly string[];
}

export const API_PREFIX = '/api/v1';

/** The path of a route from the root, in Nest's notation. */
export function fullPath({ path, atRoot }: RouteDefinition): string {
  return atRoot ? path : `${API_PREFIX}${path}`;
}

/** The status a route answers with unless it says otherwise. */
export function usualStatus({ responses }: RouteDefinition): number {
  return Number(Object.keys(responses)[0]);
}
