import { isDeepStrictEqual } from 'node:util';
import { JsonSchema } from '../http/json-schema.types';

/** Keywords whose value is a schema, a list of schemas, or schemas by name. */
const ONE = ['items', 'not', 'if', 'then', 'else', 'contains', 'additionalProperties', 'propertyNames'];
const MANY = ['oneOf', 'anyOf', 'allOf', 'prefixItems'];
const NAMED = ['properties', 'patternProperties', '$defs', 'dependentSchemas'];

/** Collects the schemas that have a title, and puts a reference in the place of each. */
export class Components {
  readonly schemas: Record<string, JsonSchema> = {};
  private readonly sources = new Map<string, JsonSchema>();

  /** The schema as it stands in the document. @throws Error when two different schemas have the same title. */
  hoist(schema: JsonSchema): JsonSchema {
    const { title } = schema;
    if (typeof title !== 'string') return this.within(schema);
    const known = this.sources.get(title);
    if (known === undefined) {
      this.sources.set(title, schema);
      this.schemas[title] = this.within(schema);
    } else if (!isDeepStrictEqual(known, schema)) {
      throw new Error(`two different schemas have the title ${title}`);
    }
    return { $ref: `#/components/schemas/${title}` };
  }

  private within(schema: JsonSchema): JsonSchema {
    const entries = Object.entries(schema).map(([keyword, value]) => [keyword, this.value(keyword, value)] as const);
    return Object.fromEntries(entries);
  }

  private value(keyword: string, value: unknown): unknown {
    if (ONE.includes(keyword)) return this.orBoolean(value);
    if (MANY.includes(keyword)) return (value as readonly unknown[]).map((one) => this.orBoolean(one));
    if (!NAMED.includes(keyword)) return value;
    return Object.fromEntries(Object.entries(value as JsonSchema).map(([name, one]) => [name, this.orBoolean(one)]));
  }

  private orBoolean(schema: unknown): unknown {
    return typeof schema === 'boolean' ? schema : this.hoist(schema as JsonSchema);
  }
}
