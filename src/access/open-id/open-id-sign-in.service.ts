import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { asActor } from '../../audit/audit-origin';
import { Clock } from '../../common/clock';
import { ForbiddenError } from '../../common/errors/forbidden.error';
import { UnauthenticatedError } from '../../common/errors/unauthenticated.error';
import { problemIn } from '../../common/errors/worded-problem';
import { inTransaction } from '../../database/transaction';
import { findByOpenId, LinkedAccount } from '../accounts/accounts.store';
import { hashOf, newSecretText } from '../secret-text';
import { SessionsService } from '../sessions/sessions.service';
import { OpenIdIdentity, OpenIdProvider } from './open-id-provider';
import { isSameSecret, openIdSecretsOf } from './open-id-secrets';
import { insertOpenIdSignIn, takeOpenIdSignIn } from './open-id-sign-ins.store';
import { OPEN_ID_MESSAGES } from './open-id.messages';
import { OpenIdReturn } from './schemas/open-id.schema';

/** Seconds that somebody has for signing in at the provider. */
export const WAY_LASTS = 600;

/**
 * Signs people in by OpenID Connect: authorization code flow with PKCE. The provider says who somebody is; that they have an
 * account, and what it may do, an administrator said before. Nobody gets an account by coming.
 */
@Injectable()
export class OpenIdSignInService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly provider: OpenIdProvider,
    private readonly sessions: SessionsService,
  ) {}

  /**
   * @returns where to send the browser, and what it has to keep in its cookie
   * @throws NotFoundError where no provider is set up
   * @throws UnavailableError where it cannot be asked
   */
  async begin(returnTo: string): Promise<{ readonly address: string; readonly token: string }> {
    const token = newSecretText();
    const address = await this.provider.addressFor(openIdSecretsOf(token));
    const now = this.clock.now();
    const times = { now: new Date(now), expiresAt: new Date(now + WAY_LASTS * 1000) };
    await insertOpenIdSignIn(this.dataSource.manager, { hash: hashOf(token), returnTo, ...times });
    return { address, token };
  }

  /**
   * Opens a session for who came back.
   * @param token of the cookie
   * @returns the id of the session, and where they wanted to be
   * @throws UnauthenticatedError where it is not what was begun in this browser, or the provider does not confirm it
   * @throws ForbiddenError where no account is linked, or it is disabled
   * @throws UnavailableError where the provider cannot be asked
   */
  async complete(token: string | undefined, brought: OpenIdReturn): Promise<{ session: string; returnTo: string }> {
    if (token === undefined) throw notBegun();
    const secrets = openIdSecretsOf(token);
    // Before anything is taken: who makes a browser come with a state of their own must not end what it began.
    if (!isSameSecret(brought.state, secrets.state)) throw notBegun();
    const begun = await takeOpenIdSignIn(this.dataSource.manager, hashOf(token), new Date(this.clock.now()));
    if (begun === undefined) throw notBegun();
    const account = await this.accountOf(await this.provider.identify(brought, secrets));
    const session = await asActor({ kind: 'account', id: account.id, name: account.name }, () =>
      inTransaction(this.dataSource, (manager) => this.sessions.open(manager, account.id, 'open_id')),
    );
    return { session, returnTo: begun.returnTo };
  }

  private async accountOf({ issuer, subject }: OpenIdIdentity): Promise<LinkedAccount> {
    const account = await findByOpenId(this.dataSource.manager, issuer, subject);
    if (account === undefined) {
      const particulars = { value: subject, params: { issuer } };
      throw new ForbiddenError(problemIn(OPEN_ID_MESSAGES, 'open_id_not_linked', particulars));
    }
    if (account.disabledAt === null) return account;
    throw new ForbiddenError(problemIn(OPEN_ID_MESSAGES, 'open_id_account_disabled'));
  }
}

function notBegun(): UnauthenticatedError {
  return new UnauthenticatedError(problemIn(OPEN_ID_MESSAGES, 'open_id_not_begun'));
}
