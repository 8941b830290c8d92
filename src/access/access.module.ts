import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditModule } from '../audit/audit.module';
import { AccessGuard } from './access.guard';
import { Account } from './accounts/account.entity';
import { AccountsController } from './accounts/accounts.controller';
import { AccountsService } from './accounts/accounts.service';
import { FirstAdministrator } from './accounts/first-administrator';
import { Authenticator } from './authenticator';
import { CredentialAuthenticator } from './credential-authenticator';
import { ApiKeyAuthenticator } from './keys/api-key-authenticator';
import { ApiKeyUses } from './keys/api-key-uses';
import { ApiKey } from './keys/api-key.entity';
import { ApiKeysController } from './keys/api-keys.controller';
import { ApiKeysService } from './keys/api-keys.service';
import { OpenIdCookie } from './open-id/open-id-cookie';
import { OpenIdProvider } from './open-id/open-id-provider';
import { OpenIdSignIn } from './open-id/open-id-sign-in.entity';
import { OpenIdSignInService } from './open-id/open-id-sign-in.service';
import { OpenIdController } from './open-id/open-id.controller';
import { OneTimePasswords } from './passwords/one-time-passwords.service';
import { Passwords } from './passwords/passwords';
import { MeReader } from './sessions/me.reader';
import { OwnPasswordService } from './sessions/own-password.service';
import { SessionAuthenticator } from './sessions/session-authenticator';
import { SessionCookie } from './sessions/session-cookie';
import { SessionToken } from './sessions/session-token.entity';
import { Session } from './sessions/session.entity';
import { SessionsController } from './sessions/sessions.controller';
import { SessionsService } from './sessions/sessions.service';
import { SignInAttempt } from './sessions/sign-in-attempt.entity';
import { SignInAttempts } from './sessions/sign-in-attempts';
import { SignInService } from './sessions/sign-in.service';

/** Who asks, and what they may: accounts, sessions, keys and the guard of all routes. */
@Module({
  imports: [
    TypeOrmModule.forFeature([Account, Session, SessionToken, SignInAttempt, ApiKey, OpenIdSignIn]),
    AuditModule,
  ],
  controllers: [SessionsController, OpenIdController, AccountsController, ApiKeysController],
  providers: [
    ...[Passwords, OneTimePasswords, AccountsService, FirstAdministrator],
    ...[SessionCookie, SessionsService, SignInAttempts, SignInService, OwnPasswordService, MeReader],
    ...[OpenIdCookie, OpenIdProvider, OpenIdSignInService],
    ...[ApiKeyUses, ApiKeysService, ApiKeyAuthenticator, SessionAuthenticator, CredentialAuthenticator],
    { provide: Authenticator, useExisting: CredentialAuthenticator },
    { provide: APP_GUARD, useClass: AccessGuard },
  ],
})
export class AccessModule {}
