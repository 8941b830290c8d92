import { Injectable, OnModuleInit, Type } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { compileRequestCheck, RequestCheck } from './request-check';
import { compileResponseChecks, ResponseCheck } from './response-check';
import { ROUTE_METADATA } from './route.decorator';
import { RouteDefinition } from './route.types';

export interface RegisteredRoute {
  readonly definition: RouteDefinition;
  /** Names the route in the document: `Subjects.register`. */
  readonly name: string;
  readonly checkRequest: RequestCheck;
  readonly checkResponse: ResponseCheck;
}

/** Every route of the service, with its schemas compiled at start. A route without a definition stops the start. */
@Injectable()
export class RouteRegistry implements OnModuleInit {
  private readonly routes = new Map<object, RegisteredRoute>();

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  onModuleInit(): void {
    for (const { metatype } of this.discovery.getControllers()) {
      if (typeof metatype === 'function') this.register(metatype as Type);
    }
  }

  all(): readonly RegisteredRoute[] {
    return [...this.routes.values()];
  }

  find(handler: object): RegisteredRoute | undefined {
    return this.routes.get(handler);
  }

  of(handler: { readonly name: string }): RegisteredRoute {
    const route = this.find(handler);
    if (route === undefined) throw new Error(`no route is declared for ${handler.name}`);
    return route;
  }

  private register(controller: Type): void {
    if (Reflect.getMetadata(PATH_METADATA, controller) !== '/') {
      throw new Error(`${controller.name} has a path of its own; its routes declare theirs in full`);
    }
    const prototype = controller.prototype as Readonly<Record<string, { readonly name: string }>>;
    for (const name of this.scanner.getAllMethodNames(prototype)) {
      const handler = prototype[name];
      if (handler === undefined || !Reflect.hasMetadata(METHOD_METADATA, handler)) continue;
      const definition = Reflect.getMetadata(ROUTE_METADATA, handler) as RouteDefinition | undefined;
      if (definition === undefined) throw new Error(`${controller.name}.${name} is no @Route`);
      if ((definition.access as unknown) === undefined) throw new Error(`${controller.name}.${name} tells no access`);
      this.routes.set(handler, {
        definition,
        name: `${controller.name.replace(/Controller$/, '')}.${name}`,
        checkRequest: compileRequestCheck(definition),
        checkResponse: compileResponseChecks(definition),
      });
    }
  }
}
