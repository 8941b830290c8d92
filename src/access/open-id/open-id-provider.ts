import { Injectable } from '@nestjs/common';
import type { Configuration } from 'openid-client' with { 'resolution-mode': 'import' };
import { NotFoundError } from '../../common/errors/not-found.error';
import { UnauthenticatedError } from '../../common/errors/unauthenticated.error';
import { UnavailableError } from '../../common/errors/unavailable.error';
import { problemIn } from '../../common/errors/worded-problem';
import { API_PREFIX } from '../../common/http/route.types';
import { Settings } from '../../config/settings';
import { openIdClient } from './open-id-client';
import { codeChallengeOf, OpenIdSecrets } from './open-id-secrets';
import { OPEN_ID_MESSAGES } from './open-id.messages';
import { OpenIdReturn } from './schemas/open-id.schema';

/** Who somebody is, as the provider says. */
export interface OpenIdIdentity {
  readonly issuer: string;
  readonly subject: string;
}

export const RETURN_PATH = '/sessions/open-id/callback';

/** Longest wait for an answer of the provider, in seconds. */
const PATIENCE = 10;

/** Why what the provider or the browser brought is not taken. Anything else is the provider's failing, or ours. */
const REFUSALS: readonly unknown[] = [
  'OAUTH_AUTHORIZATION_RESPONSE_ERROR',
  'OAUTH_INVALID_RESPONSE',
  'OAUTH_JWT_CLAIM_COMPARISON_FAILED',
  'OAUTH_JWT_TIMESTAMP_CHECK_FAILED',
];

/** The identity provider of the settings. It need not be there when the service starts: it is asked when it is needed. */
@Injectable()
export class OpenIdProvider {
  private configuration: Promise<Configuration> | undefined;

  constructor(private readonly settings: Settings) {}

  /**
   * Where to send a browser.
   * @throws NotFoundError where no provider is set up
   * @throws UnavailableError where it cannot be asked
   */
  async addressFor({ state, nonce, codeVerifier }: OpenIdSecrets): Promise<string> {
    const configuration = await this.discovered();
    const parameters = {
      redirect_uri: this.returnAddress().href,
      scope: 'openid',
      code_challenge: codeChallengeOf(codeVerifier),
      code_challenge_method: 'S256',
      ...{ state, nonce },
    };
    return openIdClient.buildAuthorizationUrl(configuration, parameters).href;
  }

  /**
   * Redeems what a browser brought back.
   * @throws UnauthenticatedError where the provider, or what it signed, does not confirm it
   * @throws UnavailableError where it cannot be asked
   */
  async identify(brought: OpenIdReturn, { state, nonce, codeVerifier }: OpenIdSecrets): Promise<OpenIdIdentity> {
    const configuration = await this.discovered();
    const address = this.returnAddress();
    for (const [name, value] of Object.entries(brought)) address.searchParams.set(name, String(value));
    const checks = {
      expectedState: state,
      expectedNonce: nonce,
      pkceCodeVerifier: codeVerifier,
      idTokenExpected: true,
    };
    try {
      const tokens = await openIdClient.authorizationCodeGrant(configuration, address, checks);
      const claims = tokens.claims();
      if (claims === undefined) throw new Error('an answer without an ID token was taken');
      return { issuer: claims.iss, subject: claims.sub };
    } catch (error) {
      throw isRefusal(error)
        ? new UnauthenticatedError(problemIn(OPEN_ID_MESSAGES, 'open_id_refused'), { cause: error })
        : unavailable(error);
    }
  }

  /** Kept once it succeeded; a provider that was away is asked again. */
  private async discovered(): Promise<Configuration> {
    this.configuration ??= this.discover();
    try {
      return await this.configuration;
    } catch (error) {
      this.configuration = undefined;
      throw error;
    }
  }

  private async discover(): Promise<Configuration> {
    const { oidcIssuer, oidcClientId, oidcClientSecret } = this.settings;
    if (oidcIssuer === undefined || oidcClientId === undefined) {
      throw new NotFoundError(problemIn(OPEN_ID_MESSAGES, 'open_id_not_set_up'));
    }
    const server = new URL(oidcIssuer);
    const { discovery, ClientSecretBasic, allowInsecureRequests, enableNonRepudiationChecks } = openIdClient;
    // The settings let plain HTTP pass for a provider on this machine only. Signatures of ID tokens are verified always.
    const execute = [enableNonRepudiationChecks, ...(server.protocol === 'http:' ? [allowInsecureRequests] : [])];
    try {
      return await discovery(server, oidcClientId, undefined, ClientSecretBasic(oidcClientSecret), {
        execute,
        timeout: PATIENCE,
      });
    } catch (error) {
      throw unavailable(error);
    }
  }

  private returnAddress(): URL {
    return new URL(`${API_PREFIX}${RETURN_PATH}`, this.settings.publicUrl);
  }
}

function isRefusal(error: unknown): boolean {
  const { code, error: kind } = (error ?? {}) as { readonly code?: unknown; readonly error?: unknown };
  return REFUSALS.includes(code) || kind === 'invalid_grant';
}

/** Whatever the provider says of us, such as a wrong secret, is for the operator. */
function unavailable(error: unknown): UnavailableError {
  const isAboutUs = error instanceof openIdClient.ResponseBodyError;
  const options = { cause: error, ...(isAboutUs ? { logLevel: 'error' as const } : {}) };
  return new UnavailableError(problemIn(OPEN_ID_MESSAGES, 'open_id_unavailable'), options);
}
