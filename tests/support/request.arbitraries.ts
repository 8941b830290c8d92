import * as fc from 'fast-check';
import { HOSTILE, SchemaArbitraries } from './schema.arbitraries';

type Json = Readonly<Record<string, unknown>>;

interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required: boolean;
  readonly schema: Json;
}

/** A call of the document. */
export interface Operation {
  readonly method: string;
  readonly path: string;
  readonly parameters: readonly Parameter[];
  readonly body: Json | undefined;
}

export interface FuzzRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly payload: string | undefined;
}

/** What no JSON writer makes. */
const RAW_BODIES = fc.constantFrom(
  ...['', '{', 'null', '[]', '"', '{"a":1,}', 'NaN', '\ufeff{}', '{"a":1}{"b":2}', '\u0000', '{"a":01}', "{'a':1}"],
  ...['{"__proto__":{"polluted":true}}', '{"constructor":{"prototype":{"polluted":true}}}', '{"a":1,"a":2}'],
  ...['{"subject":{"__proto__":null}}', '1e999', '{"a":1e999}', '"\\ud800"', `${'['.repeat(9000)}${']'.repeat(9000)}`],
  ...[`{"a":"${'x'.repeat(250_000)}"}`, `${'{"a":'.repeat(500)}1${'}'.repeat(500)}`, `[${'0,'.repeat(50_000)}0]`],
);

type Headers = Readonly<Record<string, string>>;

const ADMINISTRATION = /\/(accounts|api-keys)\b/;

/** Who asks: mostly a machine, and now and then somebody else. */
export interface FuzzCallers {
  readonly machine: Headers;
  readonly administrator: Headers;
  readonly others: readonly Headers[];
}

const oddHeaders = ({ machine, others }: FuzzCallers): fc.Arbitrary<Headers> =>
  fc.constantFrom<Headers>(
    {},
    ...['', 'Bearer', 'Bearer ', 'Bearer x', `Bearer ${'x'.repeat(2000)}`, 'Basic YTpi', 'bearer é', ', ,'].map(
      (authorization) => ({ authorization }),
    ),
    ...['jifen_session=x', 'jifen_session=', '__Host-jifen_session=%00', ';;;=', `a=${'b'.repeat(3000)}`].map(
      (cookie) => ({ cookie }),
    ),
    ...others,
    ...['text/html', 'application/xml', 'application/json; charset=utf-16', 'application/json;', ''].map((type) => ({
      ...machine,
      'content-type': type,
    })),
    ...['\u0000', 'x'.repeat(400), 'en;q=9', '*', ',,,;q=', 'zh-CN,en;q=NaN'].map((language) => ({
      ...machine,
      'accept-language': language,
    })),
    ...['', ' ', '../x', 'a'.repeat(500), 'ok-request-id'].map((id) => ({ ...machine, 'x-request-id': id })),
    ...['', 'é', 'k'.repeat(500), '__proto__'].map((key) => ({ ...machine, 'idempotency-key': key })),
  );

/** Requests for a call: fitting, fitting but for one place, and hostile altogether. */
export function requestsFor(
  operation: Operation,
  arbitraries: SchemaArbitraries,
  callers: FuzzCallers,
): fc.Arbitrary<FuzzRequest> {
  const { method, parameters } = operation;
  const valuesIn = (place: Parameter['in']): fc.Arbitrary<Record<string, unknown>> => {
    const own = parameters.filter((parameter) => parameter.in === place);
    const fields = own.map(({ name, schema }) => [name, usually(arbitraries.of(schema, name))] as const);
    const requiredKeys = own.filter(({ required }) => required).map(({ name }) => name);
    return fc.record(Object.fromEntries(fields), { requiredKeys });
  };
  // The calls of administrators are for people alone; one who signed out would ask in vain from then on.
  const usual = ADMINISTRATION.test(operation.path) ? callers.administrator : callers.machine;
  const odd = seldom(oddHeaders(callers));
  return fc
    .record({ path: valuesIn('path'), query: valuesIn('query'), header: valuesIn('header'), odd, body: bodies() })
    .map(({ path, query, header, odd: strange, body }) => ({
      method,
      url: `${fill(operation.path, path)}${queryOf(query)}`,
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...inHeaders(header),
        ...(strange ?? usual),
      },
      payload: body,
    }));

  function bodies(): fc.Arbitrary<string | undefined> {
    if (operation.body === undefined) {
      // A GET has no body; another call without one may be sent one.
      return method === 'GET' ? fc.constant(undefined) : seldom(RAW_BODIES);
    }
    const fitting = arbitraries.of(operation.body);
    return fc.oneof(
      { weight: 5, arbitrary: fitting.map(written) },
      { weight: 5, arbitrary: fc.tuple(fitting, fc.nat(), HOSTILE).map((parts) => written(spoilt(...parts))) },
      { weight: 1, arbitrary: HOSTILE.map(written) },
      { weight: 1, arbitrary: RAW_BODIES },
    );
  }
}

const seldom = <T>(odd: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.oneof({ weight: 6, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: odd });

const usually = (fitting: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc.oneof({ weight: 8, arbitrary: fitting }, { weight: 1, arbitrary: HOSTILE });

const written = (value: unknown): string => String(JSON.stringify(value));

/** A value with one place of it, wherever it is, replaced, added to or taken away. */
function spoilt(value: unknown, choice: number, hostile: unknown): unknown {
  if (typeof value !== 'object' || value === null || choice % 5 === 0) return hostile;
  const rest = Math.floor(choice / 5);
  if (Array.isArray(value)) {
    const place = rest % (value.length + 1);
    return place === value.length
      ? [...(value as unknown[]), hostile]
      : value.with(place, spoilt(value[place], rest, hostile));
  }
  const entries = Object.entries(value);
  const place = rest % (entries.length + 1);
  const chosen = entries[place];
  if (chosen === undefined) return { ...value, [rest % 2 === 0 ? 'unexpected' : 'constructor']: hostile };
  if (choice % 5 === 1) return Object.fromEntries(entries.filter(([name]) => name !== chosen[0]));
  return { ...value, [chosen[0]]: spoilt(chosen[1], rest, hostile) };
}

/** As a part of an address; what cannot be encoded is sent as it is broken. */
function encoded(value: unknown): string {
  const text = typeof value === 'string' ? value : written(value);
  try {
    return encodeURIComponent(text);
  } catch {
    return '%ED%A0%80';
  }
}

const fill = (path: string, values: Json): string =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => encoded(values[name]) || '%20');

function queryOf(values: Json): string {
  const pairs = Object.entries(values).map(([name, value]) => `${encoded(name)}=${encoded(value)}`);
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
}

/** Headers are one line of Latin text. */
function inHeaders(values: Json): Record<string, string> {
  const entries = Object.entries(values).map(([name, value]) => {
    const text = typeof value === 'string' ? value : written(value);
    return [name, text.replace(/[^\x20-\x7e\xa0-\xff]/g, '?').slice(0, 4000)];
  });
  return Object.fromEntries(entries) as Record<string, string>;
}
