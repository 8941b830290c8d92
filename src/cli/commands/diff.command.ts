import { join, relative } from 'node:path';
import { projectRoot } from '../../config/project-root';
import { CompiledRuleSet, comparisonMarkdown, comparisonText, compareRuleSets } from '../../core';
import { isPresent } from '../load';
import { loadRuleSet } from '../load-rules';
import { Answer, FINE, noticesOf, Settings, toJson } from '../output';
import { printable } from '../tables';

export const DIFF_FORMATS = ['text', 'markdown', 'json'] as const;

export interface DiffOptions {
  readonly format: (typeof DIFF_FORMATS)[number];
}

/** `diff OLD NEW`: what lies between two versions. That there are differences is an answer, no fault. */
export async function diff(
  old: string,
  fresh: string,
  { format }: DiffOptions,
  { words, json }: Settings,
): Promise<Answer> {
  const [before, after] = [await loadVersion(old), await loadVersion(fresh)];
  const comparison = await compareRuleSets(before, after);
  if (json || format === 'json') return { stdout: toJson(comparison), exitCode: FINE };
  const notices = noticesOf([before.ruleSet, after.ruleSet], words);
  const stdout =
    format === 'markdown'
      ? `${quoted(notices)}${comparisonMarkdown(comparison, words.locale)}`
      : `${notices}${comparisonText(comparison, words.locale)}`;
  return { stdout: printable(stdout), exitCode: FINE };
}

/** `id@version` is a file of the rules folder or of its examples, unless there is a file of that name. */
function loadVersion(named: string): Promise<CompiledRuleSet> {
  const [, id, version] = /^([a-z0-9-]+)@([^@/\\]+)$/.exec(named) ?? [];
  if (id === undefined || version === undefined || isPresent(named)) return loadRuleSet(named);
  const fileIn = (folder: string): string => relative('', join(projectRoot(), folder, id, `${version}.json`));
  const example = fileIn('rules/examples');
  return loadRuleSet(isPresent(example) ? example : fileIn('rules'));
}

/** As a quotation of Markdown. */
function quoted(text: string): string {
  return text.replace(/^(?=.)/gm, '> ');
}
