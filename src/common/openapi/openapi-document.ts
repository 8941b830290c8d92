import { fullPath } from '../http/route.types';
import { PROBLEM_DOCUMENT, PROBLEM_MEDIA_TYPE } from '../http/problem-document';
import { RegisteredRoute } from '../http/route-registry';
import { Components } from './components';
import { toOperation } from './operation';

const DESCRIPTION = `
各接口的请求与答复均以本文所列的格式为准。出错时返回 RFC 9457 错误说明，语言由 Accept-Language 决定，默认为中文。

Requests and answers are held to the schemas of this document. Errors are RFC 9457 problem documents, in Chinese unless
Accept-Language prefers English.
`;

export type OpenApiDocument = Readonly<Record<string, unknown>>;

/** The OpenAPI 3.1 document of the routes, made of the very schemas that check their messages. */
export function buildOpenApiDocument(routes: readonly RegisteredRoute[], version: string): OpenApiDocument {
  const components = new Components();
  const problem = components.hoist(PROBLEM_DOCUMENT);
  const paths: Record<string, Record<string, unknown>> = {};
  for (const route of routes) {
    const path = fullPath(route.definition).replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.definition.method.toLowerCase()]: toOperation(route, components) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: '记分 jifen',
      version,
      description: DESCRIPTION.trim(),
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    tags: [...new Set(routes.map(({ definition }) => definition.tag))].map((name) => ({ name })),
    paths,
    components: {
      schemas: components.schemas,
      responses: {
        Problem: {
          description: PROBLEM_DOCUMENT.description,
          content: { [PROBLEM_MEDIA_TYPE]: { schema: problem } },
        },
      },
    },
  };
}
