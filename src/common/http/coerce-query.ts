import { FlatSchema, JsonSchema } from './json-schema.types';

/**
 * A query string has texts only: turns each into the type that its schema names, where the text is plainly of that
 * type, and fills in defaults. What is not is left as it is, for the schema to refuse with the text received. The one
 * place where a value is coerced.
 */
export function coerceQuery(query: Readonly<Record<string, unknown>>, schema: FlatSchema): Record<string, unknown> {
  const defaults = Object.entries(schema.properties)
    .filter(([name, property]) => property['default'] !== undefined && !Object.hasOwn(query, name))
    .map(([name, property]) => [name, property['default']]);
  const given = Object.entries(query).map(([name, value]) => [name, coerce(value, schema.properties[name])]);
  return Object.fromEntries([...defaults, ...given]) as Record<string, unknown>;
}

function coerce(value: unknown, schema: JsonSchema | undefined): unknown {
  if (schema?.['type'] === 'array') {
    const items = Array.isArray(value) ? value : [value];
    return items.map((item) => coerce(item, schema['items'] as JsonSchema | undefined));
  }
  if (typeof value !== 'string') return value;
  switch (schema?.['type']) {
    case 'integer':
      return /^-?\d{1,15}$/.test(value) ? Number(value) : value;
    case 'number':
      return /^-?\d{1,12}(\.\d{1,9})?$/.test(value) ? Number(value) : value;
    case 'boolean':
      return value === 'true' ? true : value === 'false' ? false : value;
    default:
      return value;
  }
}
