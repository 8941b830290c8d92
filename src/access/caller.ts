import { createParamDecorator, ExecutionContext } from '@nestjs/common';
import { FastifyRequest } from 'fastify';
import { Principal } from './principal';

const callers = new WeakMap<object, Principal>();

/** Who a request comes from; undefined on public routes, where nobody asks. Known once the guard has let it through. */
export function callerOf(request: FastifyRequest): Principal | undefined {
  return callers.get(request.raw);
}

/** Keeps who a request comes from, for as long as there is the request. */
export function setCaller(request: FastifyRequest, principal: Principal): void {
  callers.set(request.raw, principal);
}

/** Injects who the request comes from into a parameter of a controller's method. Not for public routes. */
export const Caller = createParamDecorator((_: unknown, context: ExecutionContext): Principal => {
  const principal = callerOf(context.switchToHttp().getRequest<FastifyRequest>());
  if (principal === undefined) throw new Error('a public route has no caller');
  return principal;
});
