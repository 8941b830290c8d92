import { CanActivate, ExecutionContext, Injectable } from '@nestjs/common';
import { FastifyRequest } from 'fastify';
import { ForbiddenError } from '../common/errors/forbidden.error';
import { UnauthenticatedError } from '../common/errors/unauthenticated.error';
import { problemIn } from '../common/errors/worded-problem';
import { RouteRegistry } from '../common/http/route-registry';
import { ACCESS_MESSAGES } from './access.messages';
import { Authenticator } from './authenticator';
import { setCaller } from './caller';
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
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const principal = await this.authenticator.authenticate(request);
    if (principal === undefined) throw new UnauthenticatedError(problemIn(ACCESS_MESSAGES, 'credential_missing'));
    setCaller(request, principal);
    if (access !== 'authenticated') requirePermission(principal, access.permission);
    return true;
  }
}
