import { Coverage, describeSight, measureCoverage, SightGroup } from '../../core';
import { Answer, FAULTY_INPUT, noticesOf, Settings, toJson } from '../output';
import { problemTable } from '../report-problems';
import { renderTable } from '../tables';
import { Words } from '../texts';
import { SIGHT_GROUPS } from '../texts/coverage.labels';
import { CheckedFile, checkRuleSetFile, filesOf, worst } from './check-files';

export interface CoverageOptions {
  /** Least coverage, in per cent. */
  readonly threshold?: number;
}

interface MeasuredFile {
  readonly checked: CheckedFile;
  /** Absent where the file holds no rule set. */
  readonly coverage?: Coverage;
}

/** `coverage FILE…`: what the scenarios of rule sets show of them, and what they do not. */
export async function coverage(
  paths: readonly string[],
  { threshold = 0 }: CoverageOptions,
  { words, json }: Settings,
): Promise<Answer> {
  const measured: MeasuredFile[] = [];
  for (const file of filesOf(paths).ruleSets) {
    const checked = await checkRuleSetFile(file, words);
    const { compiled, scenarios } = checked;
    measured.push({
      checked,
      ...(compiled === undefined ? {} : { coverage: await measureCoverage(compiled, scenarios) }),
    });
  }
  const below = measured.some((one) => one.coverage !== undefined && percentOf(one.coverage) < threshold);
  const told = below ? `${words.say('belowThreshold', { threshold })}\n` : '';
  return {
    stdout: json
      ? toJson({ files: measured.map((one) => forPrograms(one, words)) })
      : `${forPeople(measured, words)}${told}`,
    exitCode: Math.max(worst(measured.map(({ checked }) => checked)), below ? FAULTY_INPUT : 0),
  };
}

const percentOf = ({ seen, total }: Coverage): number => (total === 0 ? 100 : (seen * 100) / total);

/** Cut, not rounded: what is not whole is not shown as 100. */
const shownPercent = (of: Coverage): string => String(Math.floor(percentOf(of) * 10) / 10);

function forPrograms({ checked, coverage: of }: MeasuredFile, words: Words): unknown {
  const { file, problems, compiled } = checked;
  if (of === undefined || compiled === undefined) return { file, problems };
  const { ruleSet, scenarios, seen, total, ratio, groups, sights } = of;
  return {
    file,
    ...ruleSet,
    status: compiled.ruleSet.status,
    scenarios,
    seen,
    total,
    ratio,
    groups,
    notSeen: sights
      .filter(({ seenIn }) => seenIn === undefined)
      .map((sight) => ({ code: sight.code, path: sight.path, ...describeSight(sight, words.locale) })),
    problems,
  };
}

function forPeople(measured: readonly MeasuredFile[], words: Words): string {
  const problems = measured.flatMap(({ checked }) => checked.problems);
  return [
    noticesOf(
      measured.flatMap(({ checked }) => checked.compiled?.ruleSet ?? []),
      words,
    ),
    ...measured.map((one) => (one.coverage === undefined ? '' : coverageOf(one.coverage, words))),
    problems.length > 0
      ? `${problemTable(problems, words)}${words.say('foundProblems', { count: problems.length })}\n`
      : '',
  ].join('');
}

function coverageOf(of: Coverage, words: Words): string {
  const { ruleSet, groups, seen, total } = of;
  const rows = (Object.keys(groups) as SightGroup[]).map((group) => [
    words.term(SIGHT_GROUPS, group),
    String(groups[group].seen),
    String(groups[group].total),
  ]);
  const table = renderTable(
    [
      { head: `${ruleSet.id} ${ruleSet.version}` },
      { head: words.say('seen'), align: 'right' },
      { head: words.say('ofAll'), align: 'right' },
    ],
    rows,
  );
  const verdict =
    seen === total ? words.say('allSeen') : words.say('coverageIs', { percent: shownPercent(of), seen, total });
  return `${table}${notSeen(of, words)}${verdict}\n`;
}

function notSeen({ sights }: Coverage, words: Words): string {
  const missing = sights.filter(({ seenIn }) => seenIn === undefined);
  if (missing.length === 0) return '';
  const table = renderTable(
    [
      { head: words.say('path'), most: 40 },
      { head: words.say('missing'), most: 50 },
      { head: words.say('mend'), most: 50 },
    ],
    missing.map((sight) => {
      const { message, mend } = describeSight(sight, words.locale);
      return [sight.path, message, mend];
    }),
  );
  return `${words.say('notSeen')}\n${table}`;
}
