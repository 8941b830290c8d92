import { ReachMessage } from '../reach/reach.schema';
import { StoredApiKey } from './api-keys.store';
import { ApiKeyMessage } from './schemas/api-key.schema';

/** A key as it is shown, and as the audit keeps it: without the key. */
export function presentApiKey(key: StoredApiKey, reach: ReachMessage): ApiKeyMessage {
  const { id, name, start, scopes, createdBy, createdAt, expiresAt, revokedAt, lastUsedAt } = key;
  return {
    ...{ id, name, start, scopes: [...scopes], reach, createdBy },
    ...{ createdAt: createdAt.toISOString(), expiresAt: expiresAt.toISOString() },
    ...{ revokedAt: revokedAt?.toISOString() ?? null, lastUsedAt: lastUsedAt?.toISOString() ?? null },
  };
}
