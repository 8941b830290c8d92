import { Locale } from '../rule-set/rule-set.types';
import { Change, RuleSetComparison } from './comparison.types';
import { ReportLines } from './report-lines';
import { title } from './report-text';
import { REPORT } from './words/report.words';

/**
 * A comparison as the table of amendments that a gazette prints (修改对照表): provision, old text, new text, explanation.
 * Markdown with a table; ends with a line break.
 */
export function comparisonMarkdown(comparison: RuleSetComparison, locale: Locale): string {
  const lines = new ReportLines(locale);
  const table = rowsOf(comparison, lines, locale);
  const heads = [REPORT.provision, REPORT.before, REPORT.after, REPORT.explanation].map((head) => lines.say(head));
  return [
    `# ${lines.say(REPORT.tableTitle)}`,
    '',
    ...[...title(comparison, locale).split('\n'), ...lines.head(comparison)].flatMap((line) => [escaped(line), '']),
    ...(table.length === 0
      ? [lines.say(REPORT.noRows), '']
      : [row(heads), row(heads.map(() => '---')), ...table.map((cells) => row(cells.map(escaped))), '']),
    ...lines.scenarios(comparison.scenarios).map((line) => `${escaped(lines.say(REPORT.scenariosLine, { line }))}\n`),
  ].join('\n');
}

type Cells = readonly string[];

/** A row for each change; what the changes of one item come to stands beside the first of them. */
function rowsOf(comparison: RuleSetComparison, lines: ReportLines, locale: Locale): readonly Cells[] {
  const { items, exclusions, settings, facts, others } = comparison;
  const none = lines.say(REPORT.absent);
  const cells = (change: Change, name: string, explanation: readonly string[]): Cells => [
    [name, change.label[locale]].filter((part) => part !== '').join('\n'),
    change.oldText?.[locale] ?? none,
    change.newText?.[locale] ?? none,
    // Where the two columns do not show what is amended, the sentence does.
    [...(showsNothing(change, locale) ? [change.sentence[locale]] : []), ...explanation].join('\n'),
  ];
  const group = (
    changes: readonly Change[],
    heading: string,
    name: string,
    effects: readonly string[],
  ): readonly Cells[] =>
    changes.map((change, place) => (place === 0 ? cells(change, heading, effects) : cells(change, name, [])));
  return [
    ...items.flatMap((item) => {
      const heading = lines.itemHeading(item);
      const effects = lines.itemEffects(item);
      return item.changes.length === 0
        ? [[heading, none, none, effects.join('\n')]]
        : group(item.changes, heading, item.code, effects);
    }),
    ...exclusions.map((pair) => [
      lines.list(pair.items),
      none,
      pair.sentence[locale],
      lines.exclusionEffects(pair).join('\n'),
    ]),
    ...settings.flatMap((setting) => group(setting.changes, '', '', lines.settingEffects(setting))),
    ...[...facts, ...others].map((change) => cells(change, '', [])),
  ];
}

function showsNothing({ concern, oldText, newText }: Change, locale: Locale): boolean {
  return concern === 'nothing' || (oldText !== null && oldText[locale] === newText?.[locale]);
}

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** As it stands, whatever signs of Markdown or HTML the texts of a rule set hold. */
function escaped(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|~]/g, (sign) => `\\${sign}`).replace(/\n/g, '<br>');
}
