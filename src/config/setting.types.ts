import { Text } from '../core';
import { Settings } from './settings';

/** How the text of an environment variable becomes a value: as it is, as a whole number, or as an absolute path. */
export type SettingKind = 'text' | 'integer' | 'path';

/** One setting: its variable, its place in `Settings`, the values it takes and the words about it. */
export interface Setting {
  readonly name: string;
  readonly key: keyof Settings;
  readonly kind: SettingKind;
  /** The values it takes after it was read by its kind; JSON Schema 2020-12. */
  readonly schema: Readonly<Record<string, unknown>>;
  /** The text it has when the variable is absent or empty; undefined where it may be absent. */
  readonly default: string | undefined;
  readonly description: Text;
  /** What values are expected. Never shows the value received, which may be a secret. */
  readonly expected: Text;
  readonly mend: Text;
}
