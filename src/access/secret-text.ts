import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits as a text, for an id of a session or a key. */
export function newSecretText(): string {
  return randomBytes(32).toString('base64url');
}

/**
 * What is stored of such a text. A fast hash is enough: what it hashes is random and long, so there is nothing to guess
 * that a slow one would protect.
 */
export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
