import { FastifyRequest } from 'fastify';
import { InvalidRequestError } from '../errors/invalid-request.error';
import { problemIn } from '../errors/worded-problem';
import { coerceQuery } from './coerce-query';
import { HTTP_MESSAGES } from './http.messages';
import { refuseBeyondLimits } from './json-limits';
import { FlatSchema, JsonSchema } from './json-schema.types';
import { RouteDefinition } from './route.types';
import { problemOf } from './schema-problems';
import { compileSchema, SchemaCheck } from './schema-validator';

/** Checks the parts of a request and puts the values of the query in their types. */
export type RequestCheck = (request: FastifyRequest) => void;

type Fields = Readonly<Record<string, unknown>>;

const NOTHING: FlatSchema = { type: 'object', properties: {}, additionalProperties: false };

/** Compiles the schemas of a route when it is first asked. The check throws InvalidRequestError with the first problem it meets. */
export function compileRequestCheck(route: RouteDefinition): RequestCheck {
  let check: RequestCheck | undefined;
  return (request) => {
    check ??= compile(route);
    check(request);
  };
}

function compile(route: RouteDefinition): RequestCheck {
  const { params, query = NOTHING, otherQuery, headers, body } = route;
  const checkParams = flatCheck(params ?? NOTHING, '/path');
  const checkQuery = flatCheck(query, '/query');
  const checkHeaders = headers === undefined ? undefined : flatCheck(headers, '/headers');
  const checkBody = bodyCheck(body);
  return (request) => {
    checkParams(request.params as Fields);
    if (headers !== undefined) checkHeaders?.(declared(request.headers, headers));
    const given = request.query as Fields;
    const values = coerceQuery(otherQuery === 'ignored' ? declared(given, query) : given, query);
    checkQuery(values);
    request.query = values;
    checkBody(request.body);
  };
}

function flatCheck(schema: JsonSchema, base: string): (fields: Fields) => void {
  const check = compileSchema(schema);
  return (fields) => {
    // Nest and Fastify make these objects without a prototype or with entries that are no JSON values.
    const plain: Fields = { ...fields };
    refuseBeyondLimits(plain, base);
    refuse(check, plain, base);
  };
}

function bodyCheck(schema: JsonSchema | undefined): (body: unknown) => void {
  const check = schema === undefined ? undefined : compileSchema(schema);
  return (body) => {
    // No body is undefined or null, depending on the method; JSON's null is refused by every schema of a body alike.
    const absent = body === undefined || body === null;
    if (check === undefined) {
      if (!absent) throw new InvalidRequestError(problemIn(HTTP_MESSAGES, 'body_unexpected'));
      return;
    }
    if (absent) throw new InvalidRequestError(problemIn(HTTP_MESSAGES, 'body_missing'));
    refuse(check, body, '');
  };
}

function refuse(check: SchemaCheck, value: unknown, base: string): void {
  const errors = check(value);
  if (errors.length > 0) throw new InvalidRequestError(problemOf(errors, base));
}

/** Those of the fields that a schema knows. */
function declared(fields: Fields, schema: FlatSchema): Fields {
  const names = Object.keys(schema.properties).filter((name) => fields[name] !== undefined);
  return Object.fromEntries(names.map((name) => [name, fields[name]]));
}
