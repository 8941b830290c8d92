import { CanActivate, ExecutionContext, Injectable } from '@nestjs/common';
import { FastifyReply, FastifyRequest } from 'fastify';
import { ANONYMOUS, auditOrigin } from '../audit/audit-origin';
import { ForbiddenError } from '../common/errors/forbidden.error';
import { UnauthenticatedError } from '../common/errors/unauthenticated.error';
import { problemIn } from '../common/errors/worded-problem';
import { RouteRegistry } from '../common/http/route-registry';
import { ACCESS_MESSAGES } from './access.messages';
import { Authenticator } from './authenticator';
import { setCaller } from './caller';
import { Principal } from './principal';
import { requirePermission } from './require-permission';

/** The one guard of all routes: whatever does not say that it is public needs to know who asks, and what they may. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly routes: RouteRegistry,
    private readonly authenticator: Authenticator,
  ) {}

  async canActivate(context: ExecutionContext): Promise<true> {
    const access = this.routes.find(context.getHandler())?.definition.access;
    if (access === undefined) throw new ForbiddenError(problemIn(ACCESS_MESSAGES, 'address_closed'));
    if (access === 'public') return true;
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const principal = await this.callerOf(request, http.getResponse<FastifyReply>());
    setCaller(request, principal);
    if (access === 'authenticated') return true;
    if (principal.mustChangePassword) throw new ForbiddenError(problemIn(ACCESS_MESSAGES, 'password_change_due'));
    requirePermission(principal, access.permission);
    return true;
  }

  /** A credential that does not count may end what it is of, which the audit is told. */
  private async callerOf(request: FastifyRequest, reply: FastifyReply): Promise<Principal> {
    const origin = { actor: ANONYMOUS, sourceAddress: request.ip, correlationId: request.id };
    const principal = await auditOrigin.run(origin, () => this.authenticator.authenticate(request, reply));
    if (principal !== undefined) return principal;
    throw new UnauthenticatedError(problemIn(ACCESS_MESSAGES, 'credential_missing'));
  }
}
