import { showValue } from '../../core';
import { Answer, noticesOf, Settings, toJson } from '../output';
import { problemTable } from '../report-problems';
import { renderTable } from '../tables';
import { Words } from '../texts';
import { CheckedFile, checkRuleSetFile, filesOf, worst } from './check-files';

/** `test FILE…`: runs the scenarios of rule sets. */
export async function test(paths: readonly string[], { words, json }: Settings): Promise<Answer> {
  const checked: CheckedFile[] = [];
  for (const file of filesOf(paths).ruleSets) checked.push(await checkRuleSetFile(file, words));
  const stdout = json ? toJson({ files: checked.map(forPrograms) }) : forPeople(checked, words);
  return { stdout, exitCode: worst(checked) };
}

const passedOf = ({ scenarios }: CheckedFile): number => scenarios.filter(({ passed }) => passed).length;

function forPrograms(checked: CheckedFile): unknown {
  const { file, compiled, scenarios, problems } = checked;
  if (compiled === undefined) return { file, problems };
  const failed = scenarios.filter(({ passed }) => !passed).map(({ code, mismatches }) => ({ code, mismatches }));
  return {
    file,
    ...compiled.identity,
    status: compiled.ruleSet.status,
    scenarios: scenarios.length,
    passed: passedOf(checked),
    failed,
    problems,
  };
}

function forPeople(checked: readonly CheckedFile[], words: Words): string {
  const run = checked.filter(({ compiled }) => compiled !== undefined);
  const notRun = checked.filter(({ compiled }) => compiled === undefined);
  return [
    noticesOf(
      checked.flatMap(({ compiled }) => compiled?.ruleSet ?? []),
      words,
    ),
    run.length > 0 ? summaryTable(run, words) : '',
    ...run.map((one) => failures(one, words)),
    notRun.length > 0
      ? problemTable(
          notRun.flatMap(({ problems }) => problems),
          words,
        )
      : '',
    `${verdict(checked, words)}\n`,
  ].join('');
}

function verdict(checked: readonly CheckedFile[], words: Words): string {
  const count = checked.reduce((sum, { problems }) => sum + problems.length, 0);
  if (count > 0) return words.say('foundProblems', { count });
  return checked.every(({ scenarios }) => scenarios.length === 0) ? words.say('noScenarios') : words.say('allPassed');
}

function summaryTable(run: readonly CheckedFile[], words: Words): string {
  const counts = run.map((one) => ({ scenarios: one.scenarios.length, passed: passedOf(one) }));
  const rows = run.map(({ compiled }, place) => [
    words.text(compiled?.ruleSet.title),
    compiled?.identity.version ?? '',
    String(counts[place]?.scenarios),
    String(counts[place]?.passed),
  ]);
  const total = (key: 'scenarios' | 'passed'): string => String(counts.reduce((sum, one) => sum + one[key], 0));
  const last = run.length > 1 ? [[words.say('sum'), '', total('scenarios'), total('passed')]] : [];
  return renderTable(
    [
      { head: words.say('ruleSet'), most: 60 },
      { head: words.say('version') },
      { head: words.say('scenarios'), align: 'right' },
      { head: words.say('passed'), align: 'right' },
    ],
    [...rows, ...last],
  );
}

/** What each failing scenario of a rule set expected and found; a scenario that could not run has problems instead. */
function failures({ compiled, scenarios, problems }: CheckedFile, words: Words): string {
  const failing = scenarios.filter(({ passed }) => !passed);
  if (failing.length === 0) return '';
  const texts = new Map(compiled?.ruleSet.scenarios?.cases.map(({ code, text }) => [code, words.text(text)]));
  const rows = failing.flatMap(({ code, mismatches }) =>
    mismatches.map(({ what, expected, found }) => [
      `${code} ${texts.get(code) ?? ''}`,
      what,
      showValue(expected),
      showValue(found),
    ]),
  );
  const heads = [words.say('scenario'), words.say('what'), words.say('expected'), words.say('found')];
  const table =
    rows.length > 0
      ? renderTable(
          heads.map((head) => ({ head })),
          rows,
        )
      : '';
  const broken = problems.filter(({ code }) => code !== 'scenario_failed');
  return `${words.say('failed')}\n${table}${broken.length > 0 ? problemTable(broken, words) : ''}`;
}
