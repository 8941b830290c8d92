import * as fc from 'fast-check';
import { Ajv2020, ValidateFunction } from 'ajv/dist/2020';
import { ERROR_KINDS } from '../../../src/common/errors/error-kinds';
import { creditCode } from '../../support/register.builder';
import { FuzzCallers, FuzzRequest, Operation, requestsFor } from '../../support/request.arbitraries';
import { KnownTexts, SchemaArbitraries } from '../../support/schema.arbitraries';
import { FURNACE } from '../../support/furnace.builder';
import { TestCaller } from '../../support/test-callers';
import { useService } from '../../integration/inspections/service';

type Json = Readonly<Record<string, unknown>>;

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Json>> };
}

interface Described {
  readonly parameters?: Operation['parameters'];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Json }>> };
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema: Json }>> }>
  >;
}

const REQUESTS = Number(process.env['FUZZ_REQUESTS'] || 500);
/** The same requests every time, so that a change passes or fails by itself; another number makes up others. */
const SEED = Number(process.env['FUZZ_SEED'] || 20211001);

// Ten thousand requests take minutes on a machine that does other work too.
jest.setTimeout(900_000);

// Answers are held to the document itself, below, instead of the schemas the service has at hand.
const service = useService({ checkResponses: false });
const { client } = service;

describe('whatever is asked', () => {
  const operations: (Operation & { readonly described: Described })[] = [];
  const validators = new Map<Json, ValidateFunction>();
  let ajv: Ajv2020;
  let requests: fc.Arbitrary<FuzzRequest & { readonly operation: number }>;

  beforeAll(async () => {
    const { body: document } = await client.get<Document>('/openapi.json');
    ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: false });
    for (const [title, schema] of Object.entries(document.components.schemas))
      ajv.addSchema(schema, `#/components/schemas/${title}`);
    for (const [path, methods] of Object.entries(document.paths)) {
      for (const [method, described] of Object.entries(methods)) {
        const body = described.requestBody?.content['application/json']?.schema;
        const { parameters = [] } = described;
        operations.push({ method: method.toUpperCase(), path, parameters, body, described });
      }
    }
    const arbitraries = new SchemaArbitraries(document.components.schemas, await knownTexts());
    const callers = await fuzzCallers();
    requests = fc.oneof(
      ...operations.map((operation, place) =>
        requestsFor(operation, arbitraries, callers).map((request) => ({ ...request, operation: place })),
      ),
    );
  });

  async function fuzzCallers(): Promise<FuzzCallers> {
    const [office] = await service.stored.rows<{ id: string }>(`SELECT id FROM office WHERE code = 'town-a'`);
    const people: readonly TestCaller[] = [
      { role: 'town_inspector', reach: { kind: 'offices', officeIds: [office?.id ?? ''] } },
      { role: 'auditor' },
      { role: 'rule_author' },
      { permissions: ['metrics.read'] },
    ];
    return {
      machine: await client.credential(),
      administrator: await client.as({ role: 'system_administrator' }).credential(),
      others: await Promise.all(people.map((caller) => client.as(caller).credential())),
    };
  }

  /** What is on record. */
  async function knownTexts(): Promise<KnownTexts> {
    const code = await service.register(1);
    await service.register(2);
    const { id, findings, standing } = await service.inspected(code, '2026-06-12', { 'site.waterZones': 1 });
    const offices = ['district', 'bureau', 'town-a', 'town-b'];
    return {
      subject: [code, creditCode(2), creditCode(3)],
      code: [code, creditCode(2), creditCode(4), ...offices],
      ...{ office: offices, parent: offices },
      ruleSet: [FURNACE],
      id: [id, ...findings.map((finding) => finding.id), ...standing.measures.map((one) => one.id ?? ''), FURNACE],
      replacedBy: [id],
      version: ['1.0.0'],
      ...{ inspectors: ['320000001', '320000002'], number: ['320000001'], certificate: ['320000001'] },
      ...{ inspectedOn: ['2026-06-12', '2026-06-14'], decidedOn: ['2026-06-14'], completedOn: ['2026-06-14'] },
      asOf: ['2026-06-14', '2026-09-01'],
    };
  }

  function fits(schema: Json, value: unknown): boolean {
    const validate = validators.get(schema) ?? ajv.compile(schema);
    validators.set(schema, validate);
    return validate(value);
  }

  /** What is wrong with an answer; undefined where nothing is. */
  function fault(described: Described, answer: { status: number; type: string; text: string }): string | undefined {
    const { status, type, text } = answer;
    if (status >= 500) return `status ${status}`;
    if (/\n\s+at .+:\d+:\d+|node_modules/.test(text)) return 'a stack trace';
    const declared = described.responses[String(status)];
    const [mediaType = '', content] = Object.entries(
      declared === undefined ? (problemAnswer() as object) : (declared.content ?? {}),
    )[0] ?? [''];
    if (declared === undefined && !Object.values(ERROR_KINDS).some((kind) => kind.status === status))
      return `status ${status} is not declared`;
    if (content === undefined) return text === '' ? undefined : 'an answer that should be empty';
    if (!type.startsWith(mediaType)) return `content type ${type}`;
    if (mediaType.startsWith('text/')) return undefined;
    return fits((content as { schema: Json }).schema, JSON.parse(text)) ? undefined : 'not as its schema says';
  }

  const problemAnswer = (): Json => ({
    'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
  });

  it('is answered as the document says, and never by a failure', async () => {
    const statuses = new Map<number, number>();
    const asked = new Set<number>();
    const property = fc.asyncProperty(requests, async ({ operation, method, url, headers, payload }) => {
      const response = await service.app.inject({
        method: method as 'GET',
        url,
        headers,
        ...(payload === undefined ? {} : { payload }),
      });
      asked.add(operation);
      statuses.set(response.statusCode, (statuses.get(response.statusCode) ?? 0) + 1);
      const type = String(response.headers['content-type']);
      const wrong = fault(operations[operation]!.described, {
        status: response.statusCode,
        type,
        text: response.payload,
      });
      if (wrong !== undefined) throw new Error(`${wrong}: ${response.statusCode} ${response.payload.slice(0, 500)}`);
      expect(response.headers['x-request-id']).toEqual(expect.any(String));
      expect(({} as Json)['polluted']).toBeUndefined();
    });
    try {
      await fc.assert(property, { numRuns: REQUESTS, seed: SEED });
    } finally {
      const told = [...statuses].sort(([a], [b]) => a - b).map(([status, count]) => `${status}×${count}`);
      const sent = [...statuses.values()].reduce((sum, count) => sum + count, 0);
      process.stdout.write(
        `fuzz: seed ${SEED}, ${sent} requests to ${asked.size} of ${operations.length} calls: ${told.join(' ')}\n`,
      );
    }
  });

  it('is logged without an error, on which somebody would have to act', () => {
    expect(service.log.all().filter(({ level }) => Number(level) >= 50)).toEqual([]);
  });
});
