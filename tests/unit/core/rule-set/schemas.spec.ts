import { Ajv2020 } from 'ajv/dist/2020';
import { isJsonObject, JsonObject } from '../../../../src/core/rule-set/json';
import { WORDED_KEYWORDS } from '../../../../src/core/rule-set/schema-problems';
import { checkAgainstSchema } from '../../../../src/core/rule-set/check-structure';
import { HISTORY_SCHEMA } from '../../../../src/core/rule-set/schemas';
import { CONTRACTS, contractOf } from '../../../support/contract';

/** Objects whose properties are facts, named by the catalogue of the rule set and checked against it. */
const OPEN_OBJECTS = [/\/baseFacts\/items\/properties\/facts$/, /\/records\/items\/oneOf\/[059]\/properties\/facts$/];

interface Node {
  readonly path: string;
  readonly schema: JsonObject;
}

/** Every subschema of a schema. */
function subschemas(schema: unknown, path: string): readonly Node[] {
  if (!isJsonObject(schema)) return [];
  const nested = (map: unknown, at: string): readonly Node[] =>
    isJsonObject(map) ? Object.entries(map).flatMap(([key, value]) => subschemas(value, `${at}/${key}`)) : [];
  const branches = Array.isArray(schema['oneOf']) ? (schema['oneOf'] as unknown[]) : [];
  return [
    { path, schema },
    ...nested(schema['$defs'], `${path}/$defs`),
    ...nested(schema['properties'], `${path}/properties`),
    ...subschemas(schema['items'], `${path}/items`),
    ...subschemas(schema['additionalProperties'], `${path}/additionalProperties`),
    ...branches.flatMap((branch, index) => subschemas(branch, `${path}/oneOf/${index}`)),
  ];
}

/** A description of its own, or that of the definition it refers to. */
function isDescribed({ schema }: Node, all: ReadonlyMap<string, Node>): boolean {
  if (typeof schema['description'] === 'string' && schema['description'].length > 0) return true;
  const [file, fragment] = (typeof schema['$ref'] === 'string' ? schema['$ref'] : '').split('#');
  const target = [...all.values()].find(({ path }) => fragment !== undefined && path.endsWith(`${file}#${fragment}`));
  return target?.schema['description'] !== undefined;
}

describe('the published schemas', () => {
  const all = new Map(
    CONTRACTS.flatMap((schema) => subschemas(schema, `${schema.$id}#`)).map((node) => [node.path, node]),
  );

  describe.each(CONTRACTS.map((schema) => [schema.$id, schema] as const))('when %s is read', (id, schema) => {
    const nodes = subschemas(schema, `${id}#`);

    it('is a valid schema of draft 2020-12', () => {
      const ajv = new Ajv2020();
      expect([ajv.validateSchema(schema), ajv.errors]).toEqual([true, null]);
    });

    it('compiles in strict mode', () => {
      expect(contractOf(id)).toBeInstanceOf(Object);
    });

    it('describes every property, every definition and every branch', () => {
      expect(nodes.filter((node) => !isDescribed(node, all)).map(({ path }) => path)).toEqual([]);
    });

    it('closes every object but those that hold facts', () => {
      const open = nodes.filter(({ path, schema: node }) => {
        const extra = node['additionalProperties'];
        const closed = extra === false || (isJsonObject(extra) && isJsonObject(node['propertyNames']));
        return node['type'] === 'object' && !closed && !OPEN_OBJECTS.some((pattern) => pattern.test(path));
      });
      expect(open.map(({ path }) => path)).toEqual([]);
    });

    it('bounds every text and every list', () => {
      const unbounded = nodes.filter(({ schema: node }) => {
        const types = [node['type']].flat();
        const text = types.includes('string') && !['maxLength', 'pattern', 'enum'].some((key) => key in node);
        return text || (types.includes('array') && !('maxItems' in node));
      });
      expect(unbounded.map(({ path }) => path)).toEqual([]);
    });

    it('refuses only in ways that have a message', () => {
      const silent = ['$schema', '$id', '$defs', '$ref', 'title', 'description', 'properties', 'items'];
      // check-structure words the choice between the simple form and a regime itself.
      silent.push('if', 'then', 'else');
      const keywords = new Set(nodes.flatMap(({ schema: node }) => Object.keys(node)));
      expect(
        [...keywords].filter((keyword) => !silent.includes(keyword) && !WORDED_KEYWORDS.includes(keyword)),
      ).toEqual([]);
    });
  });

  describe('when a history is checked', () => {
    const history = (record: object): unknown => ({ formatVersion: 1, records: [record] });

    it('accepts a record of a known kind', () => {
      const record = { type: 'inspection', key: 'i1', inspectedOn: '2026-03-02', facts: { any: { thing: 1 } } };
      expect(checkAgainstSchema(HISTORY_SCHEMA, history(record))).toEqual([]);
    });

    it('reports the faults of the kind that was meant, and no others', () => {
      const record = { type: 'rectification', finding: { inspection: 'i1' }, completedOn: 'soon' };
      const problems = checkAgainstSchema(HISTORY_SCHEMA, history(record));
      expect(problems.map(({ code, path }) => [code, path])).toEqual([
        ['property_missing', '/records/0/finding/item'],
        ['no_such_day', '/records/0/completedOn'],
      ]);
    });
  });
});
