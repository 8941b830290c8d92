import { Logger } from 'nestjs-pino';

/** What the framework says of its own start, a line for every module and route. */
const CHATTER = new Set(['NestFactory', 'NestApplication', 'InstanceLoader', 'RoutesResolver', 'RouterExplorer']);

/** Nest's logger on pino, without the framework's account of its own start. Its warnings and errors are kept. */
export class ServiceLogger extends Logger {
  override log(message: unknown, ...optional: unknown[]): void {
    const context = optional.at(-1);
    if (typeof context === 'string' && CHATTER.has(context)) return;
    super.log(message, ...optional);
  }
}
