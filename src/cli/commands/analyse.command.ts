import { analyseRuleSet, describeFinding, RuleSetAnalysis } from '../../core';
import { Answer, FAULTY_INPUT, FINE, noticesOf, Settings, toJson } from '../output';
import { problemTable } from '../report-problems';
import { renderTable } from '../tables';
import { Words } from '../texts';
import { SEVERITIES } from '../texts/analysis.labels';
import { CheckedFile, checkRuleSetFile, filesOf, worst } from './check-files';

interface AnalysedFile {
  readonly checked: CheckedFile;
  /** Absent where the file holds no rule set. */
  readonly analysis?: RuleSetAnalysis;
}

/** `analyse FILE…`: what the rules of rule sets show to be amiss, whatever their scenarios say. */
export async function analyse(paths: readonly string[], { words, json }: Settings): Promise<Answer> {
  const analysed: AnalysedFile[] = [];
  for (const file of filesOf(paths).ruleSets) {
    const checked = await checkRuleSetFile(file, words);
    const { compiled } = checked;
    analysed.push({ checked, ...(compiled === undefined ? {} : { analysis: await analyseRuleSet(compiled) }) });
  }
  const hasErrors = analysed.some(({ analysis }) => analysis?.findings.some(({ severity }) => severity === 'error'));
  return {
    stdout: json ? toJson({ files: analysed.map((one) => forPrograms(one, words)) }) : forPeople(analysed, words),
    exitCode: Math.max(worst(analysed.map(({ checked }) => checked)), hasErrors ? FAULTY_INPUT : FINE),
  };
}

function forPrograms({ checked, analysis }: AnalysedFile, words: Words): unknown {
  const { file, problems, compiled } = checked;
  if (analysis === undefined || compiled === undefined) return { file, problems };
  const { ruleSet, items, pairs, findings } = analysis;
  return {
    file,
    ...ruleSet,
    status: compiled.ruleSet.status,
    findings: findings.map((one) => {
      const { severity, code, path, facts } = one;
      return { severity, code, path, ...describeFinding(one, words.locale), facts: facts ?? null };
    }),
    items,
    pairs,
    problems,
  };
}

function forPeople(analysed: readonly AnalysedFile[], words: Words): string {
  const problems = analysed.flatMap(({ checked }) => checked.problems);
  return [
    noticesOf(
      analysed.flatMap(({ checked }) => checked.compiled?.ruleSet ?? []),
      words,
    ),
    ...analysed.map(({ analysis }) => (analysis === undefined ? '' : findingsOf(analysis, words))),
    problems.length > 0
      ? `${problemTable(problems, words)}${words.say('foundProblems', { count: problems.length })}\n`
      : '',
  ].join('');
}

function findingsOf({ ruleSet, items, pairs, findings }: RuleSetAnalysis, words: Words): string {
  const { id, version } = ruleSet;
  const counts = { items: items.length, pairs: pairs.searched, leftOut: pairs.leftOut };
  const head = `${words.say('analysed', { id, version, ...counts })}\n`;
  if (findings.length === 0) return `${head}${words.say('nothingFound')}\n`;
  const table = renderTable(
    [
      { head: words.say('severity') },
      { head: words.say('path'), most: 30 },
      { head: words.say('finding'), most: 50 },
      { head: words.say('mend'), most: 50 },
    ],
    findings.map((one) => {
      const { message, mend } = describeFinding(one, words.locale);
      return [words.term(SEVERITIES, one.severity), one.path, message, mend];
    }),
  );
  return `${head}${table}`;
}
