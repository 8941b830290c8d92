import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileRuleSet, RuleSet, runScenarios, ScenarioResult } from '../../src/core';
import { FURNACE } from './furnace.builder';

type Fields = Record<string, unknown>;

interface EditedItem extends Fields {
  readonly code: string;
  points: number;
  readonly rectification: { deadline: unknown };
  legalBasis: readonly { readonly source: string }[];
}

interface EditedScore extends Fields {
  readonly pointsRange?: Fields;
  readonly items: Record<string, Fields>;
}

interface EditedStanding extends Fields {
  readonly asOf: string;
  readonly knownAt?: string;
  readonly postings?: readonly (Fields & {
    readonly finding: { readonly inspection: string; readonly item: string };
  })[];
}

export interface EditedScenario {
  readonly code: string;
  readonly expect: EditedScore | EditedStanding[];
}

/** A rule set of which a test changes a few places. */
export interface EditedRuleSet {
  version: string;
  readonly items: readonly EditedItem[];
  readonly scenarios: { readonly cases: EditedScenario[] };
}

/** Version 1.1.0 of the furnace measures, its scenarios those of 1.0.0: F09 at 6 points, F14 always, F03 within 15 days. */
export function amendedFurnace(): EditedRuleSet {
  const path = join(__dirname, `../../rules/${FURNACE}/1.0.0.json`);
  const document = JSON.parse(readFileSync(path, 'utf8')) as EditedRuleSet;
  const item = (code: string): EditedItem => {
    const found = document.items.find((one) => one.code === code);
    if (found === undefined) throw new Error(`no item ${code}`);
    return found;
  };
  document.version = '1.1.0';
  item('F09').points = 6;
  item('F09')['plausiblePoints'] = { min: 2, max: 6 };
  item('F03').rectification.deadline = { days: 15 };
  const water = item('F14');
  delete water['appliesWhen'];
  water['title'] = { 'zh-CN': '炉底、炉坑、事故坑等区域有积水', en: 'Standing water under the furnace or in pits' };
  water.legalBasis = water.legalBasis.filter(({ source }) => source === 'AQF');
  water['majorHazard'] = { status: 'no' };
  delete water['note'];
  return document;
}

/** The same with every expectation of its scenarios put to what the rules now come to, and some scenarios more. */
export async function withMendedScenarios(
  document: EditedRuleSet,
  ...more: readonly EditedScenario[]
): Promise<RuleSet> {
  const mended = JSON.parse(JSON.stringify(document)) as EditedRuleSet;
  const results = await runScenarios(compileRuleSet(document));
  for (const result of results) {
    const scenario = mended.scenarios.cases.find(({ code }) => code === result.code);
    if (scenario !== undefined) mend(scenario, result);
  }
  mended.scenarios.cases.push(...more);
  return JSON.parse(JSON.stringify(mended)) as RuleSet;
}

function mend(scenario: EditedScenario, { mismatches, problems }: ScenarioResult): void {
  if (problems.length > 0) throw new Error(`${scenario.code} does not run`);
  for (const { what, found } of mismatches) {
    if (Array.isArray(scenario.expect)) mendStanding(scenario.expect, what, found);
    else mendScore(scenario.expect, what, found);
  }
}

function mendScore(expect: EditedScore, what: string, found: unknown): void {
  const [head = '', property] = what.split('.');
  if (property === undefined) expect[head] = found;
  else if (head === 'pointsRange') put(expect.pointsRange, property, found);
  else if (found === null) put(expect.items[head], property, undefined);
  else put((expect.items[head] ??= {}), property, found);
}

/** Undefined removes it, as it does in JSON. */
function put(fields: Fields | undefined, name: string, value: unknown): void {
  if (fields === undefined) throw new Error(`nothing to mend ${name} of`);
  fields[name] = value;
}

function mendStanding(expected: readonly EditedStanding[], what: string, found: unknown): void {
  const [, asOf, knownAt, path = ''] = /^(\S+)(?: @ (\S+))? (.*)$/.exec(what) ?? [];
  const at = expected.find((one) => one.asOf === asOf && one.knownAt === knownAt);
  const [, inspection, item, property = ''] = /^(\S+)\/(\w+)\.(\w+)$/.exec(path) ?? [];
  const posting = at?.postings?.find(({ finding }) => finding.inspection === inspection && finding.item === item);
  const [head = '', inner] = path.split('.');
  if (inspection !== undefined) put(posting, property, found);
  else if (inner !== undefined) put(at?.[head] as Fields | undefined, inner, found);
  else put(at, head, found);
}
