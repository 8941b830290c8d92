import { Injectable } from '@nestjs/common';
import { FastifyReply, FastifyRequest } from 'fastify';
import { Authenticator } from './authenticator';
import { ApiKeyAuthenticator } from './keys/api-key-authenticator';
import { Principal } from './principal';
import { SessionAuthenticator } from './sessions/session-authenticator';

/** A machine with its key, or a person with a session. What has a key is a machine, whatever cookies came along. */
@Injectable()
export class CredentialAuthenticator extends Authenticator {
  constructor(
    private readonly keys: ApiKeyAuthenticator,
    private readonly sessions: SessionAuthenticator,
  ) {
    super();
  }

  async authenticate(request: FastifyRequest, reply: FastifyReply): Promise<Principal | undefined> {
    return (await this.keys.authenticate(request)) ?? (await this.sessions.authenticate(request, reply));
  }
}
