import { ErrorObject } from 'ajv/dist/2020';
import { pointer, ProblemCode } from '../../core';
import { AnyProblem, problemIn } from '../errors/worded-problem';
import { bothHalves } from './bilingual';
import { HTTP_MESSAGES } from './http.messages';
import { JsonSchema } from './json-schema.types';

const TYPE_CODES: Readonly<Record<string, ProblemCode>> = {
  string: 'not_text',
  number: 'not_number',
  integer: 'not_integer',
  boolean: 'not_boolean',
  object: 'not_object',
  array: 'not_list',
};

const LIMIT_CODES: Readonly<Record<string, ProblemCode>> = {
  minimum: 'number_too_small',
  maximum: 'number_too_large',
  maxLength: 'text_too_long',
  minItems: 'list_too_short',
  maxItems: 'list_too_long',
  maxProperties: 'properties_too_many',
};

/** Keywords whose error only repeats that something within is wrong. */
const WRAPPERS = new Set(['if', 'propertyNames']);

/** Keywords after whose error those of every form that was tried stand too. */
const CHOICES = new Set(['oneOf', 'anyOf']);

/** Longest name from outside that is repeated in an answer and in the log. */
const MAX_NAME_LENGTH = 100;

/** What ajv's errors say, as one problem in our words; `base` is where the value stands in the request. */
export function problemOf(errors: readonly ErrorObject[], base: string): AnyProblem {
  const error =
    errors.findLast(({ keyword }) => CHOICES.has(keyword)) ?? errors.find(({ keyword }) => !WRAPPERS.has(keyword));
  if (error === undefined) throw new Error('a schema refused a value without an error');
  const at = `${base}${error.instancePath}`;
  return withoutSecrets(
    toProblem(error, error.propertyName === undefined ? at : pointer(at, error.propertyName)),
    error,
  );
}

function toProblem(error: ErrorObject, path: string): AnyProblem {
  const params = error.params as Readonly<Record<string, unknown>>;
  const schema = error.parentSchema ?? {};
  const value: unknown = error.data;
  const limit = LIMIT_CODES[error.keyword];
  if (limit !== undefined) return { code: limit, path, value, params: { limit: Number(params['limit']) } };
  switch (error.keyword) {
    case 'required': {
      const property = String(params['missingProperty']);
      return { code: 'property_missing', path: pointer(path, property), params: { property } };
    }
    case 'additionalProperties':
    case 'unevaluatedProperties': {
      const name = String(params['additionalProperty'] ?? params['unevaluatedProperty']);
      const received = (value as Readonly<Record<string, unknown>>)[name];
      const property = name.slice(0, MAX_NAME_LENGTH);
      return { code: 'property_unknown', path: pointer(path, property), value: received, params: { property } };
    }
    case 'type':
      return { code: typeCode(params['type']), path, value };
    case 'enum':
      return { code: 'not_allowed', path, value, params: { allowed: list(params['allowedValues']) } };
    case 'const':
      return { code: 'not_allowed', path, value, params: { allowed: String(params['allowedValue']) } };
    case 'discriminator':
      return wrongTag(String(params['tag']), params['tagValue'], schema, path);
    case 'uniqueItems':
      return {
        code: 'entry_repeated',
        path: pointer(path, Number(params['i'])),
        value: (value as unknown[])[Number(params['i'])],
      };
    case 'oneOf':
    case 'anyOf':
      return { code: 'form_unknown', path, value, params: { forms: forms(error.schema) } };
    case 'minLength':
      if (params['limit'] === 1) return { code: 'text_empty', path, value };
      break;
    case 'minProperties':
      return problemIn(HTTP_MESSAGES, 'property_count_low', {
        path,
        value,
        params: { limit: Number(params['limit']) },
      });
    case 'format':
      if (params['format'] === 'date') return { code: 'no_such_day', path, value };
      if (String(params['format']).includes('-')) return { code: 'no_such_instant', path, value };
      break;
  }
  return problemIn(HTTP_MESSAGES, 'format_unmet', { path, value, params: { expected: expected(schema) } });
}

function wrongTag(tag: string, value: unknown, schema: JsonSchema, path: string): AnyProblem {
  const at = pointer(path, tag);
  if (value === undefined) return { code: 'property_missing', path: at, params: { property: tag } };
  return { code: 'not_allowed', path: at, value, params: { allowed: tags(schema, tag) } };
}

/** What a schema marks `writeOnly`, such as a password, is never sent back. */
function withoutSecrets(problem: AnyProblem, error: ErrorObject): AnyProblem {
  return error.parentSchema?.['writeOnly'] === true ? { ...problem, value: undefined } : problem;
}

function typeCode(types: unknown): ProblemCode {
  const first = [types].flat().find((type) => type !== 'null');
  return TYPE_CODES[String(first)] ?? 'not_allowed';
}

function expected(schema: JsonSchema): ReturnType<typeof bothHalves> {
  const description = schema['description'];
  return bothHalves(typeof description === 'string' ? description : 'OpenAPI (/docs)');
}

function list(values: unknown): string {
  return Array.isArray(values) ? values.map((value) => String(value)).join(', ') : '';
}

function forms(branches: unknown): string {
  return list((branches as readonly JsonSchema[]).map((branch, index) => branch['title'] ?? index + 1));
}

/** The values that a discriminating property takes in the forms of a choice. */
function tags(schema: JsonSchema, tag: string): string {
  const branches = (schema['oneOf'] ?? []) as readonly {
    properties?: Record<string, { const?: unknown; enum?: unknown[] }>;
  }[];
  return list(branches.flatMap(({ properties }) => properties?.[tag]?.enum ?? [properties?.[tag]?.const]));
}
