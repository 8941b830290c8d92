import { createHash } from 'node:crypto';
import { canonicalize } from 'json-canonicalize';

/** The canonical JSON of a document (RFC 8785): the same for any order of keys and any whitespace. */
export function canonicalJson(document: unknown): string {
  return canonicalize(document);
}

/** The identity of a document's content, `sha256:<64 hex digits>`, taken over the UTF-8 of its canonical JSON. */
export function contentHash(document: unknown): string {
  return `sha256:${createHash('sha256').update(canonicalJson(document), 'utf8').digest('hex')}`;
}
