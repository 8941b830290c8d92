import { ArgumentsHost, Catch, ExceptionFilter } from '@nestjs/common';
import { FastifyReply, FastifyRequest } from 'fastify';
import { PinoLogger } from 'nestjs-pino';
import { AppError } from '../errors/app.error';
import { sendProblem } from './send-problem';
import { toAppError } from './to-app-error';

/** The one place where an error becomes an answer. Nothing of its cause goes outside. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly log: PinoLogger) {
    log.setContext('Problem');
  }

  catch(thrown: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const error = toAppError(thrown);
    this.report(error);
    sendProblem(error, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }

  /** The message of an AppError names codes and paths only; the cause is shown where a person has to look at it. */
  private report(error: AppError): void {
    const needsCause = error.logLevel === 'error' || error.logLevel === 'warn';
    this.log[error.logLevel](needsCause ? { err: error.cause } : {}, error.message);
  }
}
