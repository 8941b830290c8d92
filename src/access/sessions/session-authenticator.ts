import { Injectable } from '@nestjs/common';
import { FastifyReply, FastifyRequest } from 'fastify';
import { RefusedRequestError } from '../../common/errors/refused-request.error';
import { UnauthenticatedError } from '../../common/errors/unauthenticated.error';
import { problemIn } from '../../common/errors/worded-problem';
import { HTTP_MESSAGES } from '../../common/http/http.messages';
import { permissionsOf } from '../account-roles';
import { Principal } from '../principal';
import { toReach } from '../reach/reach.store';
import { SessionCookie } from './session-cookie';
import { SessionsService } from './sessions.service';
import { StoredSession } from './sessions.store';

const JSON_TYPE = /^application\/json\s*(;|$)/i;

/** Finds out which person a request comes from. */
@Injectable()
export class SessionAuthenticator {
  constructor(
    private readonly sessions: SessionsService,
    private readonly cookie: SessionCookie,
  ) {}

  /** Undefined where the request has no cookie of ours. @throws UnauthenticatedError where its session is over */
  async authenticate(request: FastifyRequest, reply: FastifyReply): Promise<Principal | undefined> {
    const token = this.cookie.read(request);
    if (token === undefined) return undefined;
    refuseForm(request);
    try {
      const { principal, renewed } = await this.principalOf(token);
      if (renewed !== undefined) this.cookie.write(reply, renewed);
      return principal;
    } catch (error) {
      if (error instanceof UnauthenticatedError) this.cookie.clear(reply);
      throw error;
    }
  }

  async principalOf(token: string): Promise<{ readonly principal: Principal; readonly renewed: string | undefined }> {
    const { session, renewed } = await this.sessions.find(token);
    return { principal: toPrincipal(session), renewed };
  }
}

/**
 * A page of another host can make a browser send a form, with the cookies where that host is a neighbour, but neither
 * JSON nor another method without asking us first, which we never allow.
 */
function refuseForm({ method, headers }: FastifyRequest): void {
  if (method !== 'POST' || JSON_TYPE.test(headers['content-type'] ?? '')) return;
  throw new RefusedRequestError('unsupported_media_type', problemIn(HTTP_MESSAGES, 'media_type_unsupported'));
}

function toPrincipal(session: StoredSession): Principal {
  const head = { kind: 'account', id: session.accountId, name: session.name, sessionId: session.id } as const;
  const reach = toReach(session);
  if (session.oneTimeUntil !== null) return { ...head, permissions: new Set(), reach, mustChangePassword: true };
  return { ...head, permissions: permissionsOf(session.roles), reach };
}
