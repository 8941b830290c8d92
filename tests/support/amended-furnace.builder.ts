import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileRuleSet, RuleSet, runScenarios, ScenarioResult } from '../../src/core';
import { FURNACE } from './furnace.builder';

/** A JSON value that tests change in place. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a document of which a test changes a few places
type Loose = any;

/** Version 1.1.0 of the furnace measures, its scenarios those of 1.0.0: F09 at 6 points, F14 always, F03 within 15 days. */
export function amendedFurnace(): Loose {
  const path = join(__dirname, `../../rules/${FURNACE}/1.0.0.json`);
  const document = JSON.parse(readFileSync(path, 'utf8')) as Loose;
  const item = (code: string): Loose => document.items.find((one: Loose) => one.code === code);
  document.version = '1.1.0';
  item('F09').points = 6;
  item('F09').plausiblePoints = { min: 2, max: 6 };
  item('F03').rectification.deadline = { days: 15 };
  const water = item('F14');
  delete water.appliesWhen;
  water.title = { 'zh-CN': '炉底、炉坑、事故坑等区域有积水', en: 'Standing water under the furnace or in pits' };
  water.legalBasis = water.legalBasis.filter(({ source }: Loose) => source === 'AQF');
  water.majorHazard = { status: 'no' };
  delete water.note;
  return document;
}

/** The same with every expectation of its scenarios put to what the rules now come to, and some scenarios more. */
export async function withMendedScenarios(document: Loose, ...more: readonly Loose[]): Promise<RuleSet> {
  const mended = JSON.parse(JSON.stringify(document)) as Loose;
  const results = await runScenarios(compileRuleSet(document));
  for (const result of results) {
    mend(
      mended.scenarios.cases.find(({ code }: Loose) => code === result.code),
      result,
    );
  }
  mended.scenarios.cases.push(...more);
  return mended as RuleSet;
}

function mend(scenario: Loose, { mismatches, problems }: ScenarioResult): void {
  if (problems.length > 0) throw new Error(`${scenario.code} does not run`);
  for (const { what, found } of mismatches) {
    if (Array.isArray(scenario.expect)) mendStanding(scenario.expect, what, found);
    else mendScore(scenario.expect, what, found);
  }
}

function mendScore(expect: Loose, what: string, found: unknown): void {
  const [head = '', property] = what.split('.');
  if (property === undefined) expect[head] = found;
  else if (head === 'pointsRange') expect.pointsRange[property] = found;
  else if (found === null) delete expect.items[head][property];
  else (expect.items[head] ??= {})[property] = found;
}

function mendStanding(expected: Loose, what: string, found: unknown): void {
  const [, asOf, knownAt, path = ''] = /^(\S+)(?: @ (\S+))? (.*)$/.exec(what) ?? [];
  const at = expected.find((one: Loose) => one.asOf === asOf && one.knownAt === knownAt);
  const [, inspection, item, property = ''] = /^(\S+)\/(\w+)\.(\w+)$/.exec(path) ?? [];
  const isOne = ({ finding }: Loose): boolean => finding.inspection === inspection && finding.item === item;
  const [head = '', inner] = path.split('.');
  if (inspection !== undefined) at.postings.find(isOne)[property] = found;
  else if (inner !== undefined) at[head][inner] = found;
  else at[head] = found;
}
