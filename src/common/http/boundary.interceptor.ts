import { CallHandler, ExecutionContext, Inject, Injectable, NestInterceptor } from '@nestjs/common';
import { FastifyReply, FastifyRequest } from 'fastify';
import { Observable, tap } from 'rxjs';
import { RouteRegistry } from './route-registry';

/** Whether answers are checked against their schemas: true in tests, where a wrong one becomes a 500. */
export const CHECK_RESPONSES = Symbol('check responses');

/** The boundary: every request passes the schemas of its route before its controller sees it. Runs after the guards. */
@Injectable()
export class BoundaryInterceptor implements NestInterceptor {
  constructor(
    private readonly routes: RouteRegistry,
    @Inject(CHECK_RESPONSES) private readonly checkResponses: boolean,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const route = this.routes.of(context.getHandler());
    route.checkRequest(http.getRequest<FastifyRequest>());
    if (!this.checkResponses) return next.handle();
    const reply = http.getResponse<FastifyReply>();
    return next.handle().pipe(tap((answer) => route.checkResponse(reply.statusCode, answer)));
  }
}
