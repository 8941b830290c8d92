import { applyDecorators, HttpCode, RequestMapping, RequestMethod, SetMetadata } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { fullPath, RouteDefinition, usualStatus } from './route.types';

export const ROUTE_METADATA = 'jifen:route';

/**
 * Declares a method of a controller (which itself has no path) as a route. What reaches the method through `@Body()`,
 * `@Query()`, `@Param()` and `@Headers()` has passed the schemas of the definition.
 */
export function Route(definition: RouteDefinition): MethodDecorator {
  return applyDecorators(
    SetMetadata(ROUTE_METADATA, definition),
    RequestMapping({ path: fullPath(definition), method: RequestMethod[definition.method] }),
    HttpCode(usualStatus(definition)),
    RouteConfig({ bodyLimit: definition.bodyLimit }),
  );
}
