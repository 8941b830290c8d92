import { Controller } from '@nestjs/common';
import { productVersion } from '../../config/product-version';
import { Route } from '../http/route.decorator';
import { RouteRegistry } from '../http/route-registry';
import { buildOpenApiDocument, OpenApiDocument } from './openapi-document';

const DOCUMENT = {
  title: 'OpenApiDocument',
  description: 'OpenAPI 3.1 文档 · The OpenAPI 3.1 document',
  type: 'object',
} as const;

@Controller()
export class OpenApiController {
  private document: OpenApiDocument | undefined;

  constructor(private readonly routes: RouteRegistry) {}

  @Route({
    method: 'GET',
    path: '/openapi.json',
    atRoot: true,
    tag: '运行 · Operations',
    summary: { 'zh-CN': '接口文档', en: 'The document of the interface' },
    access: 'public',
    responses: { 200: DOCUMENT },
  })
  get(): OpenApiDocument {
    this.document ??= buildOpenApiDocument(this.routes.all(), productVersion());
    return this.document;
  }
}
