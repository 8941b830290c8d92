import { DynamicModule, Module } from '@nestjs/common';
import { Settings } from './settings';

/** Offers the settings, read before the application is made, to every module. */
@Module({})
export class ConfigModule {
  static with(settings: Settings): DynamicModule {
    return {
      module: ConfigModule,
      global: true,
      providers: [{ provide: Settings, useValue: settings }],
      exports: [Settings],
    };
  }
}
