import { createHash, createPublicKey, KeyObject, verify } from 'node:crypto';
import { canonicalJson } from '../rule-set/identity';
import { Certificate, CertificateBody, CertificateKey } from './certificate.types';

/** The text that is signed. */
export function signedText(body: CertificateBody): string {
  return canonicalJson(body);
}

/** What names a public key: SHA-256 of it in DER, as `openssl pkey -pubin -outform DER | sha256sum` gives it. */
export function keyId(publicKey: KeyObject): string {
  return keyIdOfDer(publicKey.export({ type: 'spki', format: 'der' }));
}

/** Whether the key of a certificate is one, and is the one that its id says. */
export function readKey({ id, publicKey }: CertificateKey): KeyObject | undefined {
  const der = strictBase64(publicKey);
  if (der === undefined || keyIdOfDer(der) !== id) return undefined;
  try {
    const key = createPublicKey({ key: der, format: 'der', type: 'spki' });
    return key.asymmetricKeyType === 'ed25519' ? key : undefined;
  } catch {
    return undefined;
  }
}

/** Whether the signature is that of the certificate's own key over all the rest. */
export function signatureHolds({ signature, ...body }: Certificate): boolean {
  const key = readKey(body.key);
  const bytes = strictBase64(signature);
  return key !== undefined && bytes !== undefined && verify(null, Buffer.from(signedText(body), 'utf8'), key, bytes);
}

function keyIdOfDer(der: Buffer): string {
  return `sha256:${createHash('sha256').update(der).digest('hex')}`;
}

/** Bytes of a text that could not be written otherwise: base64 as such lets some characters differ. */
function strictBase64(text: string): Buffer | undefined {
  const bytes = Buffer.from(text, 'base64');
  return bytes.toString('base64') === text ? bytes : undefined;
}
