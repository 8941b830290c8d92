import { createPublicKey } from 'node:crypto';
import { keyId } from '../core';
import { UsageError } from './errors';
import { readBytes } from './load';

/**
 * The ids of the keys in a file: one public key in PEM, or the answer of GET /keys with any number.
 * @throws UsageError where it holds none
 */
export function readTrustedKeys(file: string): ReadonlySet<string> {
  const text = readBytes(file).toString('utf8');
  try {
    return new Set(pemsIn(text).map(ed25519Id));
  } catch {
    throw new UsageError('no_public_key', { file });
  }
}

function pemsIn(text: string): readonly string[] {
  if (!text.trimStart().startsWith('{')) return [text];
  const { items } = JSON.parse(text) as { readonly items: readonly { readonly publicKey: string }[] };
  if (items.length === 0) throw new Error('no key');
  return items.map(({ publicKey }) => publicKey);
}

function ed25519Id(pem: string): string {
  // A private key would be taken too, for a public one follows from it: it must not be asked for here.
  if (!pem.includes('-----BEGIN PUBLIC KEY-----')) throw new Error('no public key');
  const key = createPublicKey(pem);
  if (key.asymmetricKeyType !== 'ed25519') throw new Error('another kind of key');
  return keyId(key);
}
