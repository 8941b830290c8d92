import { Ajv2020, ValidateFunction } from 'ajv/dist/2020';
import historySchema from '../../../rules/schema/history.schema.json';
import inForceSchema from '../../../rules/schema/in-force.schema.json';
import ruleSetSchema from '../../../rules/schema/rule-set.schema.json';
import { chooseBranches, NO_FORM_FITS } from './choose-branch';
import { isJsonObject } from './json';

export const RULE_SET_SCHEMA = 'urn:jifen:rule-set:1';
export const HISTORY_SCHEMA = 'urn:jifen:history:1';
export const IN_FORCE_SCHEMA = 'urn:jifen:in-force:1';
export const LEAF_SCHEMA = 'urn:jifen:rule-set:1#/$defs/leaf';

/** One of the schemas of `rules/schema`, or the part of a condition that compares. */
export type SchemaId = typeof RULE_SET_SCHEMA | typeof HISTORY_SCHEMA | typeof IN_FORCE_SCHEMA | typeof LEAF_SCHEMA;

/**
 * The schemas are compiled at every start. To optimize them, to copy what is referred to into every place, and to hold
 * them against the schema of schemas (a test does) takes twice as long as all the rest, and a check is no quicker for it.
 */
const COMPILED_QUICKLY = { code: { optimize: false }, inlineRefs: false, validateSchema: false };

let instance: Ajv2020 | undefined;

/** The compiled validator of a schema. Compiled at the first call and kept. */
export function validatorOf(id: SchemaId): ValidateFunction {
  instance ??= createInstance();
  const validate = instance.getSchema(id);
  if (validate === undefined) throw new Error(`no such schema: ${id}`);
  return validate;
}

/** The words of the contract for a named text pattern, so that its message can say what the text should look like. */
export const PATTERNS = {
  code: ruleSetSchema.$defs.code.pattern,
  factPath: ruleSetSchema.$defs.factPath.pattern,
  civilDate: ruleSetSchema.$defs.civilDate.pattern,
  instant: ruleSetSchema.$defs.instant.pattern,
  key: ruleSetSchema.$defs.key.pattern,
  id: ruleSetSchema.properties.id.pattern,
  version: ruleSetSchema.properties.version.pattern,
} as const;

function createInstance(): Ajv2020 {
  // All errors at once is safe here only because checkLimits has bounded the document before; verbose gives each
  // error the value it is about. There is no $data: a document never decides how it is checked.
  const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true, verbose: true, ...COMPILED_QUICKLY });
  ajv.addKeyword({ keyword: NO_FORM_FITS, schemaType: 'string', validate: () => false });
  for (const schema of [withoutWalks(ruleSetSchema), historySchema, inForceSchema]) {
    const chosen = chooseBranches(withNamesInPlace(schema));
    if (isJsonObject(chosen)) ajv.addSchema(chosen);
  }
  return ajv;
}

/** What a name must look like is copied to where it is asked for: only so does ajv tell which name is wrong. */
function withNamesInPlace(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(withNamesInPlace);
  if (!isJsonObject(schema)) return schema;
  const { propertyNames, ...rest } = schema;
  const copied = Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, withNamesInPlace(value)]));
  if (!isJsonObject(propertyNames)) return copied;
  const name = String(propertyNames['$ref']).split('/').at(-1) as 'code' | 'factPath';
  return { ...copied, propertyNames: ruleSetSchema.$defs[name] };
}

/**
 * Conditions are walked by check-condition-shape and the choice between the simple form and a regime by
 * check-structure, which can say more about them than a schema.
 */
function withoutWalks({ if: _if, then: _then, else: _else, ...schema }: typeof ruleSetSchema): object {
  const { description } = schema.$defs.condition;
  return { ...schema, $defs: { ...schema.$defs, condition: { description } } };
}
