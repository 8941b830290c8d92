import { CompiledItem } from '../rule-set/compile';
import { Item } from '../rule-set/rule-set.types';
import { conditionWords } from '../wording/condition-words';
import { inBoth } from '../wording/wording';
import { Change } from './comparison.types';
import { added, diffTrees, inner, Place, removed, TOP } from './diff-trees';
import { MatchedItem } from './match-items';
import { ITEM_PROPERTIES } from './properties/item.properties';
import { Property, Show, text } from './properties/property.types';
import { asDeadline, asPoints } from './properties/show';
import { propertyAt, tellChange, unknownProperty } from './tell-change';
import { Versions } from './version';

/** What is different about an item: all of it where only one version has it. */
export function itemChanges(
  versions: Versions,
  { old, new: fresh }: MatchedItem,
  newCodes: ReadonlyMap<string, string>,
): readonly Change[] {
  const place = placeOf(old, fresh);
  if (old === undefined) return fresh === undefined ? [] : [tellChange(versions, added(place, fresh.item), WHOLE_ITEM)];
  if (fresh === undefined) return [tellChange(versions, removed(place, old.item), WHOLE_ITEM)];
  const code =
    old.item.code === fresh.item.code ? [] : [tellChange(versions, renumbering(old.item, fresh.item, place), CODE)];
  const differences = diffTrees(translated(old.item, fresh.item.code, newCodes), fresh.item, place);
  return [
    ...code,
    ...differences.map((difference) => {
      const within = difference.path.slice(place.path.length + 1);
      const property = propertyAt(ITEM_PROPERTIES, within) ?? unknownProperty(difference.path);
      return tellChange(versions, difference, property);
    }),
  ];
}

function placeOf(old: CompiledItem | undefined, fresh: CompiledItem | undefined): Place {
  const code = (fresh ?? old)?.item.code ?? '';
  return inner(inner(TOP, 'items'), code, old?.index, fresh?.index);
}

/** The old item under its new code, and naming others by theirs: that an item was renumbered is told once. */
function translated(item: Item, code: string, newCodes: ReadonlyMap<string, string>): Item {
  if (item.exclusiveWith === undefined) return { ...item, code };
  return { ...item, code, exclusiveWith: item.exclusiveWith.map((other) => newCodes.get(other) ?? other) };
}

function renumbering(old: Item, fresh: Item, place: Place) {
  const at = inner(place, 'code');
  return { kind: 'changed' as const, ...at, old: old.code, new: fresh.code };
}

const CODE: Property = { label: text('事项编号', 'Code'), concern: 'identity', show: (value) => String(value) };

const ITEM = text(
  '{code}“{title}”：{condition}的，记 {points}；整改期限：{deadline}',
  '{code} "{title}": violated when {condition}; {points}; deadline: {deadline}',
);

/** An item in one phrase: what is violated and what it costs. */
const asItem: Show = (value, showing) => {
  const { code, title, condition, points, rectification } = value as Item;
  const params: Readonly<Record<string, string>> = {
    code,
    title: showing.words.text(title),
    condition: conditionWords(condition, showing.words),
    points: asPoints(points, showing),
    deadline: asDeadline(rectification.deadline, showing),
  };
  return showing.words.text(ITEM).replace(/\{(\w+)\}/g, (_, name: string) => params[name] ?? '');
};

const WHOLE_ITEM: Property = { label: text('记分事项', 'Item'), concern: 'points', show: asItem };

/** The title of an item: of the new version where it has it. */
export function titleOf({ old, new: fresh }: MatchedItem) {
  return (fresh ?? old)?.item.title ?? inBoth(() => '');
}
