import { FactDefinition, Text } from '../rule-set/rule-set.types';
import { fillText, inBoth, quoted } from '../wording/wording';
import { Change } from './comparison.types';
import { SETTING_PARTS } from './compare-settings';
import { Difference, diffTrees, inner, TOP } from './diff-trees';
import { DOCUMENT_PROPERTIES, ENTRY_NAMES, ENTRY_PROPERTIES } from './properties/document.properties';
import { FACT_PROPERTIES } from './properties/fact.properties';
import { Property, text } from './properties/property.types';
import { asString, asTerm, asWhole, FACT_TYPES } from './properties/show';
import { propertyAt, tellChange, unknownProperty } from './tell-change';
import { Version, Versions } from './version';

/** What changed in the fact catalogue. */
export function compareFacts(versions: Versions): readonly Change[] {
  const { old, new: fresh } = versions;
  const differences = diffTrees(old.compiled.ruleSet.facts, fresh.compiled.ruleSet.facts, inner(TOP, 'facts'));
  return differences.map((difference) => tellChange(versions, difference, factProperty(versions, difference)));
}

/** Parts that are compared elsewhere. */
const ELSEWHERE = new Set<string>(['facts', 'items', 'scenarios', ...SETTING_PARTS]);

/** Everything that changed in any other part of the document, known or not. */
export function compareOthers(versions: Versions): readonly Change[] {
  const [old, fresh] = [partsOf(versions.old), partsOf(versions.new)];
  return diffTrees(old, fresh, TOP).map((difference) =>
    tellChange(versions, difference, otherProperty(versions, difference)),
  );
}

function partsOf({ compiled }: Version): object {
  return Object.fromEntries(Object.entries(compiled.ruleSet).filter(([name]) => !ELSEWHERE.has(name)));
}

const FACT = text('事实“{name}”的{property}', 'Fact "{name}": {property}');
const WHOLE_FACT: Property = {
  label: text('事实', 'Fact'),
  concern: 'practice',
  show: (value, { words }) => {
    const { text: name, type } = value as FactDefinition;
    const kind = asTerm(FACT_TYPES)(type, { words } as Parameters<Property['show']>[1]);
    return `${quoted(words.text(name), words.locale)}${words.locale === 'en' ? ` (${kind})` : `（${kind}）`}`;
  },
};
const FACT_ORDER: Property = { label: text('事实目录', 'Fact catalogue'), concern: 'text', show: asString };

function factProperty({ old, new: fresh }: Versions, { path }: Difference): Property {
  const [code, within] = split(path, 'facts');
  if (code === undefined) return FACT_ORDER;
  if (within === undefined) return WHOLE_FACT;
  const property = propertyAt(FACT_PROPERTIES, within);
  if (property === undefined) return unknownProperty(path);
  const definition = fresh.compiled.catalogue.facts.get(code) ?? old.compiled.catalogue.facts.get(code);
  const name = definition?.text ?? inBoth(() => code);
  return { ...property, label: fillText(FACT, { name, property: property.label }) };
}

const ENTRY = text('{entry}“{name}”的{property}', '{entry} "{name}": {property}');

function otherProperty({ old, new: fresh }: Versions, { path }: Difference): Property {
  const known = propertyAt(DOCUMENT_PROPERTIES, path.slice(1));
  if (known !== undefined) return known;
  const list = path.split('/')[1] ?? '';
  const entry = ENTRY_NAMES[list];
  if (entry === undefined) return unknownProperty(path);
  const [code, within] = split(path, list);
  if (within === undefined || code === undefined) return { ...entry, show: asWhole };
  const property = propertyAt(ENTRY_PROPERTIES[list] ?? {}, within);
  if (property === undefined) return unknownProperty(path);
  const name = nameOf(fresh, list, code) ?? nameOf(old, list, code) ?? inBoth(() => code);
  return { ...property, label: fillText(ENTRY, { entry: entry.label, name, property: property.label }) };
}

function nameOf({ compiled }: Version, list: string, code: string): Text | undefined {
  const entries = (compiled.ruleSet as unknown as Readonly<Record<string, readonly Named[]>>)[list];
  const entry = entries?.find((one) => one.code === code);
  return entry?.text ?? entry?.title;
}

interface Named {
  readonly code: string;
  readonly text?: Text;
  readonly title?: Text;
}

/** The code of an entry of a list, and the path within it. */
function split(path: string, list: string): readonly [code?: string, within?: string] {
  const [code, ...within] = path.split('/').slice(list === '' ? 1 : 2);
  const decoded = code?.replace(/~1/g, '/').replace(/~0/g, '~');
  return within.length === 0 ? (decoded === undefined ? [] : [decoded]) : [decoded as string, within.join('/')];
}
