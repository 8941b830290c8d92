import { DynamicModule, Module } from '@nestjs/common';
import { LoggerModule } from 'nestjs-pino';
import { DestinationStream } from 'pino';
import { Settings } from '../../config/settings';
import { logOptions } from './log-options';

/** JSON logs on standard output, every line of a request with its id. */
@Module({})
export class LoggingModule {
  static with({ logLevel }: Settings, destination?: DestinationStream): DynamicModule {
    const options = logOptions(logLevel);
    return {
      module: LoggingModule,
      imports: [LoggerModule.forRoot({ pinoHttp: destination === undefined ? options : [options, destination] })],
    };
  }
}
