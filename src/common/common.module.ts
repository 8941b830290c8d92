import { DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_INTERCEPTOR, DiscoveryModule } from '@nestjs/core';
import { Clock } from './clock';
import { BoundaryInterceptor, CHECK_RESPONSES } from './http/boundary.interceptor';
import { ProblemFilter } from './http/problem.filter';
import { RouteRegistry } from './http/route-registry';

export interface CommonOptions {
  readonly clock: Clock;
  readonly checkResponses: boolean;
}

/** What every feature stands on: the clock, the boundary of schemas and the one exception filter. */
@Module({})
export class CommonModule {
  static with({ clock, checkResponses }: CommonOptions): DynamicModule {
    return {
      module: CommonModule,
      global: true,
      imports: [DiscoveryModule],
      providers: [
        RouteRegistry,
        { provide: Clock, useValue: clock },
        { provide: CHECK_RESPONSES, useValue: checkResponses },
        { provide: APP_INTERCEPTOR, useClass: BoundaryInterceptor },
        { provide: APP_FILTER, useClass: ProblemFilter },
      ],
      exports: [Clock, RouteRegistry],
    };
  }
}
