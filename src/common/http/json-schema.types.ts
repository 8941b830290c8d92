/** A JSON Schema 2020-12, written `as const` beside the message it describes. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** The schema of an object whose properties stand side by side: of a query, of a path, of headers. */
export interface FlatSchema extends JsonSchema {
  readonly type: 'object';
  readonly properties: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties: false;
}
