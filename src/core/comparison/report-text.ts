import { Locale, Text } from '../rule-set/rule-set.types';
import { Change, RuleSetComparison } from './comparison.types';
import { ReportLines } from './report-lines';
import { REPORT } from './words/report.words';

/** A comparison as plain text in one language: every change in a sentence, and what it does. Ends with a line break. */
export function comparisonText(comparison: RuleSetComparison, locale: Locale): string {
  const lines = new ReportLines(locale);
  const sentences = (changes: readonly Change[]): readonly string[] => changes.map(({ sentence }) => sentence[locale]);
  const parts: readonly (readonly [Text, readonly string[]])[] = [
    [
      REPORT.items,
      comparison.items.flatMap((item) => [
        lines.itemHeading(item),
        ...indented([...sentences(item.changes), ...lines.itemEffects(item)]),
      ]),
    ],
    [
      REPORT.exclusions,
      comparison.exclusions.flatMap((pair) => [pair.sentence[locale], ...indented(lines.exclusionEffects(pair))]),
    ],
    [
      REPORT.settings,
      comparison.settings.flatMap((setting) => [
        ...sentences(setting.changes),
        ...indented(lines.settingEffects(setting)),
      ]),
    ],
    [REPORT.facts, sentences(comparison.facts)],
    [REPORT.others, sentences(comparison.others)],
    [REPORT.scenarios, lines.scenarios(comparison.scenarios)],
  ];
  const told = parts.filter(([, rows]) => rows.length > 0);
  return [
    title(comparison, locale),
    ...lines.head(comparison),
    ...told.flatMap(([heading, rows]) => ['', `${heading[locale]}`, ...indented(rows)]),
    '',
  ].join('\n');
}

export function title({ old, new: fresh }: RuleSetComparison, locale: Locale): string {
  const name = ({ id, version, title: text }: RuleSetComparison['old']): string => `${id} ${version} ${text[locale]}`;
  return new ReportLines(locale).say(REPORT.titles, { old: name(old), new: name(fresh) });
}

const indented = (lines: readonly string[]): readonly string[] => lines.map((line) => `  ${line}`);
