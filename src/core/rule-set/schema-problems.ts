import { ErrorObject } from 'ajv/dist/2020';
import { pointer, Problem, ProblemCode } from '../problems/problem';
import { NO_FORM_FITS } from './choose-branch';
import { entriesOf, own } from './json';
import { PATTERNS } from './schemas';

/** The problems that ajv's errors stand for, in our own words. */
export function toProblems(errors: readonly ErrorObject[], base: string): Problem[] {
  return errors.flatMap((error) => {
    // Both only repeat that something below them is wrong.
    if (error.keyword === 'if' || error.keyword === 'propertyNames') return [];
    const at = `${base}${error.instancePath}`;
    return [
      error.propertyName === undefined ? toProblem(error, at) : toProblem(error, pointer(at, error.propertyName)),
    ];
  });
}

const TYPE_CODES: Readonly<Record<string, ProblemCode>> = {
  string: 'not_text',
  number: 'not_number',
  integer: 'not_integer',
  boolean: 'not_boolean',
  object: 'not_object',
  array: 'not_list',
  'boolean,number,string': 'not_constant',
};

const PATTERN_CODES: ReadonlyMap<unknown, ProblemCode> = new Map<unknown, ProblemCode>([
  [PATTERNS.code, 'bad_code'],
  [PATTERNS.factPath, 'bad_fact_path'],
  [PATTERNS.civilDate, 'no_such_day'],
  [PATTERNS.instant, 'no_such_instant'],
  [PATTERNS.key, 'bad_key'],
  [PATTERNS.id, 'bad_rule_set_id'],
  [PATTERNS.version, 'bad_version'],
]);

const LIMIT_CODES: Readonly<Record<string, ProblemCode>> = {
  minimum: 'number_too_small',
  maximum: 'number_too_large',
  minLength: 'text_empty',
  maxLength: 'text_too_long',
  minItems: 'list_too_short',
  maxItems: 'list_too_long',
  maxProperties: 'properties_too_many',
};

/** Every keyword the schemas may use to refuse a value; a test holds them to it. */
export const WORDED_KEYWORDS: readonly string[] = [
  ...['required', 'additionalProperties', 'propertyNames', 'type', 'enum', 'const', 'pattern', 'uniqueItems', 'oneOf'],
  ...Object.keys(LIMIT_CODES),
];

function toProblem(error: ErrorObject, at: string): Problem {
  const params = error.params as Readonly<Record<string, unknown>>;
  const value = error.data;
  const limit = LIMIT_CODES[error.keyword];
  if (limit !== undefined) return { code: limit, path: at, value, params: { limit: Number(params['limit']) } };
  switch (error.keyword) {
    case 'required':
      return missing(at, String(params['missingProperty']));
    case 'additionalProperties':
      return unknown(at, value, String(params['additionalProperty']));
    case 'type':
      return { code: codeFor(TYPE_CODES[String(params['type'])], error), path: at, value };
    case 'enum':
      return { code: 'not_allowed', path: at, value, params: { allowed: list(params['allowedValues']) } };
    case 'const':
      return { code: 'not_allowed', path: at, value, params: { allowed: JSON.stringify(params['allowedValue']) } };
    case 'pattern':
      return { code: codeFor(PATTERN_CODES.get(params['pattern']), error), path: at, value };
    case 'uniqueItems':
      return { code: 'entry_repeated', path: pointer(at, Number(params['i'])), value: nth(value, Number(params['i'])) };
    case NO_FORM_FITS:
      return { code: 'form_unknown', path: at, value, params: { forms: String(error.schema) } };
    default:
      return { code: codeFor(undefined, error), path: at, value };
  }
}

/** A property that must be there and is not. The path names the place where it should be. */
export function missing(at: string, property: string): Problem {
  return { code: 'property_missing', path: pointer(at, property), params: { property } };
}

function unknown(at: string, value: unknown, property: string): Problem {
  return { code: 'property_unknown', path: pointer(at, property), value: own(value, property), params: { property } };
}

function list(values: unknown): string {
  return entriesOf(values)
    .map((value) => String(value))
    .join(', ');
}

function nth(value: unknown, index: number): unknown {
  return entriesOf(value)[index];
}

function codeFor(code: ProblemCode | undefined, error: ErrorObject): ProblemCode {
  if (code === undefined) throw new Error(`a schema refuses in a way that has no message: ${error.schemaPath}`);
  return code;
}
