import { Ajv2020, ErrorObject, ValidateFunction } from 'ajv/dist/2020';
import { parseCivilDate, parseKnownAt } from '../../core';
import { JsonSchema } from './json-schema.types';

/** The formats that schemas of messages may name. The days and instants are those that the core can read. */
const FORMATS: Readonly<Record<string, (text: string) => boolean>> = {
  date: (text) => parseCivilDate(text) !== undefined,
  'date-time': (text) => parseCivilDate(text) === undefined && isInstant(text),
  /** An instant with its offset, or a day meaning its end. */
  'date-or-instant': isInstant,
  uuid: (text) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text),
};

/** Annotations of ours that validate nothing. */
const ANNOTATIONS = ['example'];

// One instance: strict, no `$data`, no coercion and no defaults (those of a query are applied where it is read), and
// the first error only, so that hostile input cannot buy a long answer. `verbose` brings the value received. Not
// optimized, which takes as long as all the rest of the compiling.
const ajv = new Ajv2020({
  strict: true,
  allowUnionTypes: true,
  allErrors: false,
  discriminator: true,
  verbose: true,
  formats: FORMATS,
  keywords: ANNOTATIONS,
  code: { optimize: false },
});

/** The first error of a value against a schema, with what ajv reports along with it; empty when it fits. */
export type SchemaCheck = (value: unknown) => readonly ErrorObject[];

/** The check by a schema, compiled when it is first asked. */
export function lazilyCompiled(schema: JsonSchema): SchemaCheck {
  let check: SchemaCheck | undefined;
  return (value) => (check ??= compileSchema(schema))(value);
}

/** @throws Error when the schema itself is wrong. */
export function compileSchema(schema: JsonSchema): SchemaCheck {
  let validate: ValidateFunction;
  try {
    validate = ajv.compile(schema);
  } catch (cause) {
    throw new Error(`a schema is wrong: ${JSON.stringify(schema).slice(0, 200)}`, { cause });
  }
  return (value) => (validate(value) ? [] : (validate.errors ?? []));
}

function isInstant(text: string): boolean {
  return parseKnownAt(text, 'UTC') !== undefined;
}
