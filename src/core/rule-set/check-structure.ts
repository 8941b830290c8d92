import { pointer, Problem } from '../problems/problem';
import { checkConditionShape } from './check-condition-shape';
import { entriesOf, isJsonObject, own } from './json';
import { missing, toProblems } from './schema-problems';
import { LEAF_SCHEMA, RULE_SET_SCHEMA, SchemaId, validatorOf } from './schemas';

/** Checks a document, whose limits were checked, against a schema. `base` is where it stands in what was received. */
export function checkAgainstSchema(id: SchemaId, document: unknown, base = ''): Problem[] {
  const validate = validatorOf(id);
  return validate(document) ? [] : toProblems(validate.errors ?? [], base);
}

/** Checks that a document, whose limits were checked, has the shape of a rule set: the schema and its conditions. */
export function checkStructure(document: unknown): Problem[] {
  const conditions = entriesOf(own(document, 'items')).flatMap((item, index) => {
    const path = pointer('/items', index);
    return [
      ...conditionAt(item, 'appliesWhen', path),
      ...conditionAt(item, 'condition', path),
      ...entriesOf(own(item, 'variants')).flatMap((variant, n) =>
        conditionAt(variant, 'when', pointer(path, 'variants', n)),
      ),
    ];
  });
  return [...checkAgainstSchema(RULE_SET_SCHEMA, document), ...checkForm(document), ...conditions];
}

/** Accumulation and ladder of the simple form, with facts and items; or a regime in their place. */
function checkForm(document: unknown): Problem[] {
  if (!isJsonObject(document)) return [];
  const has = (key: string): boolean => Object.hasOwn(document, key);
  const parts = ['accumulation', 'ladder'];
  if (!has('regime')) {
    const empty = ['facts', 'items'].filter((list) => Array.isArray(document[list]) && document[list].length === 0);
    return [
      ...parts.filter((part) => !has(part)).map((part) => missing('', part)),
      ...empty.map((list): Problem => ({
        code: 'list_too_short',
        path: pointer('', list),
        value: [],
        params: { limit: 1 },
      })),
    ];
  }
  return parts
    .filter(has)
    .map((property): Problem => ({ code: 'beside_regime', path: pointer('', property), params: { property } }));
}

function conditionAt(parent: unknown, key: string, path: string): Problem[] {
  // An absent one is the schema's to report.
  if (!isJsonObject(parent) || !Object.hasOwn(parent, key)) return [];
  return checkConditionShape(parent[key], pointer(path, key), (leaf, at) => checkAgainstSchema(LEAF_SCHEMA, leaf, at));
}
