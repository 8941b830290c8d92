import { STATUS_CODES } from 'node:http';
import { bilingual } from '../http/bilingual';
import { FlatSchema, JsonSchema } from '../http/json-schema.types';
import { RegisteredRoute } from '../http/route-registry';
import { usualStatus } from '../http/route.types';
import { Components } from './components';

type Json = Readonly<Record<string, unknown>>;

/** One route as an operation of the document. */
export function toOperation({ definition, name }: RegisteredRoute, components: Components): Json {
  const { params, query, headers, body, access } = definition;
  const parameters = [
    ...toParameters(params, 'path', components),
    ...toParameters(query, 'query', components),
    ...toParameters(headers, 'header', components),
  ];
  return {
    operationId: name,
    tags: [definition.tag],
    summary: bilingual(definition.summary),
    ...(definition.description === undefined ? {} : { description: bilingual(definition.description) }),
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(body === undefined ? {} : { requestBody: { required: true, content: toContent(body, components) } }),
    responses: {
      ...Object.fromEntries(
        Object.entries(definition.responses).map(([status, schema]) => [
          status,
          toResponse(status, schema, components, Number(status) === usualStatus(definition) ? definition.texts : []),
        ]),
      ),
      default: { $ref: '#/components/responses/Problem' },
    },
    'x-access': typeof access === 'string' ? access : access.permission,
  };
}

function toParameters(schema: FlatSchema | undefined, place: string, components: Components): Json[] {
  return Object.entries(schema?.properties ?? {}).map(([name, { description, ...property }]) => ({
    name,
    in: place,
    required: place === 'path' || (schema?.required ?? []).includes(name),
    ...(description === undefined ? {} : { description }),
    schema: components.hoist(property),
  }));
}

function toResponse(
  status: string,
  schema: JsonSchema | null,
  components: Components,
  texts: readonly string[] = [],
): Json {
  if (schema === null) return { description: STATUS_CODES[status] };
  const asText = Object.fromEntries(texts.map((type) => [type, { schema: { type: 'string' } }]));
  const content = { ...toContent(schema, components), ...asText };
  return { description: schema['description'] ?? STATUS_CODES[status], content };
}

/** JSON, unless the schema says of a text what it is. */
function toContent(schema: JsonSchema, components: Components): Json {
  const type = schema['contentMediaType'];
  return { [typeof type === 'string' ? type : 'application/json']: { schema: components.hoist(schema) } };
}
