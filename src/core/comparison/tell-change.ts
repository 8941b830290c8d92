import { Text } from '../rule-set/rule-set.types';
import { fillText, inBoth, spaced, spacedWithin } from '../wording/wording';
import { Change, Concern } from './comparison.types';
import { Difference, sameJson } from './diff-trees';
import { Property, text } from './properties/property.types';
import { asJson } from './properties/show';
import { Version, Versions } from './version';

const SENTENCES = {
  added: text('增加{label}：{new}。', '{label} added: {new}.'),
  removed: text('删去{label}：{old}。', '{label} removed: {old}.'),
  changed: text('{label}由{oldWithin}改为{newAfter}。', '{label}: from {oldWithin} to {newAfter}.'),
  reordered: text('{label}的次序改为：{new}。', '{label}: the order is now {new}.'),
  detail: text('{label}在细节上有修改：{new}。', '{label} changes in a detail: {new}.'),
  otherLanguage: text(
    '{label}只修改英文文字，中文不变。',
    '{label}: only the Chinese text changes, the English one does not.',
  ),
  sameMeaning: text('{label}改写为{newAfter}，含义不变。', '{label} is written as {newAfter}; it means the same.'),
} satisfies Readonly<Record<string, Text>>;

/** Tells a difference between two versions as people would say it. */
export function tellChange(versions: Versions, difference: Difference, property: Property): Change {
  const { kind, path, oldPath, newPath, old, new: fresh } = difference;
  const oldText = kind === 'added' ? (property.absent?.text ?? null) : shown(versions.old, old, property, kind);
  const newText = kind === 'removed' ? (property.absent?.text ?? null) : shown(versions.new, fresh, property, kind);
  const same = meansTheSame(difference, property);
  const concern: Concern = same ? 'nothing' : property.concern;
  const told = { kind, path, oldPath, newPath, concern, old, new: fresh, label: property.label, oldText, newText };
  return { ...told, sentence: sentenceOf(told, same) };
}

/** Writes a list in another order. */
const asOrder = (value: unknown): Text =>
  inBoth((locale) => (value as readonly string[]).join(locale === 'en' ? ', ' : '、'));

function shown(version: Version, value: unknown, property: Property, kind: Difference['kind']): Text {
  if (kind === 'reordered') return asOrder(value);
  return inBoth((locale) => property.show(value, { version, words: version.words(locale) }));
}

/** Whether only something that goes without saying was written out or left out, or the same was written otherwise. */
function meansTheSame({ kind, old, new: fresh }: Difference, { absent, same }: Property): boolean {
  if (kind === 'reordered') return false;
  const written = absent !== undefined && 'value' in absent;
  if (kind === 'added') return written && sameJson(absent.value, fresh);
  if (kind === 'removed') return written && sameJson(absent.value, old);
  return same?.(old, fresh) === true;
}

function sentenceOf(
  { kind, label, oldText, newText }: Pick<Change, 'kind' | 'label' | 'oldText' | 'newText'>,
  same: boolean,
): Text {
  if (oldText === null) return fillText(SENTENCES.added, { label, new: newText ?? '' });
  if (newText === null) return fillText(SENTENCES.removed, { label, old: oldText });
  const oldWithin = inBoth((locale) => spacedWithin(oldText[locale], locale));
  const newAfter = inBoth((locale) => (locale === 'en' ? newText[locale] : spaced(newText[locale], locale)));
  const params = { label, oldWithin, newAfter, new: newText };
  if (same) return fillText(SENTENCES.sameMeaning, params);
  if (kind === 'reordered') return fillText(SENTENCES.reordered, params);
  const unchanged = { 'zh-CN': oldText['zh-CN'] === newText['zh-CN'], en: oldText.en === newText.en };
  return inBoth((locale) => {
    const template = !unchanged[locale]
      ? SENTENCES.changed
      : unchanged['zh-CN'] && unchanged.en
        ? SENTENCES.detail
        : SENTENCES.otherLanguage;
    return fillText(template, params)[locale];
  });
}

/** The property that a path within some part of the document leads to: the longest that it begins with. */
export function propertyAt(table: Readonly<Record<string, Property>>, path: string): Property | undefined {
  const tokens = path.split('/');
  for (let length = tokens.length; length > 0; length--) {
    const found = Object.entries(table).find(([pattern]) => matches(pattern, tokens.slice(0, length)));
    if (found === undefined) continue;
    const [, property] = found;
    // What lies deeper than the property is told, is told as it stands.
    return length === tokens.length ? property : { ...withoutAbsent(property), show: asJson };
  }
  return undefined;
}

function withoutAbsent({ absent: _, same: __, ...property }: Property): Property {
  return property;
}

function matches(pattern: string, tokens: readonly string[]): boolean {
  const parts = pattern.split('/');
  return parts.length === tokens.length && parts.every((part, place) => part === '*' || part === tokens[place]);
}

/** A property that this comparison does not know: it is told where it stands. */
export function unknownProperty(path: string): Property {
  return {
    label: fillText(text('“{path}”处的内容', 'The content at {path}'), { path }),
    concern: 'unknown',
    show: asJson,
  };
}
