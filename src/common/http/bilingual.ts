import { Locale, Text } from '../../core';

/** Between the Chinese and the English half of a description in a schema, which has room for one text only. */
const SEPARATOR = ' · ';

/** Both languages in one line: `编号 · Id`. */
export function bilingual(text: Text): string {
  return `${text['zh-CN']}${SEPARATOR}${text.en}`;
}

/** The half of such a line in one language; the whole line when it is not of that form. */
export function halfOf(line: string, locale: Locale): string {
  const at = line.indexOf(SEPARATOR);
  if (at < 0) return line;
  return locale === 'en' ? line.slice(at + SEPARATOR.length) : line.slice(0, at);
}

export function bothHalves(line: string): Text {
  return { 'zh-CN': halfOf(line, 'zh-CN'), en: halfOf(line, 'en') };
}
