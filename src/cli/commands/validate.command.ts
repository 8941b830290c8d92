import { Answer, noticesOf, Settings, toJson } from '../output';
import { problemTable } from '../report-problems';
import { renderTable } from '../tables';
import { Words } from '../texts';
import { CheckedFile, checkInForceFile, checkRuleSetFile, filesOf, worst } from './check-files';

/** `validate FILE…`: structure, meaning and scenarios of rule sets, and their periods in force. */
export async function validate(paths: readonly string[], { words, json }: Settings): Promise<Answer> {
  const { ruleSets, inForce } = filesOf(paths);
  const checked: CheckedFile[] = [];
  for (const file of ruleSets) checked.push(await checkRuleSetFile(file, words));
  for (const file of inForce) checked.push(await checkInForceFile(file, words));
  const stdout = json ? toJson({ files: checked.map(forPrograms) }) : forPeople(checked, words);
  return { stdout, exitCode: worst(checked) };
}

function forPrograms({ file, problems, compiled, scenarios, periods }: CheckedFile): unknown {
  return {
    file,
    valid: problems.length === 0,
    ...(compiled === undefined
      ? {}
      : {
          ...compiled.identity,
          status: compiled.ruleSet.status,
          items: compiled.items.length,
          scenarios: scenarios.length,
        }),
    ...(periods === undefined ? {} : { periods }),
    problems,
  };
}

function forPeople(checked: readonly CheckedFile[], words: Words): string {
  const valid = checked.filter(({ problems }) => problems.length === 0);
  const problems = checked.flatMap((one) => one.problems);
  const parts = [
    noticesOf(
      checked.flatMap(({ compiled }) => compiled?.ruleSet ?? []),
      words,
    ),
    ruleSetTable(valid, words),
    inForceTable(valid, words),
    problems.length > 0 ? problemTable(problems, words) : '',
    `${problems.length > 0 ? words.say('foundProblems', { count: problems.length }) : words.say('noProblems')}\n`,
  ];
  return parts.join('');
}

function ruleSetTable(valid: readonly CheckedFile[], words: Words): string {
  const compiled = valid.flatMap((one) => (one.compiled === undefined ? [] : [{ ...one, compiled: one.compiled }]));
  if (compiled.length === 0) return '';
  const table = renderTable(
    [
      { head: words.say('valid'), most: 60 },
      { head: words.say('ruleSet') },
      { head: words.say('version') },
      { head: words.say('items'), align: 'right' },
      { head: words.say('scenarios'), align: 'right' },
    ],
    compiled.map(({ file, compiled: { identity, items }, scenarios }) => [
      file,
      identity.id,
      identity.version,
      String(items.length),
      String(scenarios.length),
    ]),
  );
  const hashes = compiled.map(
    ({ compiled: { identity } }) => `  ${identity.hash}  ${identity.id} ${identity.version}\n`,
  );
  return `${table}${words.say('hash')}\n${hashes.join('')}`;
}

function inForceTable(valid: readonly CheckedFile[], words: Words): string {
  const rows = valid.flatMap(({ file, periods }) => (periods === undefined ? [] : [[file, String(periods)]]));
  if (rows.length === 0) return '';
  return renderTable(
    [
      { head: words.say('valid'), most: 60 },
      { head: words.say('periods'), align: 'right' },
    ],
    rows,
  );
}
