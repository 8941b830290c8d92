import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** What ties a way to the identity provider and back to one browser and one beginning. */
export interface OpenIdSecrets {
  /** Comes back in the address: nobody else can have begun this. */
  readonly state: string;
  /** Comes back in the ID token: it was issued for this beginning. */
  readonly nonce: string;
  /** PKCE: only who has it can redeem the code. */
  readonly codeVerifier: string;
}

/** All three follow from the random text in the cookie, so that they are kept nowhere. */
export function openIdSecretsOf(token: string): OpenIdSecrets {
  const derive = (purpose: string): string => createHmac('sha256', token).update(purpose).digest('base64url');
  return { state: derive('state'), nonce: derive('nonce'), codeVerifier: derive('code_verifier') };
}

/** What the provider is told of the verifier (S256). */
export function codeChallengeOf(codeVerifier: string): string {
  return createHash('sha256').update(codeVerifier).digest('base64url');
}

/** Compares without telling by the time it takes how much of it is right. */
export function isSameSecret(one: string, other: string): boolean {
  const [a, b] = [one, other].map((text) => createHash('sha256').update(text).digest()) as [Buffer, Buffer];
  return timingSafeEqual(a, b);
}
