import * as fc from 'fast-check';

type Json = Readonly<Record<string, unknown>>;

/** Texts that fit where a property of that name stands: codes and ids that are on record, so that requests get far. */
export type KnownTexts = Readonly<Record<string, readonly string[]>>;

/** Values that nobody sends by mistake alone. */
export const HOSTILE: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    ...[null, true, 0, -0, -1, 1.5, 2 ** 31, 2 ** 53, -(2 ** 63), 1e308, 5e-324, '', ' ', '\u0000', 'a\u0000b'],
    ...['\ud800', '\udfff\ud800', '\u202e', '‮abc', 'ﷺ', '𝕏', 'e\u0301', '\ufeff', '\u2028', '한글', '💥'],
    ...['__proto__', 'constructor', 'toString', 'NaN', 'Infinity', '-0', '1e999', '0x10', '00', '１２', 'null'],
    ...["' OR 1=1 --", '$1', '{{7*7}}', '${7*7}', '<script>', '../../etc/passwd', '%00', '\\', '"', '\r\nX-A: b'],
    ...['9999-12-31', '0000-00-00', '2026-02-30', '-000001-01-01', '2026-06-12T25:00:00Z', '+275760-09-13'],
    ...['2026-06-12T23:59:59.9999999Z', '2026-06-12T00:00:00+24:00', '00000000-0000-0000-0000-000000000000'],
    ...[[], {}, [[]], [null], { $data: '/x' }, { $ref: 'http://127.0.0.1/x' }, { $where: '1' }, { length: -1 }],
    ...['x'.repeat(300), '记'.repeat(5000), Array.from({ length: 3000 }, () => 0), nested(40), nested(31)],
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.double(),
  fc.maxSafeInteger(),
  fc.jsonValue({ maxDepth: 4 }),
);

function nested(depth: number): unknown {
  return depth === 0 ? 0 : depth % 2 === 0 ? [nested(depth - 1)] : { a: nested(depth - 1) };
}

const DAY = fc.date({ min: new Date('2021-01-01'), max: new Date('2026-12-31'), noInvalidDate: true });
const DAYS = DAY.map((date) => date.toISOString().slice(0, 10));
const INSTANTS = DAY.map((date) => date.toISOString());

const FORMATS: Readonly<Record<string, fc.Arbitrary<string>>> = {
  date: DAYS,
  'date-time': INSTANTS,
  'date-or-instant': fc.oneof(DAYS, INSTANTS),
  uuid: fc.uuid(),
};

/** Values that fit a schema of an OpenAPI document, as far as this project's schemas go. */
export class SchemaArbitraries {
  constructor(
    private readonly schemas: Readonly<Record<string, Json>>,
    private readonly known: KnownTexts,
  ) {}

  /** @param name of the property it is the value of */
  of(schema: Json | boolean, name = ''): fc.Arbitrary<unknown> {
    if (typeof schema === 'boolean') return fc.jsonValue({ maxDepth: 2 });
    const { $ref, const: constant, enum: values } = schema;
    if (typeof $ref === 'string') return this.of(this.schemas[$ref.split('/').at(-1) ?? ''] ?? {}, name);
    if ('const' in schema) return fc.constant(constant);
    if (Array.isArray(values)) return fc.constantFrom(...(values as unknown[]));
    const forms = (schema['oneOf'] ?? schema['anyOf']) as readonly (Json | boolean)[] | undefined;
    if (forms !== undefined) return fc.oneof(...forms.map((form) => this.of(form, name)));
    const types = [schema['type'] ?? []].flat() as string[];
    return types.length === 0
      ? fc.jsonValue({ maxDepth: 2 })
      : fc.oneof(...types.map((type) => this.typed(type, schema, name)));
  }

  private typed(type: string, schema: Json, name: string): fc.Arbitrary<unknown> {
    const limit = (keyword: string, otherwise: number): number => Number(schema[keyword] ?? otherwise);
    switch (type) {
      case 'object':
        return this.object(schema);
      case 'array': {
        const minLength = limit('minItems', 0);
        const items = this.of((schema['items'] ?? {}) as Json, name);
        return fc.array(items, { minLength, maxLength: Math.max(minLength, Math.min(limit('maxItems', 3), 3)) });
      }
      case 'string':
        return this.text(schema, name);
      case 'integer':
        return fc.integer({ min: limit('minimum', -(2 ** 31)), max: limit('maximum', 2 ** 31 - 1) });
      case 'number':
        return fc.double({ min: limit('minimum', -1e9), max: limit('maximum', 1e9), noNaN: true });
      case 'boolean':
        return fc.boolean();
      default:
        return fc.constant(null);
    }
  }

  private text(schema: Json, name: string): fc.Arbitrary<unknown> {
    const format = FORMATS[String(schema['format'])];
    const minLength = Number(schema['minLength'] ?? 0);
    const maxLength = Math.max(minLength, Math.min(Number(schema['maxLength'] ?? 30), 30));
    const free = format ?? fc.string({ unit: 'grapheme', minLength, maxLength });
    const known = this.known[name];
    return known === undefined ? free : fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...known) }, free);
  }

  private object(schema: Json): fc.Arbitrary<unknown> {
    const properties = Object.entries((schema['properties'] ?? {}) as Record<string, Json>);
    const required = (schema['required'] ?? []) as string[];
    const fields = Object.fromEntries(properties.map(([name, property]) => [name, this.of(property, name)]));
    const fixed = fc.record(fields, { requiredKeys: required.filter((name) => name in fields) });
    const more = schema['additionalProperties'];
    if (more === false || more === undefined) return fixed;
    const extra = fc.dictionary(fc.string({ maxLength: 20 }), this.of(more === true ? {} : (more as Json)), {
      maxKeys: 3,
    });
    return fc.tuple(fixed, extra).map(([some, others]) => ({ ...others, ...(some as object) }));
  }
}
