import { Text } from '../../rule-set/rule-set.types';
import { Wording } from '../../wording/wording';
import { Concern } from '../comparison.types';
import { Version } from '../version';

/** Where a value stands and how it is to be told. */
export interface Showing {
  readonly version: Version;
  readonly words: Wording;
}

export type Show = (value: unknown, showing: Showing) => string;

/** What is known of a property: its name, what depends on it, and how its values are told. */
export interface Property {
  readonly label: Text;
  readonly concern: Concern;
  readonly show: Show;
  /** What its absence means: in words, and as a value where that could be written out. */
  readonly absent?: { readonly text: Text; readonly value?: unknown };
  /** Whether two values that are not written alike mean the same. Absent: none do. */
  readonly same?: (a: unknown, b: unknown) => boolean;
}

export const text = (chinese: string, english: string): Text => ({ 'zh-CN': chinese, en: english });

export const NONE: NonNullable<Property['absent']> = { text: text('无', 'none') };
