import { ComparedVersion, comparisonMarkdown, comparisonText, Locale, RuleSetComparison, Text } from '../../core';

/** Said of a version before anything else: a report must not pass for an official one. */
const NOTICES: Readonly<Record<Exclude<ComparedVersion['status'], 'official'>, Text>> = {
  reference_draft: {
    'zh-CN': '【参考草案，非正式文本】{version}',
    en: '[reference draft, not an official text] {version}',
  },
  example: { 'zh-CN': '【示例，非正式文本】{version}', en: '[example, not an official text] {version}' },
};

/** A comparison for readers, with a notice for each version that is not official. */
export function comparisonReport(comparison: RuleSetComparison, form: 'text' | 'markdown', locale: Locale): string {
  const notices = [comparison.old, comparison.new].flatMap(({ id, version, status }) => {
    return status === 'official' ? [] : [NOTICES[status][locale].replace('{version}', `${id} ${version}`)];
  });
  if (form === 'text') return [...notices, comparisonText(comparison, locale)].join('\n');
  const quoted = notices.map((notice) => `> ${notice.replace(/[[\]]/g, String.raw`\$&`)}\n`);
  return [...quoted, comparisonMarkdown(comparison, locale)].join('\n');
}
