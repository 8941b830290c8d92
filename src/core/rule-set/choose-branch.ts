import { entriesOf, isJsonObject, JsonObject } from './json';

/** Keyword of our own: never fulfilled; its value lists the forms that would have been. */
export const NO_FORM_FITS = 'noFormFits';

/**
 * Rewrites every `oneOf` of a schema as a chain of if/then/else over what tells its branches apart (the constant, the
 * JSON type, the const `type` property, the key that only one branch has). It accepts the same documents, since the
 * branches exclude each other, but reports the faults of the branch that was meant instead of those of all of them. Lists whose entries must differ keep
 * that rule, at a bounded cost.
 */
export function chooseBranches(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(chooseBranches);
  if (!isJsonObject(schema)) return schema;
  const { oneOf, ...rest } = Object.fromEntries(
    Object.entries(schema).map(([key, value]) => [key, chooseBranches(value)]),
  );
  if (oneOf !== undefined) return { ...rest, ...chain(entriesOf(oneOf).filter(isJsonObject)) };
  return 'uniqueItems' in rest ? comparedWhenShort(rest) : rest;
}

/** Looking for repetitions compares every pair, so a list is only looked through once it is known to be short. */
function comparedWhenShort({ uniqueItems, ...rest }: JsonObject): JsonObject {
  const short = { type: 'array', maxItems: rest['maxItems'] };
  return { ...rest, if: short, then: { type: 'array', uniqueItems } };
}

function chain(branches: readonly JsonObject[]): JsonObject {
  const tags = branches.map(tagOf);
  const otherwise = tags.every((tag) => tag !== undefined)
    ? {
        type: 'object',
        required: ['type'],
        properties: { type: { enum: tags } },
      }
    : { [NO_FORM_FITS]: branches.map((branch) => showForm(branch, branches)).join(' | ') };
  return branches.reduceRight<JsonObject>(
    (rest, branch) => ({ if: selector(branch, branches), then: branch, else: rest }),
    otherwise,
  );
}

/** What a value must look like for the branch to be the one that was meant. */
function selector(branch: JsonObject, branches: readonly JsonObject[]): JsonObject {
  if ('const' in branch) return { const: branch['const'] };
  if (branch['type'] !== 'object') return { type: branch['type'] };
  const tag = tagOf(branch);
  if (tag !== undefined) return { type: 'object', required: ['type'], properties: { type: { const: tag } } };
  const keys = ownKeys(branch, branches);
  return { type: 'object', required: keys, properties: Object.fromEntries(keys.map((key) => [key, true])) };
}

function tagOf(branch: JsonObject): unknown {
  const properties = branch['properties'];
  const type = isJsonObject(properties) ? properties['type'] : undefined;
  return isJsonObject(type) ? type['const'] : undefined;
}

/** The keys that only this branch requires; none when it is the only object among the branches. */
function ownKeys(branch: JsonObject, branches: readonly JsonObject[]): readonly string[] {
  const others = branches.filter((other) => other !== branch && other['type'] === 'object');
  if (others.length === 0) return [];
  return requiredOf(branch).filter((key) => others.every((other) => !requiredOf(other).includes(key)));
}

function requiredOf(branch: JsonObject): readonly string[] {
  return entriesOf(branch['required']).map(String);
}

const SAMPLES: Readonly<Record<string, string>> = { boolean: 'true', number: '0', string: '"…"', null: 'null' };

/** A form as a reader of either language understands it: `"at_once"`, `{"days": …}`. */
function showForm(branch: JsonObject, branches: readonly JsonObject[]): string {
  if ('const' in branch) return JSON.stringify(branch['const']);
  if (branch['type'] === 'array') return '[…]';
  if (branch['type'] !== 'object') {
    return [branch['type']]
      .flat()
      .map((type) => SAMPLES[String(type)] ?? String(type))
      .join(' | ');
  }
  const keys = ownKeys(branch, branches);
  const shown = keys.length > 0 ? keys : requiredOf(branch);
  return `{${shown.map((key) => `${JSON.stringify(key)}: …`).join(', ')}}`;
}
