import { Ajv2020, ValidateFunction } from 'ajv/dist/2020';
import historySchema from '../../rules/schema/history.schema.json';
import inForceSchema from '../../rules/schema/in-force.schema.json';
import ruleSetSchema from '../../rules/schema/rule-set.schema.json';

/** The schemas of `rules/schema` as they are published. */
export const CONTRACTS: readonly { readonly $id: string }[] = [ruleSetSchema, historySchema, inForceSchema];

/** The validator of a published schema, its `oneOf`s and conditions left as they are. */
export function contractOf(id: string): ValidateFunction {
  const ajv = new Ajv2020({ strict: true, allowUnionTypes: true });
  CONTRACTS.forEach((schema) => ajv.addSchema(schema));
  const validate = ajv.getSchema(id);
  if (validate === undefined) throw new Error(`no such schema: ${id}`);
  return validate;
}
