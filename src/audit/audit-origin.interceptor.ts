import { CallHandler, ExecutionContext, Injectable, NestInterceptor } from '@nestjs/common';
import { FastifyRequest } from 'fastify';
import { Observable } from 'rxjs';
import { ANONYMOUS, auditOrigin } from './audit-origin';

/** Lets every change that a request brings about know its origin, without services passing it on. */
@Injectable()
export class AuditOriginInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { id } = context.switchToHttp().getRequest<FastifyRequest>();
    const origin = { actor: ANONYMOUS, correlationId: id };
    // The handler starts when it is subscribed to, so it is that which has to run inside.
    return new Observable((subscriber) => auditOrigin.run(origin, () => next.handle().subscribe(subscriber)));
  }
}
