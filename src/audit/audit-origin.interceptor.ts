import { CallHandler, ExecutionContext, Injectable, NestInterceptor } from '@nestjs/common';
import { FastifyRequest } from 'fastify';
import { Observable } from 'rxjs';
import { callerOf } from '../access/caller';
import { ANONYMOUS, auditOrigin } from './audit-origin';

/** Lets every change that a request brings about know its origin, without services passing it on. */
@Injectable()
export class AuditOriginInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const actor = callerOf(request) ?? ANONYMOUS;
    const origin = { actor, sourceAddress: request.ip, correlationId: request.id };
    // The handler starts when it is subscribed to, so it is that which has to run inside.
    return new Observable((subscriber) => auditOrigin.run(origin, () => next.handle().subscribe(subscriber)));
  }
}
