import { DynamicModule, Module, Type } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AccessGuard } from './access.guard';
import { Authenticator } from './authenticator';
import { LocalOperator } from './local-operator';

/** Who asks, and what they may. */
@Module({})
export class AccessModule {
  static with(authenticator: Type<Authenticator> = LocalOperator): DynamicModule {
    return {
      module: AccessModule,
      providers: [
        { provide: Authenticator, useClass: authenticator },
        { provide: APP_GUARD, useClass: AccessGuard },
      ],
    };
  }
}
